import { useForm } from "@conform-to/react";
import { redirect } from "react-router";
import { inviteTesterForm } from "#app/domain/accounts/account-forms.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import { dismissTester } from "#app/features/applications/tests/dismiss-tester.ts";
import { inviteTester, resendTestInvitation } from "#app/features/applications/tests/invite-tester.ts";
import { listTesters } from "#app/features/applications/tests/list-testers.ts";
import { listTests } from "#app/features/applications/tests/list-tests.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { checkForm, type FormResult, readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { callTesterMessages } from "#app/i18n/messages/call-testers.ts";
import { callTestMessages } from "#app/i18n/messages/call-tests.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formErrors } from "#app/ui/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/testers";
import { TesterTable } from "./tester-table.tsx";

const outcomes = ["invited", "resent", "dismissed"] as const;
const refusals = ["opened", "no_form", "not_found"] as const;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  const { call, mayStart, hasForm } = found(await listTests(ctx, params.callId));
  const query = new URL(request.url).searchParams;
  const mayInvite = mayCall(actor, "invite_testers");
  return {
    ...{ locale, call, hasForm, mayInvite, mayStart },
    testers: await listTesters(ctx, params.callId),
    done: outcomes.find((each) => each === query.get("done")),
    failed: refusals.find((each) => each === query.get("failed")),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayCall(actor, "invite_testers")) throw notFound();
  const { callId } = params;
  const here = (query: string) => redirect(`/staff/calls/${callId}/testers?${query}`, 303);
  const formData = await readFormData(request);
  const [intent, testerId] = String(formData.get("intent") ?? "").split(":");
  if (testerId !== undefined) {
    const resends = intent === "resend";
    const answer = await (resends ? resendTestInvitation : dismissTester)(ctx, { callId, testerId });
    return here(answer.ok ? `done=${resends ? "resent" : "dismissed"}` : `failed=${answer.reason}`);
  }
  const sentences = { ...accountErrorMessages[locale], ...callTesterMessages[locale].errors };
  const form = checkForm(formData, inviteTesterForm, { sentences });
  if (!form.ok) return form.refused;
  const answer = await inviteTester(ctx, { callId, ...form.value });
  if (answer.ok) return here("done=invited");
  if (answer.reason === "not_allowed" || answer.reason === "not_found") throw notFound();
  return form.refuse({ email: answer.reason }, 422);
}

export default function Testers({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, call, testers, mayInvite, mayStart, hasForm, done, failed } = loaderData;
  const t = callTesterMessages[locale];
  return (
    <>
      <BackLink href={`/staff/calls/${call.id}/tests`}>{callTestMessages[locale].toTests}</BackLink>
      <h1 className="mt-2">{t.titleOf(`${call.code} ${call.title[locale]}`)}</h1>
      <p className="muted measure">{t.lead}</p>
      {done && (
        <Notice tone="ok" className="mt-3" role="status">
          {t.done[done]}
        </Notice>
      )}
      {failed && (
        <Notice tone="bad" className="mt-3" role="alert">
          {t.errors[failed]}
        </Notice>
      )}
      {mayInvite && mayStart ? (
        <InviteForm locale={locale} result={actionData?.result} />
      ) : (
        <>
          <PageTitle>{t.title}</PageTitle>
          {!mayStart && <Notice className="mt-4">{hasForm ? t.errors.opened : t.errors.no_form}</Notice>}
        </>
      )}
      {testers.length === 0 ? (
        <p className="muted mt-6">{t.none}</p>
      ) : (
        <TesterTable testers={testers} locale={locale} mayInvite={mayInvite} mayResend={mayStart} />
      )}
    </>
  );
}

function InviteForm({ locale, result }: { locale: Locale; result: FormResult | undefined }) {
  const t = callTesterMessages[locale];
  const language = accountMessages[locale].profile;
  const [form, fields] = useForm({
    id: "invite",
    lastResult: result ?? null,
    defaultValue: { email: "", locale: "zh" },
  });
  const errors = formErrors(form);
  return (
    <>
      <PageTitle hasErrors={errors.length > 0}>{t.title}</PageTitle>
      <ErrorSummary errors={errors} />
      <form method="post" id={form.id} noValidate className="max-w-xl [&_.field]:my-5">
        <TextInput
          {...fieldProps(fields.email)}
          label={t.email}
          hint={t.emailHint}
          type="email"
          control={{ autoComplete: "off", spellCheck: false, autoCapitalize: "none" }}
        />
        <RadioGroup
          {...fieldProps(fields.locale)}
          label={t.language}
          options={[
            { value: "zh", label: <span lang="zh-CN">{language.zh}</span> },
            { value: "en", label: <span lang="en">{language.en}</span> },
          ]}
          inline
        />
        <Button variant="primary">{t.invite}</Button>
      </form>
    </>
  );
}
