import { notesPath, type SheetProblem } from "#app/domain/reviews/score-sheet.ts";
import type { Locale } from "./locale.ts";
import { reviewNotesMessages } from "./messages/review-notes.ts";
import { reviewMessages } from "./messages/reviews.ts";

/** What is wrong and what would mend it. */
export function problemSentence(problem: SheetProblem, locale: Locale): string {
  const t = reviewMessages[locale].sheet;
  const [code = "", part = ""] = problem.path.split(".");
  if (problem.problem === "too_long")
    return t.errors.tooLong(sheetFieldName(problem.path, locale), problem.limit);
  if (problem.problem === "too_short")
    return problem.path === "overall"
      ? t.errors.overallShort(problem.has, problem.needed)
      : t.errors.commentShort(code, problem.has, problem.needed);
  if (problem.path === "advice") return t.errors.advice;
  if (problem.path === "inScope") return t.errors.inScope;
  return part === "score" && problem.problem === "missing"
    ? t.errors.missingScore(code)
    : t.errors.notAScore(code);
}

/** The short list under the buttons: K5 comment, K6, overall comment. */
export function missingList(problems: readonly SheetProblem[], locale: Locale): string {
  const t = reviewMessages[locale].sheet.missingShort;
  const names = problems.map(({ path }) => {
    const [code = "", part] = path.split(".");
    if (part === "score") return t.score(code);
    if (part === "comment") return t.comment(code);
    if (path === "advice") return t.advice;
    if (path === "inScope") return t.inScope;
    return path === "overall" ? t.overall : sheetFieldName(path, locale);
  });
  return [...new Set(names)].join(locale === "zh" ? "、" : ", ");
}

/** A field of the sheet as a person calls it. */
export function sheetFieldName(path: string, locale: Locale): string {
  const t = reviewMessages[locale].sheet;
  const [code = "", part] = path.split(".");
  if (part === "comment") return t.commentFor(code);
  if (part === "score") return t.scoreOf(code);
  const labels: Record<string, string> = {
    overall: t.overall,
    strengths: t.strengths,
    weaknesses: t.weaknesses,
    questions: t.questions,
    advice: t.advice,
    inScope: t.inScope,
    [notesPath]: reviewNotesMessages[locale].title,
    "flag.technology": t.flagOptions.technology,
    "flag.compliance": t.flagOptions.compliance,
    "flag.finance": t.flagOptions.finance,
  };
  return labels[path] ?? path;
}
