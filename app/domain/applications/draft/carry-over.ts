import {
  type CompiledQuestion,
  type CompiledSection,
  compileForm,
  isField,
  isTable,
} from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import {
  answerPath,
  isBlank,
  isRows,
  type RawAnswers,
  type RawRow,
  type RawValue,
} from "#app/domain/forms/raw-answers.ts";
import { meaningOf, saysTheSame } from "#app/domain/forms/same-answer.ts";
import type { DraftOperation } from "./draft-operation.ts";
import { type CarriedAnswer, fittingAnswer } from "./fitting-answer.ts";
import { type RenderedBase, rowBaseVersion } from "./rendered-base.ts";

/** What an earlier answer would be here; undefined where there is none that fits. */
export type CarrySource = (question: CompiledQuestion) => CarriedAnswer | undefined;

/** An answer that stands elsewhere and not here, or otherwise here. */
export interface CarriedQuestion {
  question: CompiledQuestion;
  theirs: CarriedAnswer;
  here: CarriedAnswer | undefined;
  /** Taking it over would overwrite what stands. */
  overwrites: boolean;
}

export interface CarriedSection {
  section: CompiledSection;
  questions: CarriedQuestion[];
  /** How many answers are the same already. */
  same: number;
}

/** The same question of the same section in another form, as far as its kind and its choices fit. */
export const fromApplication =
  (definition: FormDefinition, raw: RawAnswers): CarrySource =>
  (question) => {
    const { key } = question.field;
    const theirs = compileForm(definition).questionByKey.get(key);
    const value = Object.hasOwn(raw, key) ? raw[key] : undefined;
    const isSameSection = theirs?.section.section.key === question.section.section.key;
    return theirs && isSameSection && value !== undefined
      ? fittingAnswer(question, theirs.field, value)
      : undefined;
  };

/** What the company's profile, which has a form of its own, says for a question that starts from it. */
export const fromProfile =
  (definition: FormDefinition, profile: RawAnswers): CarrySource =>
  (question) => {
    const key = ("carryOver" in question.field && question.field.carryOver) || "";
    const theirs = compileForm(definition).questionByKey.get(key);
    const value = Object.hasOwn(profile, key) ? profile[key] : undefined;
    return theirs && value !== undefined ? fittingAnswer(question, theirs.field, value) : undefined;
  };

/** The other way: what an application says for a question of the profile. */
export function intoProfile(definition: FormDefinition, raw: RawAnswers): CarrySource {
  const asked = new Map(
    [...compileForm(definition).questionByKey.values()].flatMap(({ field }) =>
      "carryOver" in field && field.carryOver !== undefined ? [[field.carryOver, field] as const] : [],
    ),
  );
  return (question) => {
    const field = asked.get(question.field.key);
    const value = field && Object.hasOwn(raw, field.key) ? raw[field.key] : undefined;
    return field && value !== undefined ? fittingAnswer(question, field, value) : undefined;
  };
}

/** Section by section, what differs between a source and what stands. Files are compared elsewhere. */
export function compareAnswers(
  definition: FormDefinition,
  raw: RawAnswers,
  source: CarrySource,
): CarriedSection[] {
  return compileForm(definition).sections.flatMap((section): CarriedSection[] => {
    if (section.section.kind === "signing") return [];
    const questions: CarriedQuestion[] = [];
    let same = 0;
    for (const question of section.questions) {
      const theirs = source(question);
      if (theirs === undefined || isEmpty(theirs)) continue;
      const here = Object.hasOwn(raw, question.field.key) ? raw[question.field.key] : undefined;
      if (sameAnswer(question, theirs, here)) same += 1;
      else questions.push({ question, theirs, here, overwrites: here !== undefined && !isEmpty(here) });
    }
    return questions.length + same === 0 ? [] : [{ section, questions, same }];
  });
}

/** Operations that took an answer over carry its origin in their id, in a form that no browser may send. */
export const carriedOpId = (from: string | null, id: string): string =>
  `from:${from ?? companyProfile}:${id}`;

const companyProfile = "company_profile";

/** The application a change was taken over from, the company's profile (null), or nothing of the kind. */
export function originOf(opId: string): string | null | undefined {
  const from = /^from:([^:]+):/.exec(opId)?.[1];
  return from === companyProfile ? null : from;
}

interface CarryOver {
  questions: readonly CarriedQuestion[];
  /** As the page showed the section. */
  base: RenderedBase;
  newOpId: () => string;
}

/** The chosen answers as somebody would type them, against the versions that were shown. */
export function carryOperations({ questions, base, newOpId }: CarryOver): DraftOperation[] {
  return questions.flatMap(({ question, theirs }): DraftOperation[] => {
    const { key } = question.field;
    const setAt = (path: string, value: RawValue): DraftOperation => ({
      kind: "set",
      path,
      value,
      opId: newOpId(),
      baseVersion: base.fields[path] ?? 0,
    });
    if (!isRows(theirs) || !isTable(question.field)) return [setAt(key, theirs as RawValue)];
    const cells = theirs.flatMap((row) =>
      Object.entries(row.cells).map(([column, value]) => setAt(answerPath(key, row.id, column), value)),
    );
    if (question.fixedRows) return cells;
    const stale = (base.rows[key] ?? []).filter((id) => !theirs.some((row) => row.id === id));
    const removals = stale.map((rowId): DraftOperation => ({
      kind: "remove_row",
      table: key,
      rowId,
      opId: newOpId(),
      baseVersion: rowBaseVersion(base, key, rowId),
    }));
    const additions = theirs.map((row): DraftOperation => ({
      kind: "add_row",
      table: key,
      rowId: row.id,
      opId: newOpId(),
      baseVersion: 0,
    }));
    const emptied = theirs.flatMap((row) => emptiedCells(key, row, base).map((path) => setAt(path, "")));
    return [...removals, ...additions, ...emptied, ...cells];
  });
}

/** Cells of a row that stands in both and is filled only here. */
const emptiedCells = (table: string, row: RawRow, base: RenderedBase): string[] =>
  Object.keys(base.fields).filter((path) => {
    const [key, rowId, column = ""] = path.split("/");
    return key === table && rowId === row.id && !Object.hasOwn(row.cells, column);
  });

const isEmpty = (answer: CarriedAnswer): boolean =>
  isRows(answer) ? answer.every(isEmptyRow) : isBlank(answer as RawValue);

const isEmptyRow = (row: RawRow): boolean => Object.values(row.cells).every(isBlank);

/** Answers are compared by what they say, rows not by their ids. */
function sameAnswer(question: CompiledQuestion, a: CarriedAnswer, b: CarriedAnswer | undefined): boolean {
  const { field } = question;
  if (b === undefined) return false;
  if (isField(field)) return !isRows(b) && saysTheSame(field, a as RawValue, b);
  if (!isRows(a) || !isRows(b)) return false;
  const rows = (answer: RawRow[]) =>
    answer.filter((row) => !isEmptyRow(row)).map((row) => cellMeanings(question, row));
  return JSON.stringify(rows(a)) === JSON.stringify(rows(b));
}

const cellMeanings = ({ columns, fixedRows }: CompiledQuestion, { id, cells }: RawRow) => [
  fixedRows ? id : "",
  ...columns.map(({ field }) => meaningOf(field, Object.hasOwn(cells, field.key) ? cells[field.key] : "")),
];
