import { data, redirect } from "react-router";
import type { DocumentChange } from "#app/domain/calls/document-difference.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import { findCallInWriting } from "#app/features/calls/writing/find-call-in-writing.ts";
import { importCallDocument } from "#app/features/calls/writing/import-call-document.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatCount } from "#app/i18n/format.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { Route } from "./+types/import";
import { DifferenceTable } from "./difference-table.tsx";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayCall(actor, "edit")) throw notFound();
  const { call } = found(await findCallInWriting(ctx, params.callId));
  return { locale, callId: call.id, callName: `${call.code} ${call.year}` };
}

interface Answer {
  json: string;
  error?: string;
  shown?: { changes: DocumentChange[]; draftVersion: number };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayCall(actor, "edit")) throw notFound();
  const form = await readFormData(request);
  const json = String(form.get("json") ?? "");
  const draftVersion = form.has("write") ? Number(form.get("draftVersion")) : undefined;
  const result = await importCallDocument(ctx, { callId: params.callId, json, draftVersion });
  if (result.ok && result.written) return redirect(`/staff/calls/${params.callId}/edit?done=saved`, 303);
  const answer = (more: Omit<Answer, "json">): Answer => ({ json, ...more });
  if (result.ok)
    return data(answer({ shown: { changes: result.changes, draftVersion: result.draftVersion } }));
  if (result.reason === "not_found" || result.reason === "not_allowed") throw notFound();
  const t = callWritingMessages[locale].errors;
  const error = result.reason === "shape" ? t.shape(result.place) : t[result.reason];
  return data(answer({ error }), { status: result.reason === "stale" ? 409 : 422 });
}

export default function ImportCall({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, callId, callName } = loaderData;
  const t = callWritingMessages[locale];
  const answer = actionData as Answer | undefined;
  const shown = answer?.shown;
  const title = t.importTitle(callName);
  const prefix = answer?.error ? shellMessages[locale].errorPrefix : "";
  return (
    <>
      <title>{`${prefix}${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`/staff/calls/${callId}/edit`}>{t.backToDraft}</BackLink>
      <h1 className="mt-2">{title}</h1>
      <p className="muted measure">{t.importHint}</p>
      <ErrorSummary errors={answer?.error ? [{ href: "#json", text: answer.error }] : []} />
      {shown && shown.changes.length === 0 && <Notice className="mt-3">{t.importNone}</Notice>}
      {shown && shown.changes.length > 0 && (
        <form method="post" className="mt-4">
          <h2>{t.importCount(formatCount(shown.changes.length))}</h2>
          <DifferenceTable changes={shown.changes} caption={title} locale={locale} />
          <input type="hidden" name="json" value={answer.json} />
          <input type="hidden" name="draftVersion" value={shown.draftVersion} />
          <Button name="write" value="1" variant="primary" className="mt-4">
            {t.importSubmit}
          </Button>
        </form>
      )}
      <form method="post" className="rule mt-8 pt-4" noValidate>
        <TextArea
          id="json"
          name="json"
          label={t.importText}
          rows={12}
          defaultValue={answer?.json ?? ""}
          errors={answer?.error ? [answer.error] : []}
          control={{ spellCheck: false }}
        />
        <Button>{t.importCheck}</Button>
      </form>
    </>
  );
}
