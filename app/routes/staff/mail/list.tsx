import { canWithMail } from "#app/domain/notifications/policy.ts";
import { mailStates } from "#app/domain/notifications/mail-state.ts";
import { isMailTemplate, mailTemplates } from "#app/domain/notifications/mail-template.ts";
import { readCursor } from "#app/features/keyset.ts";
import { countBacklog } from "#app/features/notifications/count-backlog.ts";
import { type ListedMail, listMails, type MailFilter } from "#app/features/notifications/list-mails.ts";
import { notFound } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatRecent } from "#app/i18n/format.ts";
import { languageTag, type Locale } from "#app/i18n/locale.ts";
import { mailLogMessages } from "#app/i18n/messages/mail-log.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import type { Option } from "#app/ui/choice.ts";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SelectOptions } from "#app/ui/select.tsx";
import type { Route } from "./+types/list";
import { mailListHref, readMailFilter } from "./mail-filter.ts";
import { MailStateTag } from "./mail-state-tag.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  if (!canWithMail(actor, "read")) throw notFound();
  const query = new URL(request.url).searchParams;
  const filter = readMailFilter(query);
  const [page, backlog] = await Promise.all([listMails(ctx, filter, readCursor(query)), countBacklog(ctx)]);
  return { locale, now: ctx.now, filter, page, backlog, hasServer: ctx.settings.smtpUrl !== undefined };
}

export default function MailList({ loaderData }: Route.ComponentProps) {
  const { locale, now, filter, page, backlog, hasServer } = loaderData;
  const t = mailLogMessages[locale];
  const counts = [
    ...(backlog.waiting > 0 ? [t.waiting({ count: backlog.waiting })] : []),
    ...(backlog.failed > 0 ? [t.failed({ count: backlog.failed })] : []),
  ];
  return (
    <>
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <DeskHead title={t.title} note={counts.length > 0 ? counts.join(" · ") : t.note} />
      {!hasServer && <Notice className="mb-4">{t.noServer}</Notice>}
      <Filter filter={filter} locale={locale} />
      {page.rows.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <DataTable
          caption={t.title}
          dense
          columns={columns(locale, now)}
          rows={page.rows}
          rowKey={(row) => row.id}
        />
      )}
      <Pagination
        {...(page.previous ? { previous: mailListHref(filter, { before: page.previous }) } : {})}
        {...(page.next ? { next: mailListHref(filter, { after: page.next }) } : {})}
      />
    </>
  );
}

function Filter({ filter, locale }: { filter: MailFilter; locale: Locale }) {
  const t = mailLogMessages[locale];
  const filtered = filter.state || filter.template || filter.recipient;
  return (
    <search>
      <form className="mb-4 flex flex-wrap items-end gap-4" aria-label={t.filter}>
        <Field id="to" name="to" label={t.recipientPart} className="my-0">
          {(wired) => <input className="input field-md" {...wired} defaultValue={filter.recipient} />}
        </Field>
        <Choice
          name="kind"
          label={t.kind}
          all={t.all}
          options={mailTemplates.map((value) => ({ value, label: t.kinds[value] }))}
          chosen={filter.template}
        />
        <Choice
          name="state"
          label={t.state}
          all={t.all}
          options={mailStates.map((value) => ({ value, label: t.states[value] }))}
          chosen={filter.state}
        />
        <Button size="sm">{t.apply}</Button>
        {filtered && <a href="/staff/mail">{t.clear}</a>}
      </form>
    </search>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  all: string;
  options: readonly Option[];
  chosen: string | undefined;
}

const Choice = ({ name, label, all, options, chosen = "" }: ChoiceProps) => (
  <Field id={name} name={name} label={label} className="my-0">
    {(wired) => (
      <select className="select" {...wired} defaultValue={chosen}>
        <SelectOptions options={[{ value: "", label: all }, ...options]} />
      </select>
    )}
  </Field>
);

function columns(locale: Locale, now: Date): Column<ListedMail>[] {
  const t = mailLogMessages[locale];
  const kind = ({ template }: ListedMail) => (isMailTemplate(template) ? t.kinds[template] : template);
  return [
    {
      id: "at",
      head: t.queuedAt,
      className: "nowrap",
      cell: (row) => formatRecent(locale, row.createdAt, now),
    },
    {
      id: "subject",
      head: t.subject,
      rowHeader: true,
      cell: (row) => (
        <a href={`/staff/mail/${row.id}`} lang={row.subject ? languageTag[row.locale] : undefined}>
          {row.subject ?? `${kind(row)}${t.notRendered}`}
        </a>
      ),
    },
    { id: "kind", head: t.kind, className: "nowrap", cell: kind },
    {
      id: "to",
      head: t.recipient,
      cell: (row) => (
        <>
          {row.name && <span className="nowrap">{row.name} </span>}
          <span className="muted">{row.email}</span>
        </>
      ),
    },
    {
      id: "state",
      head: t.state,
      className: "nowrap",
      cell: (row) => (
        <>
          <MailStateTag state={row.state} />
          {row.state === "retrying" && (
            <span className="muted"> {t.next({ at: formatRecent(locale, row.nextAttemptAt, now) })}</span>
          )}
        </>
      ),
    },
    { id: "attempts", head: t.attempts, numeric: true, cell: (row) => row.attempts },
  ];
}
