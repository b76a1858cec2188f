import { useForm } from "@conform-to/react";
import { redirect } from "react-router";
import { correctUsccForm } from "#app/domain/companies/company-forms.ts";
import { can } from "#app/domain/companies/policy.ts";
import { correctUscc } from "#app/features/companies/correct-uscc.ts";
import { findCompany } from "#app/features/companies/find-company.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import { companyErrorMessages } from "#app/i18n/messages/companies-errors.ts";
import { companyMessages } from "#app/i18n/messages/companies.ts";
import { signInMessages } from "#app/i18n/messages/sign-in.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/correct-uscc";
import { companyName, CompanyPage } from "./company-page.tsx";
import { LicenceInput } from "./licence-input.tsx";
import { readLicenceForm } from "./read-licence-form.ts";
import { UsccInput } from "./uscc-input.tsx";

export const handle = { nav: "workspace" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, actor, locale } = signedIn(context);
  const company = found(await findCompany(ctx, params.companyId));
  if (!can(actor, "correct_uscc", { companyId: company.id, usccState: company.usccState })) throw notFound();
  return { locale, company, megabytes: ctx.settings.uploadMaxBytes / 1024 / 1024 };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, actor, locale } = signedIn(context);
  const { companyId } = params;
  // Asked before anything is stored, and again by the command: nobody uploads into another's company.
  const { usccState } = found(await findCompany(ctx, companyId));
  if (!can(actor, "correct_uscc", { companyId, usccState })) throw notFound();
  const sentences = companyErrorMessages[locale];
  const { form, licence, problem, discard } = await readLicenceForm(request, ctx, correctUsccForm, sentences);
  if (!form.ok) {
    await discard();
    return licence ? form.refuse({ licence: companyMessages[locale].create.licenceAgain }) : form.refused;
  }
  if (problem) return form.refuse({ licence: problem });
  const answer = await correctUscc(ctx, { companyId, ...form.value, licence });
  if (answer.ok) return redirect(`/companies/${companyId}?saved=1`, 303);
  await discard();
  switch (answer.reason) {
    case "too_many_attempts": {
      const minutes = Math.ceil(answer.retryAfterSeconds / 60);
      return form.refuse({ uscc: signInMessages[locale].minutes({ minutes }) }, 429);
    }
    case "licence_needed":
      return form.refuse({ licence: "licence_needed" });
    case "not_found":
    case "not_allowed":
      throw notFound();
    default:
      return form.refuse({ uscc: answer.reason });
  }
}

export default function CorrectUscc({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, company, megabytes } = loaderData;
  const t = companyMessages[locale];
  const [form, fields] = useForm({
    id: "uscc",
    lastResult: actionData?.result ?? null,
    defaultValue: { uscc: company.uscc, licence: "" },
  });
  const back = { href: `/companies/${company.id}`, label: companyName(locale, company) };
  return (
    <CompanyPage title={t.correct.title} back={back} lead={t.correct.lead} errors={formErrors(form)}>
      {company.usccState === "refused" && (
        <Notice tone="warn" className="mt-6">
          {t.refusedReason({ reason: company.usccNote })}
        </Notice>
      )}
      <form method="post" id={form.id} noValidate encType="multipart/form-data" className="max-w-xl">
        <UsccInput {...fieldProps(fields.uscc)} label={t.create.uscc} hint={t.create.usccHint} />
        <LicenceInput {...fieldProps(fields.licence)} locale={locale} megabytes={megabytes} />
        <Button variant="primary">{t.correct.submit}</Button>
      </form>
    </CompanyPage>
  );
}
