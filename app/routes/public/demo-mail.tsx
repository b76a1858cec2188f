import { readCursor } from "#app/features/keyset.ts";
import { type DemoMail, listDemoMails } from "#app/features/notifications/list-demo-mails.ts";
import { found } from "#app/http/not-found.ts";
import { requestContext } from "#app/http/request-context.ts";
import { formatRecent } from "#app/i18n/format.ts";
import { languageTag, type Locale } from "#app/i18n/locale.ts";
import { demoMailMessages } from "#app/i18n/messages/mail-log-demo.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Field } from "#app/ui/field.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import type { Route } from "./+types/demo-mail";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale } = requestContext(context);
  const query = new URL(request.url).searchParams;
  const to = (query.get("to") ?? "").trim().slice(0, 100);
  const page = found(await listDemoMails(ctx, to, readCursor(query)));
  return { locale, now: ctx.now, to, page };
}

export default function DemoMailbox({ loaderData: { locale, now, to, page } }: Route.ComponentProps) {
  const t = demoMailMessages[locale];
  const href = (begin: Record<string, string>) =>
    `/demo/mail?${new URLSearchParams({ ...(to ? { to } : {}), ...begin })}`;
  return (
    <div className="wrap pt-10">
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <h1>{t.title}</h1>
      <p className="measure mt-3">{t.lead}</p>
      <search>
        <form className="my-8 flex flex-wrap items-end gap-4">
          <Field id="to" name="to" label={t.recipient} className="my-0">
            {(wired) => <input className="input field-lg" {...wired} defaultValue={to} />}
          </Field>
          <Button>{t.search}</Button>
          {to && <a href="/demo/mail">{t.showAll}</a>}
        </form>
      </search>
      {page.rows.length === 0 ? (
        <p className="muted">{to ? t.noneFound : t.none}</p>
      ) : (
        <DataTable
          caption={t.title}
          columns={columns(locale, now)}
          rows={page.rows}
          rowKey={(row) => row.id}
        />
      )}
      <Pagination
        {...(page.previous ? { previous: href({ before: page.previous }) } : {})}
        {...(page.next ? { next: href({ after: page.next }) } : {})}
      />
    </div>
  );
}

function columns(locale: Locale, now: Date): Column<DemoMail>[] {
  const t = demoMailMessages[locale];
  return [
    {
      id: "subject",
      head: t.subject,
      rowHeader: true,
      cell: (row) => (
        <a href={`/demo/mail/${row.id}`} lang={languageTag[row.locale]}>
          {row.subject}
        </a>
      ),
    },
    {
      id: "to",
      head: t.to,
      cell: (row) => (
        <>
          {row.name} <span className="muted">{row.email}</span>
        </>
      ),
    },
    {
      id: "at",
      head: t.received,
      className: "nowrap",
      cell: (row) => formatRecent(locale, row.createdAt, now),
    },
  ];
}
