import type { TesterRow } from "#app/features/applications/tests/list-testers.ts";
import { formatDate, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { callTesterMessages } from "#app/i18n/messages/call-testers.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";

interface TesterTableProps {
  testers: readonly TesterRow[];
  locale: Locale;
  mayInvite: boolean;
  mayResend: boolean;
}

export function TesterTable({ testers, locale, mayInvite, mayResend }: TesterTableProps) {
  const t = callTesterMessages[locale];
  return (
    <div className="mt-6">
      <DataTable
        caption={t.caption}
        layout="stack"
        rows={testers}
        rowKey={({ id }) => id}
        columns={[
          { id: "who", head: t.who, rowHeader: true, cell: (row) => <Who row={row} /> },
          { id: "state", head: t.state, cell: (row) => <State row={row} locale={locale} /> },
          { id: "at", head: t.invitedAt, cell: ({ invitedAt }) => formatDateTime(locale, invitedAt) },
          ...(mayInvite
            ? [
                {
                  id: "actions",
                  head: t.actions,
                  hideHead: true,
                  cell: (row: TesterRow) => <Actions row={row} locale={locale} mayResend={mayResend} />,
                },
              ]
            : []),
        ]}
      />
      {mayInvite && <p className="muted mt-2 text-sm">{t.takeBackHint}</p>}
    </div>
  );
}

const Who = ({ row: { name, email } }: { row: TesterRow }) => (
  <>
    {name && <span className="block">{name}</span>}
    <span className={name ? "muted text-sm font-normal" : undefined}>{email}</span>
  </>
);

function State({ row, locale }: { row: TesterRow; locale: Locale }) {
  const t = callTesterMessages[locale];
  if (row.acceptedAt) return <Tag tone="ok">{t.accepted(formatDateTime(locale, row.acceptedAt))}</Tag>;
  if (row.expired) return <Tag tone="line">{t.expired}</Tag>;
  return t.waiting(formatDate(locale, row.expiresAt));
}

function Actions({ row, locale, mayResend }: { row: TesterRow; locale: Locale; mayResend: boolean }) {
  const t = callTesterMessages[locale];
  const { id, email } = row;
  return (
    <form method="post" className="flex gap-2">
      {mayResend && row.acceptedAt === null && (
        <Button size="sm" name="intent" value={`resend:${id}`} aria-label={t.resendTo(email)}>
          {t.resend}
        </Button>
      )}
      <Button
        size="sm"
        variant="danger"
        name="intent"
        value={`dismiss:${id}`}
        aria-label={t.takeBackOf(email)}
      >
        {t.takeBack}
      </Button>
    </form>
  );
}
