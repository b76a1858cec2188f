import { useForm } from "@conform-to/react";
import { redirect } from "react-router";
import { inviteStaffForm } from "#app/domain/accounts/account-forms.ts";
import { inviteStaff } from "#app/features/accounts/invite-staff.ts";
import { notFound } from "#app/http/not-found.ts";
import { readForm } from "#app/http/read-form.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { checkboxGroupProps, fieldProps } from "#app/ui/conform-field.ts";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formErrors } from "#app/ui/form-errors.ts";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/invite";
import { peopleAccess } from "./people-access.ts";
import { RoleBoxes } from "./role-boxes.tsx";

export function loader({ context }: Route.LoaderArgs) {
  const { locale, mayInvite } = peopleAccess(context);
  if (!mayInvite) throw notFound();
  return { locale };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx, locale, mayInvite } = peopleAccess(context);
  if (!mayInvite) throw notFound();
  const form = await readForm(request, inviteStaffForm, { sentences: accountErrorMessages[locale] });
  if (!form.ok) return form.refused;
  const answer = await inviteStaff(ctx, form.value);
  if (answer.ok) return redirect("/staff/people/invitations?done=invited", 303);
  if (answer.reason === "already_staff" || answer.reason === "company_member")
    return form.refuse({ email: answer.reason });
  throw notFound();
}

export default function Invite({ loaderData: { locale }, actionData }: Route.ComponentProps) {
  const t = peopleMessages[locale];
  const { invitePage } = t;
  const [form, fields] = useForm({
    id: "invite",
    lastResult: actionData?.result ?? null,
    defaultValue: { name: "", email: "", roles: [] as string[], locale: "zh" },
  });
  const errors = formErrors(form);
  const language = accountMessages[locale].profile;
  return (
    <>
      <PageTitle hasErrors={errors.length > 0}>{invitePage.title}</PageTitle>
      <BackLink href="/staff/people">{t.person.back}</BackLink>
      <ErrorSummary errors={errors} />
      <DeskHead title={invitePage.title} />
      <p className="measure">{invitePage.lead}</p>
      <form method="post" id={form.id} noValidate className="max-w-xl [&_.field]:my-5">
        <TextInput {...fieldProps(fields.name)} label={invitePage.name} control={{ autoComplete: "off" }} />
        <TextInput
          {...fieldProps(fields.email)}
          label={invitePage.email}
          type="email"
          control={{ autoComplete: "off", spellCheck: false, autoCapitalize: "none" }}
        />
        <RoleBoxes {...checkboxGroupProps(fields.roles)} label={invitePage.roles} locale={locale} />
        <RadioGroup
          {...fieldProps(fields.locale)}
          label={invitePage.language}
          options={[
            { value: "zh", label: <span lang="zh-CN">{language.zh}</span> },
            { value: "en", label: <span lang="en">{language.en}</span> },
          ]}
          inline
        />
        <Button variant="primary">{invitePage.submit}</Button>
      </form>
    </>
  );
}
