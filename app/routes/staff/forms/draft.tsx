import { data, redirect } from "react-router";
import type { DefinitionProblem } from "#app/domain/forms/definition-problem.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { EditOperation } from "#app/domain/forms/edit/edit-operation.ts";
import { copyOf, problemsOf, stepOf } from "#app/domain/forms/edit/outline-edits.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import type { Context } from "#app/features/context.ts";
import { editFormDraft } from "#app/features/forms/edit-form-draft.ts";
import { findFormDraft, type FormDraft } from "#app/features/forms/find-form-draft.ts";
import { type DraftChange, listDraftChanges } from "#app/features/forms/list-draft-changes.ts";
import { publishFormDraft } from "#app/features/forms/publish-form-draft.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatCount, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { definitionPlaceWords, definitionProblemSentence } from "#app/i18n/messages/definition-problems.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/draft";
import { operationWords, problemWords } from "./node-name.ts";
import { addressOf } from "./node-token.ts";
import { Outline } from "./outline.tsx";
import { problemHref } from "./problem-place.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  const draft = found(await findFormDraft(ctx, params.draftId));
  const done = new URL(request.url).searchParams.get("done");
  return {
    ...{ locale, draft, done },
    problems: problemsOf(draft.definition),
    changes: await listDraftChanges(ctx, draft.id),
    mayEdit: mayForm(actor, "edit"),
    mayPublish: mayForm(actor, "publish") && draft.callState === "not_open",
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
  const operation = await wanted(ctx, draft, form);
  if (!operation) return data({ error: builderMessages[locale].refused.not_now }, { status: 409 });
  const result = await editFormDraft(ctx, { draftId: draft.id, operations: [operation] });
  if (result.ok) return redirect(`${here}?done=changed`, 303);
  if (result.reason !== "problem") throw notFound();
  return data({ error: problemWords(result.problem, locale) }, { status: 409 });
}

/** The operation a button of the page stands for, on the newest version. */
async function wanted(ctx: Context, draft: FormDraft, form: FormData): Promise<EditOperation | undefined> {
  for (const direction of ["up", "down"] as const) {
    const at = addressOf(text(form, direction));
    if (at) return stepOf(draft.definition, at, direction);
  }
  const copied = addressOf(text(form, "copy"));
  if (copied) return copyOf(draft.definition, copied);
  const version = Number(form.get("undo") ?? Number.NaN);
  const changes = Number.isNaN(version) ? [] : await listDraftChanges(ctx, draft.id);
  return changes.find((change) => change.version === version)?.inverse;
}

const text = (form: FormData, name: string): string | undefined => form.get(name)?.toString();

export default function Draft({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, draft, done, problems, changes, mayEdit, mayPublish } = loaderData;
  const t = builderMessages[locale];
  const title = draft.definition.title[locale];
  return (
    <>
      <title>{`${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href="/staff/forms">{t.title}</BackLink>
      <DeskHead
        title={title}
        note={t.forWhom(`${draft.callCode} ${draft.callYear}`, formatCount(draft.version))}
      >
        <a className="me-4" href={`/staff/forms/${draft.id}/preview`}>
          {t.preview}
        </a>
        <a href={`/staff/forms/${draft.id}/export`}>{t.exportJson}</a>
      </DeskHead>
      <p className="muted">{t.lastChange(draft.updatedBy, formatDateTime(locale, draft.updatedAt))}</p>
      {done && !actionData && (
        <Notice tone="ok" className="mt-3">
          {done === "published" ? t.publishDone : t.changed}
        </Notice>
      )}
      <ErrorSummary errors={actionData ? [{ href: "#outline", text: actionData.error }] : []} />
      <Problems draftId={draft.id} definition={draft.definition} problems={problems} locale={locale} />
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
      <Outline draftId={draft.id} definition={draft.definition} locale={locale} mayEdit={mayEdit} />
      {changes.length > 0 && (
        <Changes changes={changes} definition={draft.definition} locale={locale} mayEdit={mayEdit} />
      )}
    </>
  );
}

interface ProblemsProps {
  draftId: string;
  definition: FormDefinition;
  problems: readonly DefinitionProblem[];
  locale: Locale;
}

function Problems({ draftId, definition, problems, locale }: ProblemsProps) {
  const t = builderMessages[locale];
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="mt-6">
        {t.problems}
      </h2>
      <p>{problems.length === 0 ? t.noProblems : t.problemCount(formatCount(problems.length))}</p>
      {problems.length > 0 && (
        <ul className="builder-problems">
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)}>
              <a href={problemHref(draftId, definition, problem.place)}>
                {definitionPlaceWords(problem.place, locale)}
              </a>
              <br />
              {definitionProblemSentence(problem, locale)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface ChangesProps {
  changes: readonly DraftChange[];
  definition: FormDefinition;
  locale: Locale;
  mayEdit: boolean;
}

function Changes({ changes, definition, locale, mayEdit }: ChangesProps) {
  const t = builderMessages[locale];
  return (
    <form method="post" className="mt-8" noValidate>
      <h2>{t.history}</h2>
      <DataTable
        caption={t.history}
        dense
        rows={changes}
        rowKey={({ version }) => String(version)}
        columns={[
          { id: "version", head: t.draftVersion, numeric: true, cell: ({ version }) => version },
          {
            id: "what",
            head: t.form,
            cell: ({ operation }) => operationWords(operation, definition, locale),
          },
          { id: "by", head: t.changedBy, cell: ({ by }) => by },
          { id: "at", head: t.changedAt, className: "nowrap", cell: ({ at }) => formatDateTime(locale, at) },
          ...(mayEdit
            ? [
                {
                  id: "undo",
                  head: t.takeBack,
                  cell: ({ version }: DraftChange) => (
                    <Button
                      size="sm"
                      variant="quiet"
                      name="undo"
                      value={version}
                      aria-label={t.takeBackOf(formatCount(version))}
                    >
                      {t.takeBack}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </form>
  );
}
