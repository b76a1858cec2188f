import { beijingDay, beijingInstant, isBefore, isCalendarDay } from "../shared/beijing-time.ts";
import { compareDecimals, decimal, parseDecimal } from "../shared/decimal.ts";
import { isWorkingDay, type WorkingCalendar } from "../shared/working-days.ts";
import { type CallDocument, type CallGroup, callGroups, takenCodes } from "./call-document.ts";
import { type CallField, callFields } from "./call-fields.ts";

export const callProblemCodes = [
  "empty",
  "half",
  "none",
  "count",
  "zero",
  "percent",
  "score",
  "weights",
  "criterion_key",
  "repeated",
  "tie_break",
  "call_codes",
  "evidence",
  "thresholds",
  "comment_lengths",
  "every_score",
  "minimum_above_maximum",
  "maximum_above_budget",
  "reviewers_short",
  "reviewers_few",
  "reviewers_even",
  "no_form",
  "moment",
  "closes_before_opens",
  "closes_past",
  "opens_past",
  "not_working_day",
  "results_before_closing",
  "no_opening",
] as const;
export type CallProblemCode = (typeof callProblemCodes)[number];

export interface CallProblem {
  level: "error" | "warning";
  /** `form` is no group: it is written elsewhere. */
  group: CallGroup | "form";
  /** Of the field within the group. */
  path: string;
  code: CallProblemCode;
  /** The sum, the key or the day that is meant. */
  detail?: string;
}

export interface CallSurroundings {
  now: Date;
  calendar: WorkingCalendar;
  /** Keys of the sections of the call's form; undefined while it has none. */
  sections: readonly string[] | undefined;
  /** Times are only looked at while they can change. */
  opened: boolean;
}

/** What keeps a call from being published (errors), and what somebody should have seen (warnings). */
export function callProblems(document: CallDocument, around: CallSurroundings): CallProblem[] {
  return [
    ...callGroups.flatMap((group) =>
      fieldProblems(group, callFields[group], document[group] as Value, "", around),
    ),
    ...takenProblems(document),
    ...supportProblems(document),
    ...eligibilityProblems(document),
    ...rubricProblems(document, around),
    ...reviewerProblems(document),
    ...(around.opened ? [] : timeProblems(document, around)),
    ...formProblems(document, around),
  ];
}

type Value = Record<string, unknown>;

const error = (
  group: CallProblem["group"],
  path: string,
  code: CallProblemCode,
  detail?: string,
): CallProblem => ({ level: "error", group, path, code, ...(detail !== undefined && { detail }) });
const warning: typeof error = (...args) => ({ ...error(...args), level: "warning" });

/** The calls filed with it are named by their codes. */
const takenProblems = ({ about }: CallDocument): CallProblem[] =>
  takenCodes(about.alsoTakes)
    .filter((code) => !/^C\d{1,3}$/.test(code))
    .map((code) => error("about", "alsoTakes", "call_codes", code));

/** Lists that a call cannot do without. */
const needed = ["fit", "ways", "questions", "required", "criteria"];

function fieldProblems(
  group: CallGroup,
  fields: readonly CallField[],
  value: Value,
  at: string,
  around: CallSurroundings,
): CallProblem[] {
  return fields.flatMap((field): CallProblem[] => {
    const path = `${at}${field.key}`;
    const inner = value[field.key];
    switch (field.as) {
      case "text":
      case "prose":
        return textProblem(group, path, inner as Text, field.optional);
      case "plain":
      case "choice":
        return inner === "" && !("optional" in field && field.optional) ? [error(group, path, "empty")] : [];
      case "texts":
      case "rows": {
        const rows = inner as unknown[];
        if (rows.length === 0) return needed.includes(field.key) ? [error(group, path, "none")] : [];
        return rows.flatMap((row, index) =>
          field.as === "texts"
            ? textProblem(group, `${path}.${index}`, row as Text)
            : fieldProblems(group, field.fields, row as Value, `${path}.${index}.`, around),
        );
      }
      case "count":
        return countProblem(group, path, inner as string, field.most ?? 999);
      case "decimal":
        return decimalProblem(group, path, inner as string, field);
      default:
        return [];
    }
  });
}

type Text = { zh: string; en: string };

function textProblem(group: CallGroup, path: string, { zh, en }: Text, optional = false): CallProblem[] {
  if (zh === "" && en === "") return optional ? [] : [error(group, `${path}.zh`, "empty")];
  if (zh === "") return [error(group, `${path}.zh`, "half")];
  return en === "" ? [error(group, `${path}.en`, "half")] : [];
}

const countProblem = (group: CallGroup, path: string, text: string, most: number): CallProblem[] =>
  /^[0-9]{1,4}$/.test(text) && Number(text) <= most ? [] : [error(group, path, "count", String(most))];

/** Caps are percentages, thresholds points out of a hundred, floors of criteria points out of five. */
function decimalProblem(
  group: CallGroup,
  path: string,
  text: string,
  { optional = false, most = 100 }: { optional?: boolean; most?: number },
): CallProblem[] {
  if (text === "" && optional) return [];
  const value = parseDecimal(text);
  const fits = value && compareDecimals(value, decimal(0)) >= 0 && compareDecimals(value, decimal(most)) <= 0;
  if (fits) return [];
  return [error(group, path, group === "rubric" ? "score" : "percent", String(most))];
}

const repeatedIn = (keys: readonly string[]): number[] =>
  keys.flatMap((key, index) => (key !== "" && keys.indexOf(key) !== index ? [index] : []));

function supportProblems({ support }: CallDocument): CallProblem[] {
  const { ways, minimumFen, maximumFen, budgetFen } = support;
  return [
    ...repeatedIn(ways.map(({ instrument }) => instrument)).map((index) =>
      error("support", `ways.${index}.instrument`, "repeated"),
    ),
    ...(minimumFen !== null && maximumFen !== null && maximumFen < minimumFen
      ? [error("support", "maximumFen", "minimum_above_maximum")]
      : []),
    ...(budgetFen !== null && maximumFen !== null && budgetFen < maximumFen
      ? [warning("support", "budgetFen", "maximum_above_budget")]
      : []),
  ];
}

const eligibilityProblems = ({ eligibility }: CallDocument): CallProblem[] =>
  repeatedIn(eligibility.questions.map(({ key }) => key)).map((index) =>
    error("eligibility", `questions.${index}.question.zh`, "repeated"),
  );

/** Keys written with commas of either language, or spaces, between them. */
export const keysIn = (text: string): string[] => text.split(/[\s,，、]+/).filter((key) => key !== "");

/** What weights come to, as they stand in their fields. */
export const sumOfWeights = (weights: readonly string[]): number =>
  weights.reduce((total, weight) => total + (Number(weight.normalize("NFKC")) || 0), 0);

function rubricProblems({ rubric }: CallDocument, { sections }: CallSurroundings): CallProblem[] {
  const keys = rubric.criteria.map(({ key }) => key);
  const sum = sumOfWeights(rubric.criteria.map(({ weight }) => weight));
  const unknown = keysIn(rubric.tieBreak).find((key) => !keys.includes(key));
  const [shortlist, reserve] = [parseDecimal(rubric.shortlist), parseDecimal(rubric.reserve)];
  return [
    ...(sum === 100 ? [] : [error("rubric", "criteria.0.weight", "weights", String(sum))]),
    ...rubric.criteria.flatMap(({ weight }, index) =>
      /^0+$/.test(weight) ? [error("rubric", `criteria.${index}.weight`, "zero")] : [],
    ),
    ...commentProblems(rubric),
    ...rubric.criteria.flatMap(({ key }, index) =>
      key === "" || /^K[1-9][0-9]?$/.test(key)
        ? []
        : [error("rubric", `criteria.${index}.key`, "criterion_key")],
    ),
    ...repeatedIn(keys).map((index) => error("rubric", `criteria.${index}.key`, "repeated")),
    ...(unknown === undefined ? [] : [error("rubric", "tieBreak", "tie_break", unknown)]),
    ...(shortlist && reserve && compareDecimals(reserve, shortlist) > 0
      ? [error("rubric", "reserve", "thresholds")]
      : []),
    ...rubric.criteria.flatMap(({ evidence }, index) => {
      // Shared criteria name sections that only some forms have; one without any is a slip.
      const named = keysIn(evidence);
      const found = !sections || named.length === 0 || named.some((key) => sections.includes(key));
      return found ? [] : [warning("rubric", `criteria.${index}.evidence`, "evidence", named.join(", "))];
    }),
  ];
}

function commentProblems(rubric: CallDocument["rubric"]): CallProblem[] {
  const [low, high] = [parseDecimal(rubric.commentLow), parseDecimal(rubric.commentHigh)];
  const most = Number(rubric.commentMaximum);
  const tooLong = (["commentMinimum", "overallMinimum"] as const).filter((key) => Number(rubric[key]) > most);
  return [
    ...tooLong.map((key) => error("rubric", key, "comment_lengths")),
    ...(/^0+$/.test(rubric.commentMaximum) ? [error("rubric", "commentMaximum", "zero")] : []),
    ...(/^0+$/.test(rubric.opposedAdvice) ? [error("rubric", "opposedAdvice", "zero")] : []),
    ...(low && high && compareDecimals(low, high) >= 0
      ? [warning("rubric", "commentHigh", "every_score")]
      : []),
  ];
}

function reviewerProblems({ reviewers }: CallDocument): CallProblem[] {
  const { total, ...disciplines } = reviewers;
  const all = Number(total);
  const wanted = Object.values(disciplines).reduce((sum, count) => sum + (Number(count) || 0), 0);
  if (!/^[0-9]{1,3}$/.test(total)) return [];
  return [
    // Fewer than three valid sheets make no score (domain.md §5.4).
    ...(all < 3 ? [error("reviewers", "total", "reviewers_few")] : []),
    ...(wanted > all ? [error("reviewers", "total", "reviewers_short", String(wanted))] : []),
    ...(all >= 3 && all % 2 === 0 ? [warning("reviewers", "total", "reviewers_even")] : []),
  ];
}

/** The instant of a Beijing wall clock, `2027-01-15T17:00`; null when it names none. */
export function instantOfWallClock(text: string): Date | null {
  const [, day = "", time = ""] = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.test(text)
    ? [text, text.slice(0, 10), text.slice(11)]
    : [];
  return isCalendarDay(day) ? beijingInstant(day, time) : null;
}

function timeProblems({ times }: CallDocument, { now, calendar }: CallSurroundings): CallProblem[] {
  const opens = times.opensAt === "" ? null : instantOfWallClock(times.opensAt);
  const closes = times.closesAt === "" ? null : instantOfWallClock(times.closesAt);
  const offDay = (at: Date | null, path: string) =>
    at && !isWorkingDay(beijingDay(at), calendar)
      ? [warning("times", path, "not_working_day", at.toISOString())]
      : [];
  return [
    ...(times.opensAt !== "" && !opens ? [error("times", "opensAt", "moment")] : []),
    ...(times.closesAt !== "" && !closes ? [error("times", "closesAt", "moment")] : []),
    ...(times.resultsOn !== "" && !isCalendarDay(times.resultsOn)
      ? [error("times", "resultsOn", "moment")]
      : []),
    ...(opens && closes && !isBefore(opens, closes)
      ? [error("times", "closesAt", "closes_before_opens")]
      : []),
    ...(closes && !isBefore(now, closes) ? [error("times", "closesAt", "closes_past")] : []),
    ...(opens && !isBefore(now, opens) ? [warning("times", "opensAt", "opens_past")] : []),
    ...(times.opensAt === "" ? [warning("times", "opensAt", "no_opening")] : []),
    ...offDay(opens, "opensAt"),
    ...offDay(closes, "closesAt"),
    ...(closes && isCalendarDay(times.resultsOn) && times.resultsOn <= beijingDay(closes)
      ? [error("times", "resultsOn", "results_before_closing")]
      : []),
  ];
}

/** A call that is only announced may wait for its form; one that opens may not. */
function formProblems({ times }: CallDocument, { sections, opened }: CallSurroundings): CallProblem[] {
  if (sections || opened) return [];
  return [(times.opensAt === "" ? warning : error)("form", "", "no_form")];
}
