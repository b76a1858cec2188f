import { formatDecimal } from "#app/domain/shared/decimal.ts";
import { isTable, type CompiledRule, type CompiledSection } from "./compile-form.ts";
import type { LocalText } from "./definition.ts";
import { isDecimal, type Scope, type Value } from "./evaluate-expression.ts";
import { labelOf, rowOf } from "./issue-place.ts";
import type { EvaluatedRow, FormEvaluation } from "./form-evaluation.ts";
import { formatGrouped, formatMoney } from "./format-figure.ts";
import { same, type FormIssue } from "./issue.ts";
import { dateText } from "./parse-answer.ts";
import { answerPath } from "./raw-answers.ts";

/** The section's cross-checks. One speaks only where what it points at is visible and it is plainly broken. */
export function checkRules(evaluation: FormEvaluation, section: CompiledSection): FormIssue[] {
  return section.rules.flatMap((compiled) => {
    const { forEach } = compiled.rule;
    if (forEach === undefined)
      return isBroken(compiled, evaluation) ? issueOf(evaluation, section, compiled, evaluation) : [];
    return evaluation
      .rows(forEach)
      .filter((row) => isBroken(compiled, row))
      .flatMap((row) => issueOf(evaluation, section, compiled, row, { table: forEach, row }));
  });
}

const isBroken = ({ when, holds }: CompiledRule, scope: Scope): boolean =>
  (when === null || when(scope) === true) && holds(scope) === false;

type RowPlace = { table: string; row: EvaluatedRow };

function issueOf(
  evaluation: FormEvaluation,
  section: CompiledSection,
  { rule, params }: CompiledRule,
  scope: Scope,
  place?: RowPlace,
): FormIssue[] {
  const [first = ""] = rule.at;
  const questionKey = place?.table ?? first.split("/")[0] ?? first;
  const column = place ? first : first.split("/")[1];
  const question = evaluation.form.questionByKey.get(questionKey);
  if (!question || !evaluation.isVisible(questionKey)) return [];
  const cell = column === undefined ? undefined : question.columnByKey.get(column)?.field;
  const words: Record<string, LocalText> = place ? { row: place.row.label ?? same(place.row.number) } : {};
  for (const { name, value, as } of params) words[name] = written(value(scope), as.as, as.places);
  return [
    {
      path: place && cell ? answerPath(questionKey, place.row.id, cell.key) : questionKey,
      sectionKey: section.section.key,
      questionKey,
      ...(place ? rowOf(place.row) : {}),
      ...(cell && isTable(question.field) ? { column: cell.key } : {}),
      code: "rule",
      ruleKey: rule.key,
      params: words,
      level: rule.level,
      label: labelOf(cell ?? question.field),
      message: filledIn(rule.message, words),
      ...(rule.summary ? { summary: filledIn(rule.summary, words) } : {}),
    },
  ];
}

type WrittenAs = "money" | "percent" | "decimal" | "integer" | "date" | "text";

/** Money is 万元 in expressions: 400.00万元, or RMB 4 million. */
export function written(value: Value, as: WrittenAs, places?: number): LocalText {
  if (as === "date" && typeof value === "string") return dateText(value);
  if (!isDecimal(value)) return same(value === null ? "–" : String(value));
  switch (as) {
    case "money": {
      const fen = Number(formatDecimal(value, 2).replace(".", "")) * 10_000;
      return { zh: formatMoney(fen, "zh"), en: formatMoney(fen, "en") };
    }
    case "percent":
      return same(`${formatGrouped(value, places ?? 2)}%`);
    case "integer":
      return same(formatGrouped(value, 0));
    default:
      return same(formatGrouped(value, places));
  }
}

const filledIn = (text: LocalText, words: Record<string, LocalText>): LocalText => ({
  zh: text.zh.replace(/\{([a-z_]+)\}/g, (whole, name: string) => words[name]?.zh ?? whole),
  en: text.en.replace(/\{([a-z_]+)\}/g, (whole, name: string) => words[name]?.en ?? whole),
});
