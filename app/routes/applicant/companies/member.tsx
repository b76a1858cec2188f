import { useForm } from "@conform-to/react";
import { redirect } from "react-router";
import { z } from "zod";
import { memberRoleForm } from "#app/domain/companies/company-forms.ts";
import { can } from "#app/domain/companies/policy.ts";
import { changeMemberRole } from "#app/features/companies/change-member-role.ts";
import { findCompany } from "#app/features/companies/find-company.ts";
import { listMembers } from "#app/features/companies/list-members.ts";
import { removeMember } from "#app/features/companies/remove-member.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { checkForm, readFormData } from "#app/http/read-form.ts";
import { signedIn } from "#app/http/request-context.ts";
import { companyErrorMessages } from "#app/i18n/messages/companies-errors.ts";
import { companyMessages } from "#app/i18n/messages/companies.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import type { Route } from "./+types/member";
import { CompanyPage } from "./company-page.tsx";
import { RoleRadios } from "./role-radios.tsx";

export const handle = { nav: "workspace" };

/** One member: an owner changes the role or removes; a member who is no owner sees only their own, to leave. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, actor, locale } = signedIn(context);
  const company = found(await findCompany(ctx, params.companyId));
  const members = await listMembers(ctx, company.id);
  const member = found(members.find((row) => row.personId === params.personId));
  const mayManage = can(actor, "manage_members", { companyId: company.id, usccState: company.usccState });
  const isSelf = member.personId === actor.personId;
  if (!mayManage && !isSelf) throw notFound();
  return { locale, companyId: company.id, member, mayManage, isSelf };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, actor, locale } = signedIn(context);
  const { companyId, personId } = params;
  const formData = await readFormData(request);
  const sentences = companyErrorMessages[locale];
  if (formData.get("intent") !== "remove") {
    const form = checkForm(formData, memberRoleForm, { sentences });
    if (!form.ok) return form.refused;
    const answer = await changeMemberRole(ctx, { companyId, personId, ...form.value });
    if (answer.ok) return redirect(`/companies/${companyId}/members?done=changed`, 303);
    if (answer.reason === "last_owner") return form.refuse({ role: "last_owner" });
    throw notFound();
  }
  const answer = await removeMember(ctx, { companyId, personId });
  if (answer.ok && personId === actor.personId) return redirect("/workspace", 303);
  if (answer.ok) return redirect(`/companies/${companyId}/members?done=removed`, 303);
  if (answer.reason === "last_owner")
    return checkForm(formData, removalForm, { sentences }).refuse({ role: "last_owner" });
  throw notFound();
}

/** A button and nothing else. */
const removalForm = z.object({});

export default function Member({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, companyId, member, mayManage, isSelf } = loaderData;
  const messages = companyMessages[locale];
  const t = messages.member;
  const [form, fields] = useForm({
    id: "member",
    lastResult: actionData?.result ?? null,
    defaultValue: { role: member.role as string },
  });
  const { name, defaultValue, ...role } = fieldProps(fields.role);
  const back = { href: `/companies/${companyId}/members`, label: messages.members.title };
  return (
    <CompanyPage
      title={t.title({ name: member.name })}
      back={back}
      lead={member.email}
      errors={formErrors(form)}
    >
      {mayManage && (
        <form method="post" id={form.id} noValidate className="max-w-xl">
          <RoleRadios
            {...role}
            name={name}
            defaultValue={defaultValue ?? member.role}
            label={t.roleLegend}
            locale={locale}
          />
          <Button variant="primary" name="intent" value="change">
            {t.submit}
          </Button>
        </form>
      )}
      <section className="mt-14 max-w-xl">
        <h2>{isSelf ? t.leaveTitle : t.removeTitle}</h2>
        <p className="mt-2">{isSelf ? t.leaveLead : t.removeLead}</p>
        <form method="post" className="mt-4">
          <Button variant="danger" name="intent" value="remove">
            {isSelf ? t.leave : t.remove}
          </Button>
        </form>
      </section>
    </CompanyPage>
  );
}
