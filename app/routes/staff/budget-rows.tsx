import type { CallBudget } from "#app/domain/decisions/decision.ts";
import { formatMoney } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { decisionMessages } from "#app/i18n/messages/decisions.ts";

/** The budget of a call against its approvals, as a row of a summary; none where it has no budget. */
export function budgetRows({ budgetFen, approvedFen, approvals }: CallBudget, locale: Locale) {
  if (budgetFen === null) return [];
  const t = decisionMessages[locale].budget;
  const budget = formatMoney(locale, budgetFen);
  const approved = formatMoney(locale, approvedFen);
  const left = budgetFen - approvedFen;
  if (approvals === 0) return [{ term: t.term, value: t.without(budget) }];
  if (left > 0)
    return [
      { term: t.term, value: t.within({ budget, approved, approvals, left: formatMoney(locale, left) }) },
    ];
  const text =
    left === 0
      ? t.reached({ budget, approvals })
      : t.exceeded({ budget, approved, approvals, over: formatMoney(locale, -left) });
  return [{ term: t.term, value: <b className="st-warn">{text}</b> }];
}
