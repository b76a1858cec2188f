import { useForm } from "@conform-to/react";
import { redirect } from "react-router";
import { inviteMemberForm } from "#app/domain/companies/company-forms.ts";
import { can } from "#app/domain/companies/policy.ts";
import { findCompany } from "#app/features/companies/find-company.ts";
import { inviteMember, resendInvitation } from "#app/features/companies/invite-member.ts";
import { listInvitations } from "#app/features/companies/list-invitations.ts";
import { listMembers } from "#app/features/companies/list-members.ts";
import { revokeInvitation } from "#app/features/companies/revoke-invitation.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { checkForm, readFormData } from "#app/http/read-form.ts";
import { signedIn } from "#app/http/request-context.ts";
import { companyErrorMessages } from "#app/i18n/messages/companies-errors.ts";
import { companyMessages } from "#app/i18n/messages/companies.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/members";
import { companyName, CompanyPage } from "./company-page.tsx";
import { InvitationTable } from "./invitation-table.tsx";
import { InviteForm } from "./invite-form.tsx";
import { MemberTable } from "./member-table.tsx";

export const handle = { nav: "workspace" };

const outcomes = ["invited", "resent", "revoked", "changed", "removed"] as const;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = signedIn(context);
  const company = found(await findCompany(ctx, params.companyId));
  found(company.role);
  const [members, invitations] = await Promise.all([
    listMembers(ctx, company.id),
    listInvitations(ctx, company.id),
  ]);
  const query = new URL(request.url).searchParams;
  return {
    locale,
    company,
    members,
    invitations,
    ownId: actor.personId,
    mayManage: can(actor, "manage_members", { companyId: company.id, usccState: company.usccState }),
    done: outcomes.find((each) => each === query.get("done")),
    tooMany: query.get("done") === "too-many",
  };
}

/** Invite, send again, withdraw: which one the pressed button says. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale } = signedIn(context);
  const { companyId } = params;
  const formData = await readFormData(request);
  const [intent, invitationId = ""] = String(formData.get("intent") ?? "").split(":");
  const here = (done: string) => redirect(`/companies/${companyId}/members?done=${done}`, 303);
  if (intent === "resend") {
    const answer = await resendInvitation(ctx, { companyId, invitationId, locale });
    if (answer.ok) return here("resent");
    if (answer.reason === "too_many_attempts") return here("too-many");
    throw notFound();
  }
  if (intent === "revoke") {
    if ((await revokeInvitation(ctx, { companyId, invitationId })).ok) return here("revoked");
    throw notFound();
  }
  const form = checkForm(formData, inviteMemberForm, { sentences: companyErrorMessages[locale] });
  if (!form.ok) return form.refused;
  const answer = await inviteMember(ctx, { companyId, ...form.value, locale });
  if (answer.ok) return here("invited");
  if (answer.reason === "too_many_attempts")
    return form.refuse({ email: companyMessages[locale].members.tooMany }, 429);
  if (answer.reason === "not_found" || answer.reason === "not_allowed") throw notFound();
  return form.refuse({ email: answer.reason });
}

export default function Members({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, company, members, invitations, ownId, mayManage, done, tooMany } = loaderData;
  const t = companyMessages[locale].members;
  const [form, fields] = useForm({
    id: "invite",
    lastResult: actionData?.result ?? null,
    defaultValue: { email: "", role: "editor" },
  });
  const path = `/companies/${company.id}`;
  const table = { locale, path, ownId, mayManage };
  return (
    <CompanyPage
      title={t.title}
      back={{ href: path, label: companyName(locale, company) }}
      errors={formErrors(form)}
      done={done && !actionData ? t.done[done] : undefined}
    >
      {tooMany && (
        <Notice tone="warn" role="status" className="mt-6">
          {t.tooMany}
        </Notice>
      )}
      <div className="mt-6">
        <MemberTable members={members} {...table} />
      </div>
      {mayManage ? (
        <>
          {invitations.length > 0 && (
            <>
              <h2 className="mt-12 mb-3">{t.invitations}</h2>
              <InvitationTable invitations={invitations} locale={locale} />
            </>
          )}
          <h2 className="mt-12">{t.inviteTitle}</h2>
          <p className="mt-2">{t.inviteLead}</p>
          <InviteForm locale={locale} formId={form.id} email={fields.email} role={fields.role} />
        </>
      ) : (
        <p className="mt-8">
          <LinkButton href={`${path}/members/${ownId}`}>{t.leave}</LinkButton>
        </p>
      )}
    </CompanyPage>
  );
}
