import { data, redirect } from "react-router";
import type { DefinitionProblem } from "#app/domain/forms/definition-problem.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import { largestDefinitionFile, readDefinitionFile } from "#app/domain/forms/read-definition-file.ts";
import type { Context } from "#app/features/context.ts";
import { editFormDraft } from "#app/features/forms/edit-form-draft.ts";
import { listFormDrafts } from "#app/features/forms/list-form-drafts.ts";
import { listForms } from "#app/features/forms/list-forms.ts";
import { startFormDraft } from "#app/features/forms/start-form-draft.ts";
import { notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatCount } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { builderImportMessages } from "#app/i18n/messages/builder-import.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { Route } from "./+types/import";
import { shownDifferences } from "./difference-words.ts";
import { DryRun, type DryRunPage, ImportFields } from "./import-page.tsx";
import { importTarget, type ImportTarget } from "./import-target.ts";
import { largestPost, postedText } from "./posted-file.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayForm(actor, "edit")) throw notFound();
  return {
    locale,
    calls: (await listForms(ctx)).filter(({ state }) => state === "not_open"),
    drafts: await listFormDrafts(ctx),
    into: new URL(request.url).searchParams.get("into") ?? "new",
  };
}

interface Refused {
  error: string;
  field: "file" | "into";
  text: string;
  into: string;
  problems: readonly DefinitionProblem[];
}

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayForm(actor, "edit")) throw notFound();
  const t = builderImportMessages[locale];
  const form = await readFormData(request, largestPost);
  const into = String(form.get("into") ?? "");
  const text = await postedText(form);
  const refuse = (error: string, rest: Partial<Refused> = {}) => {
    const kept = text !== undefined && text.length <= largestDefinitionFile ? text : "";
    const refused: Refused = { error, field: "file", text: kept, into, problems: [], ...rest };
    return data({ refused, dryRun: undefined }, { status: 422 });
  };
  if (text === undefined) return refuse(t.errors.not_text);
  const read = readDefinitionFile(text);
  if (!read.ok && read.reason === "not_json")
    return refuse(t.errors.not_json(formatCount(read.line), formatCount(read.column)));
  if (!read.ok && read.reason === "problems") return refuse(t.errors.problems, { problems: read.problems });
  if (!read.ok) return refuse(t.errors[read.reason]);
  const target = await importTarget(ctx, into, locale);
  if (!target) return refuse(t.errors.into, { field: "into" });
  const isStale = form.has("apply") && String(form.get("version") ?? "") !== String(target.version ?? "");
  if (form.has("apply") && !isStale) {
    const applied = await apply(ctx, target, read.definition);
    if (applied) return redirect(`/staff/forms/${applied}?done=changed`, 303);
  }
  const dryRun = {
    ...dryRunOf(target, read.definition, locale),
    text,
    into,
    problems: read.problems,
    isStale,
  };
  return data({ refused: undefined, dryRun }, { status: isStale ? 409 : 200 });
}

/** The draft that it was imported into; undefined where that has changed meanwhile. */
async function apply(
  ctx: Context,
  target: ImportTarget,
  definition: FormDefinition,
): Promise<string | undefined> {
  if (target.kind === "new") {
    const source = { kind: "file", definition } as const;
    const started = await startFormDraft(ctx, { callId: target.callId, source });
    if (!started.ok) throw notFound();
    return started.draftId;
  }
  const operation = { op: "replace", from: target.standing, to: definition } as const;
  const result = await editFormDraft(ctx, { draftId: target.draftId, operations: [operation] });
  if (!result.ok && result.reason !== "problem") throw notFound();
  return result.ok ? target.draftId : undefined;
}

function dryRunOf({ version, standing, name }: ImportTarget, definition: FormDefinition, locale: Locale) {
  const sections = definition.parts.flatMap((part) => part.sections);
  return {
    version,
    comparedWith: standing && name,
    differences: standing ? shownDifferences(standing, definition, locale) : [],
    counts: {
      sections: sections.length,
      questions: sections.flatMap(({ groups }) => groups.flatMap(({ questions }) => questions)).length,
      rules: sections.flatMap(({ rules }) => rules ?? []).length,
    },
  };
}

export default function ImportForm({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, calls, drafts, into } = loaderData;
  const t = builderImportMessages[locale];
  const refused = actionData?.refused as Refused | undefined;
  const dryRun = actionData?.dryRun as DryRunPage | undefined;
  return (
    <>
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href="/staff/forms">{builderMessages[locale].title}</BackLink>
      <h1 className="mt-2">{t.title}</h1>
      <p className="muted measure">{t.lead}</p>
      <ErrorSummary errors={refused ? [{ href: `#${refused.field}`, text: refused.error }] : []} />
      {dryRun ? (
        <DryRun page={dryRun} locale={locale} />
      ) : (
        <ImportFields
          calls={calls}
          drafts={drafts}
          into={refused?.into ?? into}
          text={refused?.text ?? ""}
          errors={refused ? { [refused.field]: [refused.error] } : {}}
          problems={refused?.problems ?? []}
          locale={locale}
        />
      )}
    </>
  );
}
