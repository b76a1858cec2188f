import { ask, options, text } from "../ask.ts";
import type { Condition, GroupData } from "../programme-types.ts";

const purposes = options([
  ["fixed_assets", "固定资产", "Fixed assets"],
  ["working_capital", "流动资金", "Working capital"],
  ["merger", "并购", "Acquisition"],
]);

const securities = options([
  ["credit", "信用", "Unsecured"],
  ["mortgage", "抵押", "Mortgage"],
  ["pledge", "质押", "Pledge"],
  ["ip_pledge", "知识产权质押", "IP pledge"],
  ["guarantee", "担保", "Guarantee"],
]);

/** Domain J, loan_need: only for those who ask to be referred to banks. */
export const loan = (visibleWhen: Condition): GroupData => ({
  key: "loan",
  title: text("银行贷款需求", "Bank loan"),
  help: text(
    "贷款由银行独立审批，基金不放贷、不担保。推荐前还需您在提交时单独同意。",
    "Banks decide alone; the fund neither lends nor guarantees. Referral needs your separate consent when you submit.",
  ),
  visibleWhen,
  questions: [
    ask.money("loan_amount", ["贷款金额", "Loan amount"], { min: 0.01 }),
    ask.integer("loan_term", ["贷款期限", "Term"], { min: 1, max: 180, unit: text("个月", "months") }),
    ask.multiChoice("loan_purpose", ["贷款用途", "Purpose"], purposes, { min: 1 }),
    ask.multiChoice("loan_security", ["担保方式", "Security"], securities, { min: 1 }),
    ask.percent("loan_rate", ["期望年利率", "Rate hoped for, a year"], {
      places: 2,
      max: 30,
      required: false,
    }),
    ask.table("existing_loans", ["现有贷款", "Existing loans"], {
      required: false,
      rowName: ["贷款", "loan"],
      addLabel: ["添加一笔贷款", "Add a loan"],
      maxRows: 30,
      totals: ["balance"],
      columns: [
        ask.shortText("bank", ["银行", "Bank"], { min: 2, max: 80, width: "lg" }),
        ask.money("balance", ["余额", "Balance"], { width: "sm" }),
        ask.month("due", ["到期", "Due"], { short: ["到期时间", "Due"], width: "sm" }),
        ask.choice("security", ["担保方式", "Security"], securities, { display: "select", width: "sm" }),
      ],
    }),
    ask.shortText("intended_banks", ["意向银行", "Banks in mind"], { max: 120, required: false }),
  ],
});
