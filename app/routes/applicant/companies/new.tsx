import { useForm } from "@conform-to/react";
import { redirect } from "react-router";
import { createCompanyForm } from "#app/domain/companies/company-forms.ts";
import { mayJoinCompanies } from "#app/domain/companies/policy.ts";
import { checkUscc } from "#app/domain/companies/uscc.ts";
import { createCompany } from "#app/features/companies/create-company.ts";
import { notFound } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { companyErrorMessages } from "#app/i18n/messages/companies-errors.ts";
import { companyMessages } from "#app/i18n/messages/companies.ts";
import { signInMessages } from "#app/i18n/messages/sign-in.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/new";
import { CompanyPage } from "./company-page.tsx";
import { LicenceInput } from "./licence-input.tsx";
import { readLicenceForm } from "./read-licence-form.ts";
import { UsccInput } from "./uscc-input.tsx";

export const handle = { nav: "workspace" };

export function loader({ context }: Route.LoaderArgs) {
  const { actor, ctx, locale } = signedIn(context);
  if (!mayJoinCompanies(actor)) throw notFound();
  return { locale, megabytes: ctx.settings.uploadMaxBytes / 1024 / 1024 };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { actor, ctx, locale } = signedIn(context);
  if (!mayJoinCompanies(actor)) throw notFound();
  const sentences = companyErrorMessages[locale];
  const { form, licence, problem, discard } = await readLicenceForm(
    request,
    ctx,
    createCompanyForm,
    sentences,
  );
  if (!form.ok) {
    await discard();
    return licence ? form.refuse({ licence: companyMessages[locale].create.licenceAgain }) : form.refused;
  }
  if (problem) return form.refuse({ licence: problem });
  const answer = await createCompany(ctx, { ...form.value, licence });
  if (answer.ok) return redirect(`/companies/${answer.companyId}?created=${answer.usccState}`, 303);
  await discard();
  switch (answer.reason) {
    case "too_many_attempts": {
      const minutes = Math.ceil(answer.retryAfterSeconds / 60);
      return form.refuse({ uscc: signInMessages[locale].minutes({ minutes }) }, 429);
    }
    case "licence_needed":
      return form.refuse({ uscc: "uscc_check_digit" });
    case "not_allowed":
      throw notFound();
    default:
      return form.refuse({ uscc: answer.reason });
  }
}

export default function NewCompany({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, megabytes } = loaderData;
  const t = companyMessages[locale].create;
  const [form, fields] = useForm({
    id: "company",
    lastResult: actionData?.result ?? null,
    defaultValue: { uscc: "", nameZh: "", nameEn: "", licence: "" },
  });
  // Once the check character alone fails, the licence may speak for the code.
  const needsLicence = checkFails(fields.uscc.initialValue) && Boolean(actionData);
  return (
    <CompanyPage title={t.title} lead={t.lead} errors={formErrors(form)}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-20 lg:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]">
        <form
          method="post"
          id={form.id}
          noValidate
          encType={needsLicence ? "multipart/form-data" : "application/x-www-form-urlencoded"}
        >
          <UsccInput {...fieldProps(fields.uscc)} label={t.uscc} hint={t.usccHint} />
          {needsLicence && (
            <LicenceInput {...fieldProps(fields.licence)} locale={locale} megabytes={megabytes} />
          )}
          <TextInput
            {...fieldProps(fields.nameZh)}
            label={t.nameZh}
            hint={t.nameZhHint}
            control={{ autoComplete: "organization" }}
          />
          <TextInput
            {...fieldProps(fields.nameEn)}
            label={t.nameEn}
            optional
            control={{ autoComplete: "off" }}
          />
          <Button variant="primary">{needsLicence ? t.submitWithLicence : t.submit}</Button>
        </form>
        <Aside locale={locale} />
      </div>
    </CompanyPage>
  );
}

function checkFails(typed: unknown): boolean {
  const check = checkUscc(typeof typed === "string" ? typed : "");
  return !check.ok && check.reason === "check_digit";
}

function Aside({ locale }: { locale: Locale }) {
  const t = companyMessages[locale].create;
  return (
    <aside className="mt-8">
      <h2>{t.aside}</h2>
      <p className="measure mt-2">{t.asideBody}</p>
      <h2 className="mt-8">{t.asideWho}</h2>
      <p className="measure mt-2">{t.asideWhoBody}</p>
    </aside>
  );
}
