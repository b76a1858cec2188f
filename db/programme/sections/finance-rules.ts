import { text } from "../ask.ts";
import type { Condition, RuleData } from "../programme-types.ts";

const cell = (column: string) => ({ cell: column });
const gap: Condition = {
  abs: { subtract: [cell("total_assets"), { add: [cell("total_liabilities"), cell("net_assets")] }] },
};
const tolerated: Condition = { multiply: [cell("total_assets"), 0.005] };
const params = {
  gap: { value: gap, as: "money" },
  assets: { value: cell("total_assets"), as: "money" },
  sides: { value: { add: [cell("total_liabilities"), cell("net_assets")] }, as: "money" },
};

/** A figure that is part of another one of the same period. */
export function within(part: string, whole: string, zh: [string, string], en: [string, string]): RuleData {
  return {
    key: `${part}_within`,
    level: "error",
    forEach: "statements",
    at: [part, whole],
    holds: { le: [cell(part), cell(whole)] },
    params: { part: { value: cell(part), as: "money" }, whole: { value: cell(whole), as: "money" } },
    message: text(
      `{row}的${zh[0]}{part}，多于${zh[1]}{whole}。`,
      `{row}: ${en[0]} of {part} exceeds ${en[1]} of {whole}.`,
    ),
    summary: text(`{row}的${zh[0]}多于${zh[1]}`, `{row}: ${en[0]} exceeds ${en[1]}`),
  };
}

export const financeRules: RuleData[] = [
  {
    key: "balance",
    level: "error",
    forEach: "statements",
    at: ["total_assets", "total_liabilities", "net_assets"],
    when: { gt: [gap, 1] },
    holds: { le: [gap, tolerated] },
    params,
    message: text(
      "{row}的资产总额{assets}，负债加净资产{sides}，相差{gap}。两边应当相等。",
      "{row}: assets of {assets} against liabilities plus net assets of {sides}, {gap} apart. They should be equal.",
    ),
    summary: text(
      "{row}的资产与负债加净资产相差{gap}",
      "{row}: assets are {gap} off liabilities plus net assets",
    ),
  },
  {
    key: "balance_close",
    level: "warning",
    forEach: "statements",
    at: ["total_assets", "total_liabilities", "net_assets"],
    when: { le: [gap, tolerated] },
    holds: { le: [gap, 1] },
    params,
    message: text(
      "{row}的资产总额与负债加净资产相差{gap}。请按审计报告核对。",
      "{row}: assets and liabilities plus net assets are {gap} apart. Check the audit report.",
    ),
  },
  within("ic_revenue", "revenue", ["集成电路相关收入", "营业收入"], ["IC-related revenue", "revenue"]),
  within("gross_profit", "revenue", ["毛利", "营业收入"], ["gross profit", "revenue"]),
  within("cash", "total_assets", ["货币资金", "资产总额"], ["cash", "total assets"]),
  within(
    "interest_bearing_debt",
    "total_liabilities",
    ["有息负债", "负债合计"],
    ["interest-bearing debt", "total liabilities"],
  ),
  {
    key: "audit_opinion_bad",
    level: "warning",
    forEach: "statements",
    at: ["audit_opinion"],
    holds: { not: { in: [cell("audit_opinion"), ["adverse", "disclaimer"]] } },
    message: text(
      "{row}的审计意见是否定或无法表示意见，形式审查可能不予受理（F14）。",
      "{row}: an adverse opinion or disclaimer may fail the formal check (F14).",
    ),
  },
  {
    key: "negative_equity",
    level: "warning",
    forEach: "statements",
    at: ["net_assets"],
    holds: { ge: [cell("net_assets"), 0] },
    message: text(
      "{row}的净资产为负。请在下面说明原因和改善措施。",
      "{row}: net assets are negative. Explain below why and what is being done.",
    ),
  },
];
