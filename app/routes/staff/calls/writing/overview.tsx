import { data, redirect } from "react-router";
import { mayCall } from "#app/domain/calls/policy.ts";
import { chooseForm } from "#app/features/calls/writing/choose-form.ts";
import { findCallInWriting } from "#app/features/calls/writing/find-call-in-writing.ts";
import {
  listCallDraftChanges,
  listCallVersions,
  listFormChoices,
} from "#app/features/calls/writing/list-call-history.ts";
import { publishCallDraft } from "#app/features/calls/writing/publish-call-draft.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/overview";
import { CallVersions, DraftChanges } from "./call-history.tsx";
import { FormChoice } from "./form-choice.tsx";
import { GroupList, ProblemList } from "./group-list.tsx";
import { PublishCall } from "./publish-call.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  const writing = found(await findCallInWriting(ctx, params.callId));
  const { code } = writing.call;
  return {
    locale,
    writing,
    done: new URL(request.url).searchParams.get("done"),
    mayEdit: mayCall(actor, "edit"),
    forms: await listFormChoices(ctx, code),
    versions: await listCallVersions(ctx, params.callId),
    history: await listCallDraftChanges(ctx, params.callId),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayCall(actor, "publish")) throw notFound();
  const form = await readFormData(request);
  const text = (name: string) => String(form.get(name) ?? "");
  const { callId } = params;
  const version = Number(text("callVersion"));
  const result = form.has("chooseForm")
    ? await chooseForm(ctx, { callId, version, formVersionId: text("formVersionId") })
    : await publishCallDraft(ctx, {
        callId,
        ...{ callVersion: version, draftVersion: Number(text("draftVersion")), reason: text("reason") },
      });
  const done = form.has("chooseForm") ? "form" : "published";
  if (result.ok) return redirect(`/staff/calls/${callId}/edit?done=${done}`, 303);
  if (result.reason === "not_found" || result.reason === "not_allowed") throw notFound();
  return data(
    {
      error: callWritingMessages[locale].errors[result.reason],
      at: form.has("chooseForm") ? "formVersionId" : result.reason === "reason" ? "reason" : "publish",
      reason: text("reason"),
    },
    { status: result.reason === "stale" ? 409 : 422 },
  );
}

export default function CallDraft({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, writing, done, mayEdit, forms, versions, history } = loaderData;
  const t = callWritingMessages[locale];
  const { call, document } = writing;
  const name = `${call.code} ${document.about.title[locale]}`;
  const prefix = actionData ? shellMessages[locale].errorPrefix : "";
  return (
    <>
      <title>{`${prefix}${t.title(name)} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`/staff/calls/${call.id}`}>{t.backToCall}</BackLink>
      <DeskHead title={t.title(name)} note={String(call.year)}>
        <LinkButton href={`/staff/calls/${call.id}/preview`}>{t.preview}</LinkButton>
        <LinkButton href={`/staff/calls/${call.id}/export`} variant="quiet">
          {t.exportJson}
        </LinkButton>
        {mayEdit && (
          <LinkButton href={`/staff/calls/${call.id}/import`} variant="quiet">
            {t.importJson}
          </LinkButton>
        )}
      </DeskHead>
      <ErrorSummary errors={actionData ? [{ href: `#${actionData.at}`, text: actionData.error }] : []} />
      {done && !actionData && (
        <Notice tone="ok" className="mt-3" role="status">
          {done === "published" || done === "form" ? t.published : t.saved}
        </Notice>
      )}
      {!call.listed && (
        <Notice tone="warn" className="mt-3">
          {call.withdrawnAt ? t.withdrawn(formatDateTime(locale, call.withdrawnAt)) : t.unlisted}
        </Notice>
      )}
      {!mayEdit && <p className="muted mt-3">{t.readOnly}</p>}
      <GroupList writing={writing} locale={locale} />
      <FormChoice
        call={call}
        sections={writing.sections}
        forms={forms}
        mayEdit={mayEdit && !writing.opened}
        error={actionData?.at === "formVersionId" ? actionData.error : undefined}
        locale={locale}
      />
      <ProblemList callId={call.id} problems={writing.problems} locale={locale} />
      <PublishCall
        writing={writing}
        mayPublish={mayEdit}
        refused={actionData && { at: actionData.at, error: actionData.error, reason: actionData.reason }}
        locale={locale}
      />
      <CallVersions versions={versions} locale={locale} />
      <DraftChanges changes={history} locale={locale} />
    </>
  );
}
