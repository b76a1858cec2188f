import { useForm } from "@conform-to/react";
import { redirect } from "react-router";
import { companyNamesForm } from "#app/domain/companies/company-forms.ts";
import { can } from "#app/domain/companies/policy.ts";
import { findCompany } from "#app/features/companies/find-company.ts";
import { renameCompany } from "#app/features/companies/rename-company.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readForm } from "#app/http/read-form.ts";
import { signedIn } from "#app/http/request-context.ts";
import { companyErrorMessages } from "#app/i18n/messages/companies-errors.ts";
import { companyMessages } from "#app/i18n/messages/companies.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/names";
import { companyName, CompanyPage } from "./company-page.tsx";

export const handle = { nav: "workspace" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, actor, locale } = signedIn(context);
  const company = found(await findCompany(ctx, params.companyId));
  if (!can(actor, "edit_profile", { companyId: company.id, usccState: company.usccState })) throw notFound();
  return { locale, company };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale } = signedIn(context);
  const form = await readForm(request, companyNamesForm, { sentences: companyErrorMessages[locale] });
  if (!form.ok) return form.refused;
  const answer = await renameCompany(ctx, { companyId: params.companyId, ...form.value });
  if (!answer.ok) throw notFound();
  return redirect(`/companies/${params.companyId}?saved=1`, 303);
}

export default function Names({ loaderData: { locale, company }, actionData }: Route.ComponentProps) {
  const t = companyMessages[locale];
  const { nameZh, nameEn } = company;
  const [form, fields] = useForm({
    id: "names",
    lastResult: actionData?.result ?? null,
    defaultValue: { nameZh, nameEn },
  });
  const back = { href: `/companies/${company.id}`, label: companyName(locale, company) };
  return (
    <CompanyPage title={t.names.title} back={back} errors={formErrors(form)}>
      <form method="post" id={form.id} noValidate className="max-w-xl">
        <TextInput {...fieldProps(fields.nameZh)} label={t.create.nameZh} hint={t.create.nameZhHint} />
        <TextInput {...fieldProps(fields.nameEn)} label={t.create.nameEn} optional />
        <Button variant="primary">{t.names.submit}</Button>
      </form>
    </CompanyPage>
  );
}
