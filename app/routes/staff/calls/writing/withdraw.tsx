import { data, redirect } from "react-router";
import { mayCall } from "#app/domain/calls/policy.ts";
import { findCallInWriting } from "#app/features/calls/writing/find-call-in-writing.ts";
import { withdrawCall, type WithdrawCallRefusal } from "#app/features/calls/writing/withdraw-call.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { officeCallMessages } from "#app/i18n/messages/office-calls.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/withdraw";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayCall(actor, "withdraw")) throw notFound();
  const { call } = found(await findCallInWriting(ctx, params.callId));
  if (call.state !== "not_open" || call.withdrawnAt !== null) throw notFound();
  const { id, code, year, title, version, listed } = call;
  return { locale, call: { id, code, year, title, version, listed } };
}

const fields = ["version", "reason", "titleZh", "titleEn", "bodyZh", "bodyEn"] as const;
type Field = (typeof fields)[number];

const fieldOf = (reason: WithdrawCallRefusal): Field => (reason === "notice" ? "titleZh" : "reason");

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayCall(actor, "withdraw")) throw notFound();
  const form = await readFormData(request);
  const typed = Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? "")])) as Record<
    Field,
    string
  >;
  const { version, reason, ...notice } = typed;
  const result = await withdrawCall(ctx, { callId: params.callId, version: Number(version), reason, notice });
  if (result.ok) return redirect(`/staff/calls/${params.callId}?saved=1`, 303);
  if (result.reason === "not_found" || result.reason === "not_allowed") throw notFound();
  const error = callWritingMessages[locale].errors[result.reason];
  return data(
    { typed, field: fieldOf(result.reason), error },
    { status: result.reason === "stale" ? 409 : 422 },
  );
}

export default function WithdrawCall({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, call } = loaderData;
  const t = callWritingMessages[locale];
  const n = officeCallMessages[locale];
  const prefix = actionData ? shellMessages[locale].errorPrefix : "";
  const input = (name: Field) => ({
    ...{ id: name, name, defaultValue: actionData?.typed[name] ?? "" },
    errors: actionData?.field === name ? [actionData.error] : [],
  });
  return (
    <>
      <title>{`${prefix}${t.withdraw} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`/staff/calls/${call.id}`}>{t.backToCall}</BackLink>
      <p className="eyebrow mt-2">
        {call.code} {call.title[locale]}
      </p>
      <h1>{t.withdraw}</h1>
      <p className="muted measure">{t.withdrawHint}</p>
      <ErrorSummary errors={actionData ? [{ href: `#${actionData.field}`, text: actionData.error }] : []} />
      <form method="post" className="measure mt-4" noValidate>
        <input type="hidden" name="version" value={call.version} />
        <TextArea {...input("reason")} label={n.reason} hint={n.reasonHint} rows={2} />
        {call.listed && (
          <>
            <TextInput {...input("titleZh")} label={n.noticeTitleZh} control={{ lang: "zh-CN" }} />
            <TextArea {...input("bodyZh")} label={n.noticeBodyZh} rows={3} control={{ lang: "zh-CN" }} />
            <TextInput {...input("titleEn")} label={n.noticeTitleEn} control={{ lang: "en" }} />
            <TextArea {...input("bodyEn")} label={n.noticeBodyEn} rows={3} control={{ lang: "en" }} />
          </>
        )}
        <Button variant="danger">{call.listed ? t.withdrawSubmit : t.withdrawQuiet}</Button>
      </form>
    </>
  );
}
