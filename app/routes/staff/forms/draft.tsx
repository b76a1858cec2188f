import { data, redirect } from "react-router";
import type { EditOperation } from "#app/domain/forms/edit/edit-operation.ts";
import { addressIn, type FormNode } from "#app/domain/forms/edit/find-node.ts";
import { copyOf, problemsOf, stepOf } from "#app/domain/forms/edit/outline-edits.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import type { Context } from "#app/features/context.ts";
import { assignFormDraft } from "#app/features/forms/assign-form-draft.ts";
import { correctFormTexts } from "#app/features/forms/correct-form-texts.ts";
import { editFormDraft } from "#app/features/forms/edit-form-draft.ts";
import { findFormDraft, type FormDraft } from "#app/features/forms/find-form-draft.ts";
import { listDraftChanges } from "#app/features/forms/list-draft-changes.ts";
import { listForms } from "#app/features/forms/list-forms.ts";
import { listDraftPresence } from "#app/features/forms/note-draft-presence.ts";
import { publishFormDraft } from "#app/features/forms/publish-form-draft.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatCount, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { builderVersionMessages } from "#app/i18n/messages/builder-versions.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { Button } from "#app/ui/button.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/draft";
import { problemWords } from "./node-name.ts";
import { shownCorrection } from "./shown-correction.ts";
import { CorrectTexts } from "./correct-texts.tsx";
import { PresentLines } from "./present-lines.tsx";
import { presentWords } from "./present-words.ts";
import { shownUntranslated, UntranslatedTexts } from "./untranslated-texts.tsx";
import { movedTo } from "./moved-to.ts";
import { addressOf, anchorOf, editHref } from "./node-token.ts";
import { ChooseCall, Changes, Problems } from "./draft-panels.tsx";
import { Outline } from "./outline.tsx";
import { draftHref, isFolded, sectionHolding } from "./outline-place.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  const draft = found(await findFormDraft(ctx, params.draftId));
  const { searchParams } = new URL(request.url);
  return {
    ...{ locale, draft, done: searchParams.get("done"), open: searchParams.get("open") ?? undefined },
    problems: problemsOf(draft.definition),
    changes: await listDraftChanges(ctx, draft.id),
    mayEdit: mayForm(actor, "edit"),
    calls:
      draft.callId === null && mayForm(actor, "edit")
        ? (await listForms(ctx)).filter(({ state }) => state === "not_open")
        : [],
    mayPublish: mayForm(actor, "publish") && draft.callState === "not_open",
    correction: mayForm(actor, "publish") ? await shownCorrection(ctx, draft, locale) : undefined,
    untranslated: shownUntranslated(draft, locale),
    present: presentWords(await listDraftPresence(ctx, draft.id), draft.definition, locale),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  const draft = found(await findFormDraft(ctx, params.draftId));
  if (!mayForm(actor, "edit")) throw notFound();
  const form = await readFormData(request);
  const here = `/staff/forms/${draft.id}`;
  if (form.has("publish")) {
    const version = Number(form.get("publish"));
    const result = await publishFormDraft(ctx, { draftId: draft.id, version });
    if (result.ok) return redirect(`${here}?done=published`, 303);
    if (result.reason === "not_allowed" || result.reason === "not_found") throw notFound();
    return data({ error: builderMessages[locale].refused[result.reason] }, { status: 409 });
  }
  if (form.has("correct")) return correct(ctx, draft, form, locale);
  if (form.has("callId")) return assign(ctx, draft, String(form.get("callId")), locale);
  const operation = await wanted(ctx, draft, form);
  if (!operation) return data({ error: builderMessages[locale].refused.not_now }, { status: 409 });
  const result = await editFormDraft(ctx, { draftId: draft.id, operations: [operation] });
  if (result.ok) return redirect(placeAfter(draft, operation, request), 303);
  if (result.reason !== "problem") throw notFound();
  return data({ error: problemWords(result.problem, locale) }, { status: 409 });
}

async function correct(ctx: Context, { id: draftId }: FormDraft, form: FormData, locale: Locale) {
  const reason = String(form.get("reason") ?? "");
  const version = Number(form.get("correct"));
  const result = await correctFormTexts(ctx, { draftId, version, reason });
  if (result.ok) return redirect(`/staff/forms/${draftId}?done=corrected`, 303);
  if (result.reason === "not_allowed" || result.reason === "not_found") throw notFound();
  const error = builderVersionMessages[locale].errors[result.reason];
  const status = result.reason === "no_reason" ? 422 : 409;
  return data({ error, reason, isReason: result.reason === "no_reason" }, { status });
}

async function assign(ctx: Context, { id: draftId }: FormDraft, callId: string, locale: Locale) {
  const result = await assignFormDraft(ctx, { draftId, callId });
  if (result.ok) return redirect(`/staff/forms/${draftId}?done=changed`, 303);
  if (result.reason === "not_allowed" || result.reason === "not_found") throw notFound();
  return data({ error: builderMessages[locale].forCallErrors[result.reason] }, { status: 422 });
}

/** Whoever works through the outline stays where they are, or goes with what they move. */
function placeAfter({ id, definition }: FormDraft, operation: EditOperation, request: Request): string {
  const opened = new URL(request.url).searchParams.get("open");
  const stays = { done: "changed", ...(opened !== null && { open: opened }) };
  if (operation.op !== "move" && operation.op !== "insert") return draftHref(id, stays);
  const isMove = operation.op === "move";
  const kind = isMove ? operation.at.kind : operation.kind;
  const key = isMove ? operation.at.key : (operation.node as FormNode).key;
  const open = sectionHolding(definition, kind, operation.into);
  const place = draftHref(id, { ...stays, ...(open !== undefined && { open }) });
  return `${place}#${anchorOf(addressIn(kind, operation.into, key))}`;
}

/** The operation a button of the page stands for, on the newest version. */
async function wanted(ctx: Context, draft: FormDraft, form: FormData): Promise<EditOperation | undefined> {
  for (const direction of ["up", "down"] as const) {
    const at = addressOf(text(form, direction));
    if (at) return stepOf(draft.definition, at, direction);
  }
  const moved = movedTo(text(form, "moveTo"), draft.definition);
  if (moved) return moved;
  const copied = addressOf(text(form, "copy"));
  if (copied) return copyOf(draft.definition, copied);
  const version = Number(form.get("undo") ?? Number.NaN);
  const changes = Number.isNaN(version) ? [] : await listDraftChanges(ctx, draft.id);
  return changes.find((change) => change.version === version)?.inverse;
}

const text = (form: FormData, name: string): string | undefined => form.get(name)?.toString();

export default function Draft({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, draft, done, problems, changes, calls, mayEdit, mayPublish } = loaderData;
  const { correction, untranslated, present, open } = loaderData;
  const refused = actionData as { error: string; reason?: string; isReason?: boolean } | undefined;
  const t = builderMessages[locale];
  const title = draft.definition.title[locale];
  const folded = isFolded(draft.definition);
  return (
    <>
      <title>{`${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href="/staff/forms">{t.title}</BackLink>
      <DeskHead
        title={title}
        note={t.forWhom(
          draft.callCode === null ? "" : `${draft.callCode} ${draft.callYear}`,
          formatCount(draft.version),
        )}
      >
        <a className="me-4" href={`/staff/forms/${draft.id}/preview`}>
          {t.preview}
        </a>
        {mayEdit && (
          <a className="me-4" href={`/staff/forms/import?into=draft:${draft.id}`}>
            {t.importLink}
          </a>
        )}
        <a href={`/staff/forms/${draft.id}/export`}>{t.exportJson}</a>
      </DeskHead>
      <p className="muted">{t.lastChange(draft.updatedBy, formatDateTime(locale, draft.updatedAt))}</p>
      {done && !actionData && (
        <Notice tone="ok" className="mt-3">
          {done === "published"
            ? t.publishDone
            : done === "corrected"
              ? builderVersionMessages[locale].correctDone
              : t.changed}
        </Notice>
      )}
      <PresentLines draftId={draft.id} node="" sentences={present} />
      <ErrorSummary
        errors={
          actionData ? [{ href: refused?.isReason ? "#reason" : "#outline", text: actionData.error }] : []
        }
      />
      <Problems
        draftId={draft.id}
        canPublish={draft.callState === "not_open"}
        definition={draft.definition}
        problems={problems}
        locale={locale}
      />
      <UntranslatedTexts texts={untranslated} locale={locale} />
      {correction && (
        <CorrectTexts
          draft={draft}
          correction={correction}
          reason={refused?.reason ?? ""}
          errors={refused?.isReason ? [refused.error] : []}
          locale={locale}
        />
      )}
      {mayEdit && draft.callId === null && <ChooseCall calls={calls} locale={locale} />}
      {mayPublish && problems.length === 0 && draft.publishedVersion !== draft.version && (
        <form method="post" className="measure rule mt-6 pt-4">
          <h2>{t.publish}</h2>
          <p className="muted">{t.publishHint}</p>
          <Button name="publish" value={draft.version} variant="primary">
            {t.publishSubmit}
          </Button>
        </form>
      )}
      <h2 id="outline" className="mt-8" tabIndex={-1}>
        {t.outline}
      </h2>
      {mayEdit && (
        <p>
          <a href={editHref(draft.id, undefined)}>{t.editForm}</a>
        </p>
      )}
      {folded && <p className="muted">{t.foldedHint}</p>}
      <Outline {...{ locale, mayEdit, open, folded }} draftId={draft.id} definition={draft.definition} />
      {changes.length > 0 && (
        <Changes changes={changes} definition={draft.definition} locale={locale} mayEdit={mayEdit} />
      )}
      {mayEdit && <BrowserScript name="builder" />}
    </>
  );
}
