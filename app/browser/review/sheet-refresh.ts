import {
  criterionPoints,
  parseScore,
  reviewerTotal,
  type Score,
  scoredWeight,
} from "#app/domain/reviews/reviewer-total.ts";
import type { Criterion, Rubric } from "#app/domain/reviews/rubric.ts";
import { commentLength, sheetProblems } from "#app/domain/reviews/score-sheet.ts";
import { formatDecimal } from "#app/domain/shared/decimal.ts";
import { type CommentRule, commentRule } from "#app/i18n/comment-rule.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { scoreAnchor } from "#app/i18n/score-anchor.ts";
import { missingList } from "#app/i18n/sheet-problems.ts";
import { glyph } from "./glyph.ts";

/** What of a rubric the sheet carries for this script. */
export interface SheetRules {
  criteria: Pick<Criterion, "key" | "weight" | "floor">[];
  comments: Rubric["comments"];
  anchors: string[];
}

/** Points, anchors, comment rules, the total and what is still missing, as the fields stand now. */
export function refreshSheet(sheet: HTMLFormElement, rules: SheetRules, locale: Locale): void {
  const t = reviewMessages[locale].sheet;
  // The rules of domain/reviews ask for no more of a rubric than the sheet carries.
  const rubric = rules as unknown as Rubric;
  const raw = Object.fromEntries([...new FormData(sheet)].map(([path, value]) => [path, String(value)]));
  const scores: Record<string, Score | undefined> = {};
  for (const { key, weight } of rules.criteria) {
    const score = parseScore(raw[`${key}.score`] ?? "") ?? undefined;
    scores[key] = score;
    const card = sheet.querySelector(`[data-criterion="${key}"]`);
    if (!card) continue;
    const points = score === undefined ? "–" : formatDecimal(criterionPoints(weight, score), 2);
    setText(card.querySelector(".crit-points"), points);
    setText(card.querySelector(".anchor > span"), scoreAnchor(locale, rules.anchors, score));
    const text = raw[`${key}.comment`] ?? "";
    refreshComment(card, { key, text, rule: commentRule(rules, key, score, text, locale), locale });
  }
  const done = rules.criteria.filter(({ key }) => scores[key] !== undefined).length;
  const all = rules.criteria.length;
  setText(sheet.querySelector("[data-total]"), formatDecimal(reviewerTotal(rubric, scores), 2));
  setText(sheet.querySelector("[data-out-of]"), t.outOf(scoredWeight(rubric, scores)));
  setText(sheet.querySelector("[data-scored]"), t.scored(done, all));
  setText(document.querySelector("[data-to-sheet]"), t.toSheet(done, all));
  const overall = t.characters(commentLength(raw["overall"] ?? ""));
  setText(sheet.querySelector('[data-comment-count="overall"]'), overall);
  const problems = sheetProblems(rubric, raw);
  const missing = problems.length > 0 ? t.missing(missingList(problems, locale)) : t.ready;
  setText(sheet.querySelector("[data-missing]"), missing);
}

interface CommentState {
  key: string;
  text: string;
  rule: CommentRule | undefined;
  locale: Locale;
}

function refreshComment(card: Element, { key, text, rule, locale }: CommentState) {
  const t = reviewMessages[locale].sheet;
  const line = card.querySelector(`[data-comment-rule="${key}"]`);
  if (line && line.textContent.trim() !== (rule?.words ?? ""))
    line.replaceChildren(...(rule ? [...glyph(rule.met ? "ok" : "warn"), ` ${rule.words}`] : []));
  if (!rule || rule.met) {
    line?.parentElement?.classList.replace("st-bad", "muted");
    card.querySelector("textarea")?.removeAttribute("aria-invalid");
  }
  setText(card.querySelector(`[data-comment-count="${key}"]`), t.characters(commentLength(text)));
  const details = card.querySelector("details");
  if (rule && details) details.open = true;
  const shell = shellMessages[locale];
  setText(card.querySelector("summary"), rule || text !== "" ? shell.comment : shell.writeComment);
}

function setText(element: Element | null, text: string) {
  if (element && element.textContent !== text) element.textContent = text;
}
