import { type CompiledQuestion, compileForm } from "./compile-form.ts";
import type { FormDefinition } from "./definition.ts";
import { isBlank, isRows, type RawAnswers, type RawRow, type RawValue, sameRawValue } from "./raw-answers.ts";

export interface ChangedQuestion {
  question: CompiledQuestion;
  before: RawValue | RawRow[] | undefined;
  after: RawValue | RawRow[] | undefined;
}

/** Questions answered otherwise before and after, in the order of the form; empty and unanswered are the same. */
export function changedQuestions(
  definition: FormDefinition,
  before: RawAnswers,
  after: RawAnswers,
): ChangedQuestion[] {
  return [...compileForm(definition).questionByKey.values()].flatMap((question) => {
    const { key } = question.field;
    const [was, is] = [before[key], after[key]];
    return same(was, is) ? [] : [{ question, before: was, after: is }];
  });
}

function same(a: RawValue | RawRow[] | undefined, b: RawValue | RawRow[] | undefined): boolean {
  const [one, two] = [filledRows(a), filledRows(b)];
  if (one === undefined || two === undefined) return sameValue(a, b);
  return one.length === two.length && one.every((row, index) => sameCells(row, two[index]!));
}

/** Undefined where it is no table; an empty list may be one of either. */
const filledRows = (value: RawValue | RawRow[] | undefined): RawRow[] | undefined =>
  value === undefined || value === ""
    ? []
    : isRows(value)
      ? value.filter(({ cells }) => !Object.values(cells).every(isBlank))
      : undefined;

const sameValue = (a: RawValue | RawRow[] | undefined, b: RawValue | RawRow[] | undefined): boolean => {
  const plain = (value: RawValue | RawRow[] | undefined): RawValue | undefined =>
    value === undefined || isRows(value) ? undefined : value;
  return (isBlank(plain(a)) && isBlank(plain(b))) || sameRawValue(plain(a), plain(b));
};

const sameCells = (a: RawRow, b: RawRow): boolean =>
  [...new Set([...Object.keys(a.cells), ...Object.keys(b.cells)])].every(
    (column) =>
      (isBlank(a.cells[column]) && isBlank(b.cells[column])) ||
      sameRawValue(a.cells[column], b.cells[column]),
  );
