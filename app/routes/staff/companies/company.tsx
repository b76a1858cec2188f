import { useForm } from "@conform-to/react";
import { redirect } from "react-router";
import { judgeUsccForm } from "#app/domain/companies/company-forms.ts";
import { can } from "#app/domain/companies/policy.ts";
import { findCompany } from "#app/features/companies/find-company.ts";
import { judgeUscc } from "#app/features/companies/judge-uscc.ts";
import { listMembers } from "#app/features/companies/list-members.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readForm } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { companyErrorMessages } from "#app/i18n/messages/companies-errors.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formErrors } from "#app/ui/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/company";
import { CompanyFacts } from "./company-facts.tsx";
import { JudgeForm } from "./judge-form.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const company = found(await findCompany(ctx, params.companyId));
  const subject = { companyId: company.id, usccState: company.usccState };
  const done = new URL(request.url).searchParams.get("done");
  return {
    locale,
    company,
    members: await listMembers(ctx, company.id),
    mayReadLicence: can(actor, "read_licence", subject),
    mayJudge: can(actor, "judge_uscc", subject),
    done: done === "confirm" || done === "refuse" ? (done as "confirm" | "refuse") : undefined,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale } = staffOnly(context);
  const form = await readForm(request, judgeUsccForm, { sentences: companyErrorMessages[locale] });
  if (!form.ok) return form.refused;
  const answer = await judgeUscc(ctx, { companyId: params.companyId, ...form.value });
  if (answer.ok) return redirect(`/staff/companies/${params.companyId}?done=${form.value.verdict}`, 303);
  if (answer.reason === "reason_needed") return form.refuse({ reason: "reason_needed" });
  if (answer.reason === "stale") return form.refuse({ verdict: "stale" }, 409);
  throw notFound();
}

export default function Company({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, company, members, mayReadLicence, mayJudge, done } = loaderData;
  const t = peopleMessages[locale].company;
  const [form, fields] = useForm({
    id: "judge",
    lastResult: actionData?.result ?? null,
    defaultValue: { verdict: "", reason: "" },
  });
  const errors = formErrors(form);
  const name = (locale === "en" && company.nameEn) || company.nameZh;
  return (
    <>
      <PageTitle hasErrors={errors.length > 0}>{`${name} – ${t.title}`}</PageTitle>
      <BackLink href="/staff/companies">{t.back}</BackLink>
      <ErrorSummary errors={errors} />
      <DeskHead title={name} />
      {done && !actionData && (
        <Notice tone="ok" role="status" className="mb-3">
          {t.done[done]}
        </Notice>
      )}
      <CompanyFacts company={company} members={members} mayReadLicence={mayReadLicence} locale={locale} />
      {mayJudge && (
        <JudgeForm
          locale={locale}
          formId={form.id}
          uscc={company.uscc}
          version={company.version}
          verdict={fields.verdict}
          reason={fields.reason}
        />
      )}
    </>
  );
}
