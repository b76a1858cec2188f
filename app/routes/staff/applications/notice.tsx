import { data, redirect } from "react-router";
import { listFormalCheckRecords } from "#app/features/applications/office/list-formal-check-records.ts";
import { requestCorrection } from "#app/features/applications/office/request-correction.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatDateWithWeekday, formatDeadline } from "#app/i18n/format.ts";
import { correctionNoticeMessages } from "#app/i18n/messages/correction-notice.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice as Message } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { CalendarWarning } from "../calendar-warning.tsx";
import type { Route } from "./+types/notice";
import { ApplicationTop } from "./application-top.tsx";
import { readNotice } from "./read-notice.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = staffOnly(context);
  const notice = found(await readNotice(ctx, params.id));
  const letters = notice.preview.letters.map(({ html: _framed, ...letter }) => letter);
  return { locale, ...notice, preview: { ...notice.preview, letters } };
}

/** Sends what was previewed: the check of that version, with that deadline. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const form = await readFormData(request);
  const checkId = String(form.get("checkId") ?? "");
  const check = (await listFormalCheckRecords(ctx, params.id)).find(({ id }) => id === checkId);
  if (!check) throw notFound();
  const { checklist, flags: items, verdicts } = check;
  const result = await requestCorrection(ctx, {
    ...{ checkId, checklist, items, verdicts },
    version: Number(form.get("version")),
    seenDueAt: String(form.get("dueAt") ?? ""),
  });
  if (result.ok) return redirect(`/staff/applications/${params.id}#main`, 303);
  if (result.reason === "not_found" || result.reason === "not_allowed") throw notFound();
  if (result.reason === "closed") return redirect(`/staff/applications/${params.id}/check#main`, 303);
  return data({ refusal: result.reason }, { status: 409 });
}

export default function CorrectionNotice({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, head, check, dueAt, round, preview, sendable, reminders, unsettled } = loaderData;
  const t = correctionNoticeMessages[locale];
  const checkUrl = `/staff/applications/${head.id}/check`;
  return (
    <>
      <PageTitle hasErrors={actionData !== undefined}>{`${t.title} ${head.number ?? ""}`}</PageTitle>
      <ApplicationTop application={head} tab="check" />
      <BackLink href={checkUrl}>{t.back}</BackLink>
      <h2 className="mt-3">{t.title}</h2>
      {check.flags.length > 0 && <p className="measure mt-1">{t.lead(check.flags.length)}</p>}
      {actionData && (
        <Message tone="bad" role="alert" className="mt-4">
          {t.refusals[actionData.refusal]}
        </Message>
      )}
      <SummaryList
        narrow
        className="my-4 max-w-3xl"
        rows={[
          { term: t.due, value: formatDeadline(locale, dueAt) },
          {
            term: t.reminders,
            value: t.reminderDays(reminders.map(({ on }) => formatDateWithWeekday(locale, on))),
          },
          { term: t.round, value: t.roundText(round) },
          {
            term: t.to,
            value:
              preview.recipients.length === 0
                ? t.nobody
                : preview.recipients
                    .map(({ name, email, locale: language }) => `${name} ${email}（${t.language[language]}）`)
                    .join(locale === "zh" ? "；" : "; "),
          },
        ]}
      />
      <CalendarWarning className="my-4 max-w-3xl" years={unsettled} locale={locale} />
      {sendable ? (
        <form method="post" className="mb-6">
          <input type="hidden" name="checkId" value={check.id} />
          <input type="hidden" name="version" value={check.version} />
          <input type="hidden" name="dueAt" value={dueAt} />
          <Button variant="primary" name="intent" value="send">
            {t.send}
          </Button>
        </form>
      ) : (
        <Message tone="warn" className="mb-6">
          {check.flags.length === 0 ? t.nothingFlagged : t.notReady} <a href={checkUrl}>{t.back}</a>
        </Message>
      )}
      {preview.letters.map((letter) => (
        <section key={letter.locale} aria-labelledby={`letter-${letter.locale}`} className="mb-8">
          <h3 id={`letter-${letter.locale}`}>{t.language[letter.locale]}</h3>
          <p className="mt-1" lang={letter.locale === "zh" ? "zh-CN" : "en"}>
            {letter.subject}
          </p>
          <iframe
            className="border-base-300 my-3 h-[44rem] w-full max-w-[46rem] border"
            src={`${checkUrl}/notice/${letter.locale}`}
            title={t.frame[letter.locale]}
            loading="lazy"
            sandbox=""
          />
          <details>
            <summary>{t.asText}</summary>
            <pre
              className="mt-3 max-w-[46rem] whitespace-pre-wrap"
              lang={letter.locale === "zh" ? "zh-CN" : "en"}
            >
              {letter.text}
            </pre>
          </details>
        </section>
      ))}
    </>
  );
}
