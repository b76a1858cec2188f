import type { MemberRow } from "#app/features/companies/list-members.ts";
import { formatDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { companyMessages } from "#app/i18n/messages/companies.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";

interface MemberTableProps {
  members: readonly MemberRow[];
  locale: Locale;
  /** The company's own path. */
  path: string;
  ownId: string;
  mayManage: boolean;
}

export function MemberTable(props: MemberTableProps) {
  const caption = companyMessages[props.locale].members.caption;
  return (
    <DataTable
      caption={caption}
      rows={props.members}
      rowKey={(row) => row.personId}
      columns={columns(props)}
    />
  );
}

function columns({ locale, path, ownId, mayManage }: MemberTableProps): Column<MemberRow>[] {
  const t = companyMessages[locale].members;
  const change: Column<MemberRow> = {
    id: "change",
    head: t.change,
    hideHead: true,
    label: "",
    cell: (row) => (
      <a href={`${path}/members/${row.personId}`} aria-label={t.changeOf({ name: row.name })}>
        {t.change}
      </a>
    ),
  };
  return [
    {
      id: "name",
      head: t.name,
      rowHeader: true,
      cell: (row) => (
        <>
          {row.name}
          {row.personId === ownId && (
            <span className="muted">{locale === "zh" ? `（${t.you}）` : ` (${t.you})`}</span>
          )}
          {row.disabled && (
            <>
              {" "}
              <Tag tone="line">{t.disabled}</Tag>
            </>
          )}
        </>
      ),
    },
    { id: "email", head: t.email, cell: (row) => <span className="break-all">{row.email}</span> },
    { id: "role", head: t.role, cell: (row) => accountMessages[locale].companyRole[row.role] },
    { id: "since", head: t.since, cell: (row) => formatDate(locale, row.addedAt) },
    ...(mayManage ? [change] : []),
  ];
}
