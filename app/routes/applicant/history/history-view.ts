import { type DraftSection, fromCompanyProfile } from "#app/domain/applications/draft/draft-section.ts";
import { isField, type Sitting } from "#app/domain/applications/draft/sittings.ts";
import { changedParts, type ChangedPart } from "#app/domain/forms/changed-parts.ts";
import { type CompiledForm, compileForm } from "#app/domain/forms/compile-form.ts";
import { formatRawAnswer } from "#app/domain/forms/format-answer.ts";
import type { Field } from "#app/domain/forms/definition.ts";
import { isReadablePath, readableQuestion } from "#app/domain/forms/readable-question.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Draft } from "#app/features/applications/find-draft.ts";
import type { Colleague } from "#app/features/applications/list-colleagues.ts";
import { formatRecent, formatTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { draftHistoryMessages } from "#app/i18n/messages/draft-history.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";

export interface ShownChange {
  key: string;
  at: string;
  /** Question, for the filter. */
  question: string;
  label: string;
  who: string;
  when: string;
  /** A sentence where it is not one answer before and after. */
  note: string | undefined;
  parts: readonly ChangedPart[];
  /** What the restore button sends; absent where nothing can be brought back. */
  restore: { fields: Record<string, string>; button: string; name: string } | undefined;
  /** Where it is a file that can still be opened. */
  href?: { file: string; name: string } | undefined;
}

interface Wanted {
  draft: Draft;
  sectionKey: string;
  sittings: readonly Sitting[];
  colleagues: readonly Colleague[];
  personId: string;
  locale: Locale;
  now: Date;
}

/** Who changed what, in words, the newest first. Answers the reader may not see are not there. */
export function shownChanges(wanted: Wanted): ShownChange[] {
  const form = compileForm(wanted.draft.definition);
  const fields = wanted.draft.sections.get(wanted.sectionKey)?.fields ?? {};
  return wanted.sittings.flatMap((sitting): ShownChange[] => {
    const [key = ""] = sitting.path.split("/");
    const question = form.questionByKey.get(key);
    if (!question) return [];
    if (!isReadablePath(question, sitting.path, wanted.draft.mayReadRestricted)) return [];
    return [shownChange(wanted, form, fields, sitting)];
  });
}

function shownChange(
  { draft, colleagues, personId, locale, now }: Wanted,
  form: CompiledForm,
  fields: DraftSection,
  sitting: Sitting,
): ShownChange {
  const t = draftHistoryMessages[locale];
  const [key = ""] = sitting.path.split("/");
  const label = labelOf(form, fields, sitting.path, locale);
  const when = formatRecent(locale, sitting.at, now);
  const told = isField(sitting.path)
    ? toldAnswer(form, sitting, locale)
    : toldRow(form, sitting, locale, draft.mayReadRestricted);
  const restore = draft.mayEdit ? restoreOf(sitting, fields) : undefined;
  return {
    ...{ key: sitting.opId, at: sitting.at, question: key, label, when, ...told },
    who: nameOf(sitting.by, { colleagues, personId, locale }),
    restore: restore && {
      ...{ fields: restore, name: t.restoreNamed({ field: label, time: formatTime(sitting.from) }) },
      button: sitting.refused ? t.adopt : isField(sitting.path) ? t.restore : t.restoreRow,
    },
  };
}

function toldAnswer(
  form: CompiledForm,
  { path, before, after, typed, refused, merged }: Sitting,
  locale: Locale,
): Pick<ShownChange, "note" | "parts"> {
  const t = draftHistoryMessages[locale];
  const field = fieldOf(form, path);
  const text = (value: unknown) =>
    field && value !== null ? formatRawAnswer(field, value as RawValue, locale) : String(value ?? "");
  if (refused) return { note: t.refused, parts: [{ kind: "new", text: text(typed) || t.blank }] };
  const isText = field?.type === "short_text" || field?.type === "long_text";
  const [was, is] = [text(before), text(after)];
  const parts: ChangedPart[] =
    isText && was !== "" && is !== ""
      ? changedParts(was, is)
      : [
          { kind: "gone", text: was },
          { kind: "new", text: is || t.blank },
        ];
  return { note: merged ? t.merged : undefined, parts: parts.filter((part) => part.text !== "") };
}

function toldRow(
  form: CompiledForm,
  { path, before, after, refused }: Sitting,
  locale: Locale,
  mayReadRestricted: boolean,
): Pick<ShownChange, "note" | "parts"> {
  const t = draftHistoryMessages[locale];
  const [key = "", rowId] = path.split("/");
  const question = form.questionByKey.get(key);
  const table = question?.field.label[locale] ?? key;
  if (refused) return { note: t.conflict, parts: [] };
  if (rowId === "") return { note: t.reordered({ table }), parts: [] };
  if (after !== null) return { note: t.rowAdded({ table }), parts: [] };
  const readable = question && readableQuestion(question, mayReadRestricted);
  const cells = Object.entries((before ?? {}) as Record<string, RawValue>).flatMap(([column, value]) => {
    const field = readable?.columnByKey.get(column)?.field;
    return field ? [formatRawAnswer(field, value, locale)] : [];
  });
  const text = cells.filter(Boolean).join(locale === "zh" ? "，" : ", ");
  return { note: t.rowRemoved({ table }), parts: [{ kind: "gone", text: text || t.blank }] };
}

/** What was there before; a text that was turned away; a row that was removed and is not back. */
function restoreOf(sitting: Sitting, fields: DraftSection): Record<string, string> | undefined {
  const { path, opId, refused, before, after, beforeVersion } = sitting;
  const seen = String(fields[path]?.n ?? 0);
  if (!isField(path)) {
    const [table = "", rowId = ""] = path.split("/");
    const order = fields[`${table}/`]?.v;
    const isBack = Array.isArray(order) && order.includes(rowId);
    return after === null && before !== null && rowId !== "" && !refused && !isBack
      ? { change: opId, seen: "0" }
      : undefined;
  }
  if (refused) return { change: opId, seen };
  return { path, to: String(beforeVersion), seen };
}

function labelOf(form: CompiledForm, fields: DraftSection, path: string, locale: Locale): string {
  const [key = "", rowId, column] = path.split("/");
  const question = form.questionByKey.get(key);
  const label = question?.field.label[locale] ?? key;
  if (!rowId) return label;
  const fixed = question?.fixedRows?.find(({ row }) => row.id === rowId)?.row.label[locale];
  const order = fields[`${key}/`]?.v;
  const number = Array.isArray(order) ? order.indexOf(rowId) + 1 : 0;
  const cell = column === undefined ? undefined : question?.columnByKey.get(column)?.field;
  const place = cell ? (cell.shortLabel ?? cell.label)[locale] : "";
  const row = number > 0 && place ? sectionMessages[locale].cellPlace({ row: number, column: place }) : place;
  const parts = [label, fixed ?? "", fixed ? place : row].filter(Boolean);
  return parts.join(locale === "zh" ? "：" : ": ");
}

function fieldOf(form: CompiledForm, path: string): Field | undefined {
  const [key = "", , column] = path.split("/");
  const question = form.questionByKey.get(key);
  const field = column === undefined ? question?.field : question?.columnByKey.get(column)?.field;
  if (!field || field.type === "table" || field.type === "file" || field.type === "static") return undefined;
  return field;
}

export function nameOf(
  by: string,
  { colleagues, personId, locale }: Pick<Wanted, "colleagues" | "personId" | "locale">,
): string {
  const t = sectionMessages[locale];
  if (by === personId) return t.you;
  if (by === fromCompanyProfile) return t.company;
  return colleagues.find((colleague) => colleague.personId === by)?.name ?? t.formerColleague;
}
