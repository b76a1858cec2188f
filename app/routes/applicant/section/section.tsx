import { data, redirect } from "react-router";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { checkSection } from "#app/domain/forms/check-answers.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import { confirmAnswer } from "#app/features/applications/confirm-answer.ts";
import { type Draft, findDraft } from "#app/features/applications/find-draft.ts";
import { listColleagues } from "#app/features/applications/list-colleagues.ts";
import { listPairs } from "#app/features/applications/list-stale-pairs.ts";
import { listPresent } from "#app/features/applications/list-present.ts";
import { removeFile } from "#app/features/files/remove-file.ts";
import { restoreFile } from "#app/features/files/restore-file.ts";
import type { Context } from "#app/features/context.ts";
import { deviceKey } from "#app/http/device-key.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formatTime } from "#app/i18n/format.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { fieldId, type ShownConflict } from "#app/ui/form/form-view.ts";
import type { Route } from "./+types/section";
import { readSectionForm, type UploadProblem } from "./read-section-form.ts";
import { saveSection, type SectionSave } from "./save-section.ts";
import { type Intent, readIntent } from "#app/http/section-intent.ts";
import { SectionPage } from "./section-page.tsx";
import { nameOf, sectionView, type SectionView } from "./section-view.ts";
import { uploadSentence } from "./upload-sentence.ts";

export const handle = { nav: "workspace" };

interface Page {
  view: SectionView;
  now: Date;
  personId: string;
  deviceKey: string;
  /** What an import just brought. */
  imported?: string | undefined;
  notice?: string | undefined;
  next: { href: string; title: string } | undefined;
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = signedIn(context);
  const draft = found(await findDraft(ctx, params.id));
  const colleagues = await listColleagues(ctx.db.read, draft.head.companyId);
  const query = new URL(request.url).searchParams;
  const showIssues = query.get("check") === "1";
  const view = found(
    sectionView({
      draft,
      sectionKey: params.section,
      locale,
      now: ctx.now,
      personId: actor.personId,
      colleagues,
      present: await listPresent(ctx, params.id),
      showIssues,
      pairs: await listPairs(ctx, draft, params.section),
    }),
  );
  const imported = importedSentence(query.get("imported") ?? "", locale);
  return { page: { ...pageOf(view, ctx, actor), imported } };
}

/** `12.0.3.1`: rows, cells, of them wrong, and what a colleague had changed meanwhile. */
function importedSentence(counts: string, locale: Locale): string | undefined {
  if (!/^\d{1,5}(?:\.\d{1,5}){3}$/.test(counts)) return undefined;
  const [rows = 0, cells = 0, wrong = 0, left = 0] = counts.split(".").map(Number);
  const t = sectionMessages[locale];
  return [
    t.imported({ rows, cells }),
    ...(wrong > 0 ? [t.importedWrong({ count: wrong })] : []),
    ...(left > 0 ? [t.importedLeft({ count: left })] : []),
  ].join(locale === "zh" ? "" : " ");
}

const pageOf = (view: SectionView, ctx: Context, actor: PersonActor, notice?: string): Page => ({
  view,
  now: ctx.now,
  personId: actor.personId,
  deviceKey: deviceKey(ctx.settings, actor),
  notice,
  next: nextSection(view.draft, view.section.section.key, view.form.locale),
});

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = signedIn(context);
  const before = found(await findDraft(ctx, params.id));
  if (!isWritable(before, params.section)) throw notFound();
  const read = await readSectionForm(ctx, request, params.id);
  if (typeof read === "string") throw data(null, { status: read === "too_large" ? 413 : 400 });
  const intent = readIntent(read.form.get("intent"));
  const saved = await saveSection(ctx, before, params.section, read.form, intent);
  if (saved.ok && (intent.kind === "confirm-pair" || intent.kind === "confirm-amount"))
    await confirmAnswer(ctx, { applicationId: params.id, path: intent.path });
  const fileChanged = saved.ok ? await changeFile(ctx, params.id, intent) : undefined;
  const problems = [...read.problems, ...nothingChosen(intent, read.uploaded, read.problems)];
  if (saved.ok && saved.conflicts.length === 0 && problems.length === 0 && fileChanged !== false)
    return redirect(await whereTo(ctx, params, intent, saved.addedRow), 303);

  const draft = found(await findDraft(ctx, params.id));
  const colleagues = await listColleagues(ctx.db.read, draft.head.companyId);
  const t = sectionMessages[locale];
  const view = found(
    sectionView({
      draft,
      sectionKey: params.section,
      locale,
      now: ctx.now,
      personId: actor.personId,
      colleagues,
      present: await listPresent(ctx, params.id),
      showIssues: false,
      pairs: await listPairs(ctx, draft, params.section),
      conflicts: saved.ok ? shownConflicts(saved, colleagues, t.formerColleague) : new Map(),
      typed: saved.ok ? saved.typed : new Map<string, RawValue>(),
      problems: problemsByQuestion(problems, draft, locale),
    }),
  );
  const notice = saved.ok
    ? (removalNotice(saved, view, locale) ??
      (fileChanged === false ? t.uploadProblem.nothing_to_replace : undefined))
    : refusalNotice(saved.reason, locale);
  return data({ page: pageOf(view, ctx, actor, notice) }, { status: 409 });
}

export default function Section({ loaderData, actionData }: Route.ComponentProps) {
  const { page } = (actionData ?? loaderData) as unknown as { page: Page };
  const { form, section, draft } = page.view;
  const title = section.section.title[form.locale];
  return (
    <>
      <title>{`${title} – ${draft.head.titleZh || draft.head.callTitleZh} – ${siteMessages[form.locale].portalName}`}</title>
      <SectionPage {...page} />
    </>
  );
}

const isWritable = (draft: Draft, sectionKey: string): boolean => {
  const section = compileForm(draft.definition).sectionByKey.get(sectionKey)?.section;
  return (
    section !== undefined && section.kind !== "signing" && (!section.restricted || draft.mayReadRestricted)
  );
};

async function changeFile(ctx: Context, applicationId: string, intent: Intent): Promise<boolean | undefined> {
  if (intent.kind === "remove-file")
    return (await removeFile(ctx, { applicationId, fileId: intent.fileId })).ok;
  if (intent.kind === "restore-file")
    return (await restoreFile(ctx, { applicationId, fileId: intent.fileId })).ok;
  return undefined;
}

const nothingChosen = (
  intent: Intent,
  uploaded: number,
  problems: readonly UploadProblem[],
): UploadProblem[] =>
  intent.kind === "upload" && uploaded === 0 && problems.length === 0
    ? [{ question: intent.question, fileName: "", reason: "nothing_chosen" }]
    : [];

/** After a save: back to the row or file that was touched, on to the next section, or here to see what is open. */
async function whereTo(
  ctx: Context,
  { id, section }: { id: string; section: string },
  intent: Intent,
  addedRow: string | undefined,
): Promise<string> {
  const here = `/applications/${id}/sections/${section}`;
  switch (intent.kind) {
    case "return":
      return `/applications/${id}`;
    case "add-row":
      return `${here}#${await firstCell(ctx, id, intent.table, addedRow ?? "")}`;
    case "remove-row":
      return `${here}#${fieldId(intent.table)}`;
    case "confirm-pair":
    case "confirm-amount":
    case "in-wan":
      return `${here}#${fieldId(intent.path)}`;
    case "upload":
      return `${here}#${fieldId(intent.question)}-group-field`;
    case "remove-file":
    case "restore-file":
      return here;
    default: {
      const draft = found(await findDraft(ctx, id));
      const { issues } = checkSection(draft.definition, section, draft.raw, draft.env);
      if (issues.some((issue) => issue.level === "error")) return `${here}?check=1`;
      return nextSection(draft, section, "zh")?.href ?? `/applications/${id}`;
    }
  }
}

async function firstCell(ctx: Context, id: string, table: string, row: string): Promise<string> {
  const draft = await findDraft(ctx, id);
  const column = draft && compileForm(draft.definition).questionByKey.get(table)?.columns[0]?.field.key;
  return fieldId(column ? `${table}/${row}/${column}` : table);
}

/** The next section that applies and can be opened. */
function nextSection(
  draft: Draft,
  sectionKey: string,
  locale: Locale,
): { href: string; title: string } | undefined {
  const evaluation = draft.evaluation;
  const { sections } = evaluation.form;
  const at = sections.findIndex(({ section }) => section.key === sectionKey);
  const next = sections
    .slice(at + 1)
    .find(
      ({ section, opens }) =>
        section.kind !== "signing" &&
        (!section.restricted || draft.mayReadRestricted) &&
        evaluation.isSectionVisible(section.key) &&
        (opens === null || opens(evaluation) === true),
    );
  if (!next) return undefined;
  return {
    href: `/applications/${draft.head.id}/sections/${next.section.key}`,
    title: next.section.title[locale],
  };
}

type Saved = Extract<SectionSave, { ok: true }>;

function shownConflicts(
  saved: Saved,
  colleagues: SectionView["colleagues"],
  formerColleague: string,
): Map<string, ShownConflict> {
  return new Map(
    saved.conflicts
      .filter(({ path }) => path.split("/").length !== 2)
      .map(({ path, theirs }) => [
        path,
        {
          value: theirs.value,
          name: nameOf(colleagues, theirs.by, formerColleague),
          time: formatTime(theirs.at),
        },
      ]),
  );
}

/** A row that could not be removed is a sentence, not a field. */
function removalNotice(saved: Saved, view: SectionView, locale: Locale): string | undefined {
  const kept = saved.conflicts.find(({ path }) => path.split("/").length === 2);
  if (!kept) return undefined;
  const [table = "", rowId] = kept.path.split("/");
  const row = view.form.evaluation.allRows(table).find(({ id }) => id === rowId);
  return sectionMessages[locale].conflictRemoved({ row: row?.number ?? 0 });
}

function refusalNotice(reason: Exclude<SectionSave, { ok: true }>["reason"], locale: Locale): string {
  const t = sectionMessages[locale];
  if (reason === "not_found" || reason === "not_in_form") throw notFound();
  return { not_editable: t.notEditable, not_flagged: t.notFlagged, busy: t.busy }[reason];
}

function problemsByQuestion(
  problems: readonly UploadProblem[],
  draft: Draft,
  locale: Locale,
): Map<string, readonly string[]> {
  const byQuestion = new Map<string, string[]>();
  for (const problem of problems) {
    const sentence = uploadSentence(problem, draft.definition, locale);
    byQuestion.set(problem.question, [...(byQuestion.get(problem.question) ?? []), sentence]);
  }
  return byQuestion;
}
