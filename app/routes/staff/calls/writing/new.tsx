import { data, redirect } from "react-router";
import { mayCall } from "#app/domain/calls/policy.ts";
import { beijingClock } from "#app/domain/shared/beijing-time.ts";
import { listCallsForOffice } from "#app/features/calls/office/list-calls-for-office.ts";
import { createCall, type CreateCallRefusal } from "#app/features/calls/writing/create-call.ts";
import { notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { officeCallMessages } from "#app/i18n/messages/office-calls.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/new";

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayCall(actor, "edit")) throw notFound();
  return { locale, calls: await listCallsForOffice(ctx), year: beijingClock(ctx.now).year };
}

const fields = ["code", "year", "titleZh", "titleEn", "from"] as const;
type Field = (typeof fields)[number];

const fieldOf: Record<Exclude<CreateCallRefusal, "not_allowed">, Field> = {
  code: "code",
  taken: "code",
  year: "year",
  title: "titleZh",
  from: "from",
};

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayCall(actor, "edit")) throw notFound();
  const form = await readFormData(request);
  const typed = Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? "")])) as Record<
    Field,
    string
  >;
  const result = await createCall(ctx, {
    code: typed.code,
    year: Number(typed.year),
    title: { zh: typed.titleZh, en: typed.titleEn },
    from: typed.from || null,
  });
  if (result.ok) return redirect(`/staff/calls/${result.callId}/edit`, 303);
  if (result.reason === "not_allowed") throw notFound();
  const error = callWritingMessages[locale].errors[result.reason];
  return data({ typed, field: fieldOf[result.reason], error }, { status: 422 });
}

export default function NewCall({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, calls, year } = loaderData;
  const t = callWritingMessages[locale];
  const prefix = actionData ? shellMessages[locale].errorPrefix : "";
  const input = (name: Field) => ({
    ...{ id: name, name },
    defaultValue: actionData?.typed[name] ?? (name === "year" ? String(year) : ""),
    errors: actionData?.field === name ? [actionData.error] : [],
  });
  return (
    <>
      <title>{`${prefix}${t.newTitle} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href="/staff/calls">{officeCallMessages[locale].title}</BackLink>
      <h1 className="mt-2">{t.newTitle}</h1>
      <p className="muted">{t.newHint}</p>
      <ErrorSummary errors={actionData ? [{ href: `#${actionData.field}`, text: actionData.error }] : []} />
      <form method="post" className="measure mt-4" noValidate>
        <TextInput {...input("code")} label={t.code} hint={t.codeHint} width="sm" />
        <TextInput {...input("year")} label={t.year} width="sm" control={{ inputMode: "numeric" }} />
        <TextInput {...input("titleZh")} label={t.titleZh} control={{ lang: "zh-CN" }} />
        <TextInput {...input("titleEn")} label={t.titleEn} control={{ lang: "en" }} />
        <Select
          {...input("from")}
          label={t.startFrom}
          hint={t.startFromHint}
          empty={t.fromNothing}
          options={calls.map((call) => ({
            value: call.id,
            label: `${call.code} ${call.year} ${locale === "en" ? call.titleEn : call.titleZh}`,
          }))}
        />
        <Button variant="primary">{t.create}</Button>
      </form>
    </>
  );
}
