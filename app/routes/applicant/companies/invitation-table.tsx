import type { InvitationRow } from "#app/features/companies/list-invitations.ts";
import { formatDate, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { companyMessages } from "#app/i18n/messages/companies.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";

export function InvitationTable(props: { invitations: readonly InvitationRow[]; locale: Locale }) {
  const { invitations, locale } = props;
  const caption = companyMessages[locale].members.invitationsCaption;
  return (
    <DataTable caption={caption} rows={invitations} rowKey={(row) => row.id} columns={columns(locale)} />
  );
}

function columns(locale: Locale): Column<InvitationRow>[] {
  const t = companyMessages[locale].members;
  return [
    {
      id: "email",
      head: t.email,
      rowHeader: true,
      cell: (row) => <span className="break-all">{row.email}</span>,
    },
    { id: "role", head: t.role, cell: (row) => accountMessages[locale].companyRole[row.role] },
    { id: "sent", head: t.sent, cell: (row) => formatDateTime(locale, row.sentAt) },
    {
      id: "until",
      head: t.until,
      cell: (row) => (row.expired ? <Tag tone="line">{t.expired}</Tag> : formatDate(locale, row.expiresAt)),
    },
    {
      id: "actions",
      head: t.change,
      hideHead: true,
      label: "",
      cell: (row) => <Actions row={row} locale={locale} />,
    },
  ];
}

function Actions({ row: { id, email }, locale }: { row: InvitationRow; locale: Locale }) {
  const t = companyMessages[locale].members;
  return (
    <form method="post" className="flex flex-wrap gap-2">
      <Button size="sm" name="intent" value={`resend:${id}`} aria-label={t.resendTo({ email })}>
        {t.resend}
      </Button>
      <Button
        size="sm"
        variant="danger"
        name="intent"
        value={`revoke:${id}`}
        aria-label={t.revokeOf({ email })}
      >
        {t.revoke}
      </Button>
    </form>
  );
}
