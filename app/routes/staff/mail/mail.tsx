import { data, redirect } from "react-router";
import { isMailTemplate } from "#app/domain/notifications/mail-template.ts";
import { canWithMail } from "#app/domain/notifications/policy.ts";
import { cancelMail } from "#app/features/notifications/cancel-mail.ts";
import { findMail, type FoundMail } from "#app/features/notifications/find-mail.ts";
import { resendMail } from "#app/features/notifications/resend-mail.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { languageTag, type Locale } from "#app/i18n/locale.ts";
import { eventTypeMessages } from "#app/i18n/messages/event-types.ts";
import { mailLogMessages } from "#app/i18n/messages/mail-log.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { Route } from "./+types/mail";
import { MailStateTag } from "./mail-state-tag.tsx";

type Refusal = keyof (typeof mailLogMessages)["zh"]["refusal"];

const outcomes = ["resent", "cancelled"] as const;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  if (!canWithMail(actor, "read")) throw notFound();
  const done = new URL(request.url).searchParams.get("done");
  const { html, ...mail } = found(await findMail(ctx, params.id));
  return {
    locale,
    mail: { ...mail, hasHtml: html !== null },
    done: outcomes.find((outcome) => outcome === done),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, actor } = staffOnly(context);
  if (!canWithMail(actor, "read")) throw notFound();
  const intent = (await readFormData(request)).get("intent");
  if (intent !== "resend" && intent !== "cancel") throw data(null, { status: 400 });
  const answer = intent === "resend" ? await resendMail(ctx, params.id) : await cancelMail(ctx, params.id);
  if (answer.ok)
    return redirect(`/staff/mail/${params.id}?done=${intent === "resend" ? "resent" : "cancelled"}`, 303);
  if (answer.reason === "not_found") throw notFound();
  return data({ refusal: answer.reason }, { status: answer.reason === "not_allowed" ? 403 : 409 });
}

export default function Mail({ loaderData: { locale, mail, done }, actionData }: Route.ComponentProps) {
  const t = mailLogMessages[locale];
  const refusal: Refusal | undefined = actionData?.refusal;
  const title = mail.subject ?? kindName(locale, mail.template);
  return (
    <>
      <title>{`${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href="/staff/mail">{t.back}</BackLink>
      <DeskHead title={title}>
        <MailStateTag state={mail.state} />
      </DeskHead>
      {done && (
        <Notice tone="ok" role="status" className="mb-4">
          {t.done[done]}
        </Notice>
      )}
      {refusal && (
        <Notice tone="bad" role="alert" className="mb-4">
          {t.refusal[refusal]}
        </Notice>
      )}
      <SummaryList rows={facts(locale, mail)} />
      <Actions mail={mail} locale={locale} />
      <Content mail={mail} locale={locale} />
    </>
  );
}

type ShownMail = Omit<FoundMail, "html"> & { hasHtml: boolean };

const kindName = (locale: Locale, template: string): string =>
  isMailTemplate(template) ? mailLogMessages[locale].kinds[template] : template;

function facts(locale: Locale, mail: ShownMail) {
  const t = mailLogMessages[locale];
  const names: Readonly<Record<string, string>> = eventTypeMessages[locale].name;
  const event = `${names[mail.eventType] ?? mail.eventType} #${mail.eventSeq}`;
  const waits = mail.state === "waiting" || mail.state === "retrying";
  return [
    { term: t.recipient, value: mail.name ? `${mail.name} ${mail.email}` : mail.email },
    { term: t.kind, value: kindName(locale, mail.template) },
    { term: t.language, value: t.languages[mail.locale] },
    { term: t.event, value: event, note: t.eventAt({ at: formatDateTime(locale, mail.eventAt) }) },
    { term: t.messageId, value: mail.messageId },
    { term: t.attempts, value: String(mail.attempts) },
    ...(mail.sentAt ? [{ term: t.sentAt, value: formatDateTime(locale, mail.sentAt) }] : []),
    ...(waits ? [{ term: t.nextAttempt, value: formatDateTime(locale, mail.nextAttemptAt) }] : []),
    ...(mail.lastError ? [{ term: t.lastError, value: mail.lastError }] : []),
  ];
}

function Actions({ mail, locale }: { mail: ShownMail; locale: Locale }) {
  const t = mailLogMessages[locale];
  if (!mail.mayResend && !mail.mayCancel) return null;
  const intent = mail.mayResend ? "resend" : "cancel";
  return (
    <form method="post" action={`/staff/mail/${mail.id}`} className="my-5 flex flex-wrap items-center gap-4">
      <Button name="intent" value={intent} variant={mail.mayResend ? "primary" : "danger"}>
        {t[intent]}
      </Button>
      <span className="muted">{mail.mayResend ? t.resendHint : t.cancelHint}</span>
    </form>
  );
}

function Content({ mail, locale }: { mail: ShownMail; locale: Locale }) {
  const t = mailLogMessages[locale];
  return (
    <section className="mt-6" aria-labelledby="content">
      <h2 id="content">{t.content}</h2>
      {mail.linkRemoved && <Notice className="my-3">{t.linkRemoved}</Notice>}
      {mail.hasHtml ? (
        <iframe
          className="border-base-300 my-3 h-[52rem] w-full max-w-[46rem] border"
          src={`/staff/mail/${mail.id}/html`}
          title={t.content}
          sandbox=""
        />
      ) : (
        <p className="muted">{t.notYet}</p>
      )}
      {mail.text && (
        <details className="my-3">
          <summary>{t.asText}</summary>
          <pre className="mt-3 max-w-[46rem] font-sans whitespace-pre-wrap" lang={languageTag[mail.locale]}>
            {mail.text}
          </pre>
        </details>
      )}
    </section>
  );
}
