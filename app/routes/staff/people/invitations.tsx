import { redirect } from "react-router";
import { resendStaffInvitation } from "#app/features/accounts/invite-staff.ts";
import {
  listStaffInvitations,
  type StaffInvitationRow,
} from "#app/features/accounts/list-staff-invitations.ts";
import { revokeStaffInvitation } from "#app/features/accounts/revoke-staff-invitation.ts";
import { notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { formatDate, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/invitations";
import { peopleAccess } from "./people-access.ts";
import { PeopleHead } from "./people-head.tsx";

const outcomes = ["invited", "resent", "revoked"] as const;
const refusals = ["already_staff", "company_member", "not_found"] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale, mayInvite } = peopleAccess(context);
  const query = new URL(request.url).searchParams;
  return {
    locale,
    mayInvite,
    invitations: await listStaffInvitations(ctx),
    done: outcomes.find((each) => each === query.get("done")),
    failed: refusals.find((each) => each === query.get("failed")),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx } = peopleAccess(context);
  const [intent, invitation = ""] = String((await readFormData(request)).get("intent") ?? "").split(":");
  const resends = intent === "resend";
  const answer = resends
    ? await resendStaffInvitation(ctx, { invitation })
    : await revokeStaffInvitation(ctx, { invitation });
  const here = (query: string) => redirect(`/staff/people/invitations?${query}`, 303);
  if (answer.ok) return here(`done=${resends ? "resent" : "revoked"}`);
  if (answer.reason === "not_allowed") throw notFound();
  return here(`failed=${answer.reason}`);
}

export default function Invitations({ loaderData }: Route.ComponentProps) {
  const { locale, mayInvite, invitations, done, failed } = loaderData;
  const t = peopleMessages[locale];
  return (
    <>
      <PeopleHead
        locale={locale}
        current="invitations"
        mayInvite={mayInvite}
        done={done && t.done[done]}
        failed={failed && t.failed[failed]}
      />
      <div className="mt-3">
        {invitations.length === 0 ? (
          <EmptyState title={t.noneYet} />
        ) : (
          <DataTable
            dense
            caption={t.invitations.caption}
            rows={invitations}
            rowKey={(row) => row.invitation}
            columns={columns(locale, mayInvite)}
          />
        )}
      </div>
    </>
  );
}

function columns(locale: Locale, mayInvite: boolean): Column<StaffInvitationRow>[] {
  const t = peopleMessages[locale];
  const { role, comma } = accountMessages[locale];
  const actions: Column<StaffInvitationRow> = {
    id: "actions",
    head: t.invitations.actions,
    hideHead: true,
    cell: (row) => <Actions row={row} locale={locale} />,
  };
  return [
    { id: "name", head: t.name, rowHeader: true, cell: (row) => row.name },
    { id: "email", head: t.email, cell: (row) => row.email },
    { id: "roles", head: t.roles, cell: (row) => row.roles.map((each) => role[each]).join(comma) },
    { id: "sent", head: t.invitations.sent, cell: (row) => formatDateTime(locale, row.sentAt) },
    {
      id: "until",
      head: t.invitations.until,
      cell: (row) =>
        row.expired ? <Tag tone="line">{t.invitations.expired}</Tag> : formatDate(locale, row.expiresAt),
    },
    ...(mayInvite ? [actions] : []),
  ];
}

function Actions({ row: { invitation, email }, locale }: { row: StaffInvitationRow; locale: Locale }) {
  const t = peopleMessages[locale].invitations;
  return (
    <form method="post" className="flex gap-2">
      <Button size="sm" name="intent" value={`resend:${invitation}`} aria-label={t.resendTo({ email })}>
        {t.resend}
      </Button>
      <Button
        size="sm"
        variant="danger"
        name="intent"
        value={`revoke:${invitation}`}
        aria-label={t.revokeOf({ email })}
      >
        {t.revoke}
      </Button>
    </form>
  );
}
