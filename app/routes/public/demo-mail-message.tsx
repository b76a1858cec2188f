import { findDemoMail } from "#app/features/notifications/list-demo-mails.ts";
import { found } from "#app/http/not-found.ts";
import { requestContext } from "#app/http/request-context.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { languageTag } from "#app/i18n/locale.ts";
import { demoMailMessages } from "#app/i18n/messages/mail-log-demo.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { Route } from "./+types/demo-mail-message";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = requestContext(context);
  const { html: _html, ...mail } = found(await findDemoMail(ctx, params.id));
  return { locale, mail };
}

export default function DemoMailMessage({ loaderData: { locale, mail } }: Route.ComponentProps) {
  const t = demoMailMessages[locale];
  const lang = languageTag[mail.locale];
  return (
    <div className="wrap pt-6">
      <title>{`${mail.subject} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href="/demo/mail">{t.back}</BackLink>
      <h1 className="mt-4" lang={lang}>
        {mail.subject}
      </h1>
      <SummaryList
        className="my-6"
        rows={[
          { term: t.to, value: mail.email },
          { term: t.received, value: formatDateTime(locale, mail.createdAt) },
        ]}
      />
      <iframe
        className="border-base-300 h-[52rem] w-full max-w-[46rem] border"
        src={`/demo/mail/${mail.id}/html`}
        title={t.content}
        sandbox="allow-top-navigation-by-user-activation"
      />
      <h2 className="mt-10">{t.asText}</h2>
      <pre className="mt-3 max-w-[46rem] font-sans break-words whitespace-pre-wrap" lang={lang}>
        {linked(mail.text ?? "")}
      </pre>
    </div>
  );
}

/** Addresses of the portal as links, so that the mail can be followed without a frame. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s，。；）]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
