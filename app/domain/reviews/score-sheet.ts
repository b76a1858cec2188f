import { compareDecimals, decimal } from "#app/domain/shared/decimal.ts";
import { parseScore, type Score } from "./reviewer-total.ts";
import type { Rubric } from "./rubric.ts";

export const adviceOptions = ["recommend", "conditional", "not_recommend"] as const;
export type Advice = (typeof adviceOptions)[number];

export const sheetFlags = ["technology", "compliance", "finance"] as const;
export type SheetFlag = (typeof sheetFlags)[number];

/** What a reviewer typed, by path: `K1.score`, `K1.comment`, `overall`, `advice`, `inScope`, `flag.finance` … */
export type RawSheet = Readonly<Record<string, string | undefined>>;

export interface ScoreSheet {
  readonly scores: Readonly<Record<string, Score>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly overall: string;
  readonly strengths: string;
  readonly weaknesses: string;
  readonly questions: string;
  readonly advice: Advice;
  readonly inScope: boolean;
  readonly flags: readonly SheetFlag[];
}

export type SheetProblem =
  | { readonly path: string; readonly problem: "missing" | "not_a_score" | "not_an_option" }
  | { readonly path: string; readonly problem: "too_short"; readonly has: number; readonly needed: number }
  | { readonly path: string; readonly problem: "too_long"; readonly has: number; readonly limit: number };

/** Every path a sheet of this rubric may hold; an autosave of any other is refused. */
export function sheetPaths(rubric: Rubric): string[] {
  return [
    ...rubric.criteria.flatMap(({ key }) => [`${key}.score`, `${key}.comment`]),
    ...generalTexts,
    "advice",
    "inScope",
    ...sheetFlags.map((flag) => `flag.${flag}`),
    notesPath,
  ];
}

/** Path of what a reviewer notes for themselves: kept apart from the sheet and never submitted. */
export const notesPath = "notes";

/** Running text, in which changes of two windows can both stand; anything else is chosen between. */
export const isSheetText = (path: string): boolean =>
  path.endsWith(".comment") || path === notesPath || generalTexts.includes(path);

/** A sheet fit to submit, or everything that still keeps it from being so, in the order of the page. */
export function readSheet(
  rubric: Rubric,
  raw: RawSheet,
):
  | { readonly ok: true; readonly value: ScoreSheet }
  | { readonly ok: false; readonly problems: SheetProblem[] } {
  const problems = sheetProblems(rubric, raw);
  if (problems.length > 0) return { ok: false, problems };
  const text = (path: string) => (raw[path] ?? "").trim();
  const value: ScoreSheet = {
    scores: sheetScores(rubric, raw) as Record<string, Score>,
    comments: Object.fromEntries(rubric.criteria.map(({ key }) => [key, text(`${key}.comment`)])),
    overall: text("overall"),
    strengths: text("strengths"),
    weaknesses: text("weaknesses"),
    questions: text("questions"),
    advice: raw["advice"] as Advice,
    inScope: raw["inScope"] === "yes",
    flags: sheetFlags.filter((flag) => raw[`flag.${flag}`] === "yes"),
  };
  return { ok: true, value };
}

export function sheetProblems(rubric: Rubric, raw: RawSheet): SheetProblem[] {
  return [
    ...rubric.criteria.flatMap(({ key }) => [
      ...scoreProblems(key, raw),
      ...commentProblems(rubric, key, raw),
    ]),
    ...overallProblems(rubric, raw),
    ...generalTexts.filter((path) => path !== "overall").flatMap((path) => lengthProblem(rubric, path, raw)),
    ...optionProblem("advice", adviceOptions, raw),
    ...optionProblem("inScope", ["yes", "no"], raw),
  ];
}

/** The scores that can be read so far; a criterion without one is undefined. */
export const sheetScores = (rubric: Rubric, raw: RawSheet): Record<string, Score | undefined> =>
  Object.fromEntries(
    rubric.criteria.map(({ key }) => [key, parseScore(raw[`${key}.score`] ?? "") ?? undefined]),
  );

/** What of a rubric says which scores want words. */
export type CommentRules = Pick<Rubric, "comments"> & {
  criteria: readonly Pick<Rubric["criteria"][number], "key" | "floor">[];
};

/** A very low or very high score must say why, and so must one under the floor that its criterion has of its own. */
export function commentReason(
  { comments, criteria }: CommentRules,
  key: string,
  score: Score,
): "extreme" | "below_floor" | null {
  const value = decimal(score);
  if (compareDecimals(value, decimal(comments.low)) <= 0) return "extreme";
  if (compareDecimals(value, decimal(comments.high)) >= 0) return "extreme";
  const floor = criteria.find((criterion) => criterion.key === key)?.floor;
  return floor !== undefined && compareDecimals(value, decimal(floor)) < 0 ? "below_floor" : null;
}

/** Characters as a person counts them; a run of blanks is one, so that blanks cannot fill a comment. */
export const commentLength = (text: string): number => [...text.trim().replace(/\s+/gu, " ")].length;

const generalTexts = ["overall", "strengths", "weaknesses", "questions"];

function scoreProblems(key: string, raw: RawSheet): SheetProblem[] {
  const path = `${key}.score`;
  const typed = (raw[path] ?? "").trim();
  if (typed === "") return [{ path, problem: "missing" }];
  return parseScore(typed) === null ? [{ path, problem: "not_a_score" }] : [];
}

function commentProblems(rubric: Rubric, key: string, raw: RawSheet): SheetProblem[] {
  const path = `${key}.comment`;
  const score = parseScore(raw[`${key}.score`] ?? "");
  const has = commentLength(raw[path] ?? "");
  const needed = rubric.comments.minimum;
  if (score !== null && commentReason(rubric, key, score) && has < needed)
    return [{ path, problem: "too_short", has, needed }];
  return lengthProblem(rubric, path, raw);
}

function overallProblems(rubric: Rubric, raw: RawSheet): SheetProblem[] {
  const has = commentLength(raw["overall"] ?? "");
  const needed = rubric.comments.overallMinimum;
  if (has < needed) return [{ path: "overall", problem: "too_short", has, needed }];
  return lengthProblem(rubric, "overall", raw);
}

function lengthProblem(rubric: Rubric, path: string, raw: RawSheet): SheetProblem[] {
  const has = commentLength(raw[path] ?? "");
  const limit = rubric.comments.maximum;
  return has > limit ? [{ path, problem: "too_long", has, limit }] : [];
}

function optionProblem(path: string, options: readonly string[], raw: RawSheet): SheetProblem[] {
  const chosen = raw[path] ?? "";
  if (chosen === "") return [{ path, problem: "missing" }];
  return options.includes(chosen) ? [] : [{ path, problem: "not_an_option" }];
}
