import { baseOf, type RenderedBase } from "#app/domain/applications/draft/rendered-base.ts";
import { type DraftSection, lastChange } from "#app/domain/applications/draft/draft-section.ts";
import type { Present } from "#app/domain/applications/presence.ts";
import {
  isOpenForChange,
  isPartlyOpen,
  isWithinFlag,
  openFiles,
} from "#app/domain/applications/correction.ts";
import { sectionCheckOf } from "#app/domain/forms/check-answers.ts";
import { type CompiledSection, compileForm } from "#app/domain/forms/compile-form.ts";
import { type EvaluatedRow, evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { labelOf } from "#app/domain/forms/issue-place.ts";
import type { FormIssue } from "#app/domain/forms/issue.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Draft, DraftFile } from "#app/features/applications/find-draft.ts";
import type { Colleague } from "#app/features/applications/list-colleagues.ts";
import { type PairOnRecord, staleAmong } from "#app/features/applications/list-stale-pairs.ts";
import type { StoredSection } from "#app/features/applications/list-stored-sections.ts";
import { formatFileSize, formatRecent, formatTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { issueSentence } from "#app/i18n/messages/form-issues.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { blankRow, issuesByPath, withEmptyRows } from "#app/ui/form/blank-rows.ts";
import type { FormView, ShownConflict, ShownFile } from "#app/ui/form/form-view.ts";

export interface SectionView {
  draft: Draft;
  section: CompiledSection;
  form: FormView;
  /** What the check found, where the reader asked for it. */
  issues: readonly FormIssue[];
  base: RenderedBase;
  stored: StoredSection | undefined;
  blankRow: (table: string) => EvaluatedRow;
  colleagues: readonly Colleague[];
  present: readonly Present[];
  pairs: readonly PairOnRecord[];
  now: Date;
}

interface Wanted {
  draft: Draft;
  sectionKey: string;
  locale: Locale;
  now: Date;
  personId: string;
  colleagues: readonly Colleague[];
  present: readonly Present[];
  showIssues: boolean;
  /** Texts in both languages that the section has a part in. */
  pairs?: readonly PairOnRecord[];
  conflicts?: ReadonlyMap<string, ShownConflict>;
  typed?: ReadonlyMap<string, RawValue>;
  /** Sentences about uploads that were refused, by question. */
  problems?: ReadonlyMap<string, readonly string[]>;
}

const nothing = new Map<string, never>();

/** A colleague's change is news for this long. */
const recentMinutes = 30;

/** Everything the page of one section shows; undefined when it does not apply or may not be seen. */
export function sectionView(wanted: Wanted): SectionView | undefined {
  const { draft, sectionKey, locale, conflicts = nothing, typed = nothing, problems = nothing } = wanted;
  const section = compileForm(draft.definition).sectionByKey.get(sectionKey);
  if (!section || section.section.kind === "signing") return undefined;
  if (section.section.restricted && !draft.mayReadRestricted) return undefined;
  const raw = draft.mayEdit ? withEmptyRows(section, draft.raw) : draft.raw;
  const evaluation = raw === draft.raw ? draft.evaluation : evaluateForm(draft.definition, raw, draft.env);
  if (!evaluation.isSectionVisible(sectionKey)) return undefined;
  const issues = wanted.showIssues ? sectionCheckOf(evaluation, section).issues : [];
  const stored = draft.sections.get(sectionKey);
  const flags = draft.corrections;
  const stale = staleAmong(wanted.pairs ?? []);
  const form: FormView = {
    locale,
    isPlain: draft.mayEdit && !flags && issues.length + conflicts.size + typed.size + problems.size === 0,
    evaluation,
    issues: issuesByPath(issues),
    problems,
    sentence: (issue) => issueSentence(issue, locale),
    conflicts,
    typed,
    files: (question) => shownFiles(wanted, question),
    isWhole: (path) =>
      draft.mayEdit &&
      isOpenForChange(flags, sectionKey, path) &&
      openFilesOf(draft, sectionKey, path) === "all",
    isOpen: (path) => draft.mayEdit && isPartlyOpen(flags, sectionKey, path),
    flag: (path) => flagText(wanted, path),
    stale: (path) => labelAt(draft, stale.get(path), locale),
    confirmedAmounts: draft.env.confirmedAmounts ?? new Set(),
    edited: editedSince(wanted, stored?.fields ?? {}),
    sheets: (table) => ({
      importHref: mayImport(draft, sectionKey, table)
        ? tableUrl(draft, sectionKey, table, "import")
        : undefined,
      exportHref: tableUrl(draft, sectionKey, table, "export/xlsx"),
    }),
  };
  return {
    draft,
    section,
    form,
    issues,
    base: baseOf(stored?.fields ?? {}),
    stored,
    blankRow: (table) => blankRow(evaluation, table),
    colleagues: wanted.colleagues,
    present: wanted.present,
    pairs: wanted.pairs ?? [],
    now: wanted.now,
  };
}

function labelAt({ definition }: Draft, key: string | undefined, locale: Locale): string | undefined {
  const question = key === undefined ? undefined : compileForm(definition).questionByKey.get(key);
  return question && labelOf(question.field)[locale];
}

/** Rows come and go: the table must be open as a whole. */
export const mayImport = (draft: Draft, sectionKey: string, table: string): boolean =>
  draft.mayEdit && isOpenForChange(draft.corrections, sectionKey, table);

export const tableUrl = (draft: Draft, sectionKey: string, table: string, rest: string): string =>
  `/applications/${draft.head.id}/sections/${sectionKey}/tables/${table}/${rest}`;

const openFilesOf = ({ corrections, files, replacedFiles }: Draft, sectionKey: string, question: string) =>
  openFiles(corrections, sectionKey, question, [...files, ...replacedFiles]);

function shownFiles(wanted: Wanted, question: string): ShownFile[] {
  const { draft, sectionKey, locale, now, personId, colleagues } = wanted;
  const open = openFilesOf(draft, sectionKey, question);
  const show = (file: DraftFile, replaced: boolean): ShownFile => ({
    id: file.id,
    name: file.name,
    href: `/files/${file.id}`,
    details: fileDetails(file, { locale, now, personId, colleagues }),
    replaced,
    open: draft.mayEdit && (open === "all" ? true : open.has(file.id)),
    flag: flagText(wanted, question, file.id),
  });
  const here = (file: DraftFile) => file.questionKey === question;
  return [
    ...draft.files.filter(here).map((file) => show(file, false)),
    ...draft.replacedFiles.filter(here).map((file) => show(file, true)),
  ];
}

function fileDetails(
  file: DraftFile,
  { locale, now, personId, colleagues }: Pick<Wanted, "locale" | "now" | "personId" | "colleagues">,
): string {
  const t = sectionMessages[locale];
  const size = formatFileSize(file.size);
  return t.fileDetails({
    size: file.pages === null ? size : `${size} · ${t.pages({ pages: file.pages })}`,
    when: formatRecent(locale, file.uploadedAt, now),
    by: file.uploadedBy === personId ? t.you : nameOf(colleagues, file.uploadedBy, t.formerColleague),
    sha256: `${file.sha256.slice(0, 4)} ${file.sha256.slice(4, 8)} … ${file.sha256.slice(-4)}`,
  });
}

export const nameOf = (colleagues: readonly Colleague[], personId: string, otherwise: string): string =>
  colleagues.find((colleague) => colleague.personId === personId)?.name ?? otherwise;

/** The office's words, at the place or file it flagged and there only. */
function flagText({ draft, locale, sectionKey }: Wanted, path: string, fileId = ""): string | undefined {
  const t = sectionMessages[locale];
  const here = draft.corrections?.filter(
    (flag) => flag.questionKey === path && flag.fileId === fileId && isWithinFlag(flag, sectionKey, path),
  );
  if (!here || here.length === 0) return undefined;
  return here
    .map(({ reason, wanted }) => `${t.flagged}${reason}${wanted ? ` ${t.flaggedWanted({ wanted })}` : ""}`)
    .join(" ");
}

/** Colleagues' changes of the last half hour that came after this person's own last one in the section. */
function editedSince({ now, personId, colleagues }: Wanted, fields: DraftSection): FormView["edited"] {
  const mine = Object.values(fields).reduce(
    (last, { by, at }) => (by === personId && at > last ? at : last),
    "",
  );
  const recent = new Date(now.getTime() - recentMinutes * 60_000).toISOString();
  return (path) => {
    const field = fields[path];
    if (mine === "" || !field || field.by === personId || field.at <= mine || field.at < recent)
      return undefined;
    const name = colleagues.find((colleague) => colleague.personId === field.by)?.name;
    return name === undefined ? undefined : { name, time: formatTime(field.at) };
  };
}

/** Titles of all sections by key. */
export const sectionTitles = ({ draft, form }: SectionView): Record<string, string> =>
  Object.fromEntries(
    compileForm(draft.definition).sections.map(({ section }) => [section.key, section.title[form.locale]]),
  );

/** When the section was last saved, by anybody. */
export const savedAt = (stored: StoredSection | undefined): string | undefined =>
  stored && (lastChange(stored.fields)?.at ?? stored.updatedAt);
