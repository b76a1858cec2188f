import { ask, options, text } from "../ask.ts";
import type { Condition, GroupData } from "../programme-types.ts";
import { when } from "../when.ts";

export const sourceStates = options([
  ["in_place", "到位", "In place"],
  ["committed", "承诺", "Committed"],
  ["negotiating", "洽谈", "In talks"],
]);

const rounds = options([
  ["seed", "种子", "Seed"],
  ["angel", "天使", "Angel"],
  ["a", "A轮", "Series A"],
  ["b", "B轮", "Series B"],
  ["c", "C轮及以后", "Series C or later"],
  ["pre_ipo", "Pre-IPO", "Pre-IPO"],
  ["strategic", "战略融资", "Strategic"],
]);

const exits = options([
  ["ipo", "上市", "IPO"],
  ["merger", "并购", "Merger or acquisition"],
  ["transfer", "股权转让", "Transfer of shares"],
  ["buy_back", "回购", "Buy-back"],
  ["reduction", "减资", "Capital reduction"],
]);

const ref = (key: string) => ({ ref: key });
export const percentOf = (part: Condition, whole: Condition): Condition => ({
  multiply: [{ divide: [part, whole] }, 100],
});

/** What is asked of the fund in return for shares, and at what price. */
export const equity = (visibleWhen: Condition): GroupData => ({
  key: "equity",
  title: text("申请本基金出资与估值", "Equity asked of the fund, and valuation"),
  visibleWhen,
  questions: [
    ask.money("amount_requested", ["申请本基金出资", "Equity requested from the fund"], { min: 0.01 }),
    ask.computed(
      "request_share",
      ["占项目总投资", "Of total investment"],
      "percent",
      percentOf(ref("amount_requested"), ref("total_investment")),
    ),
    ask.choice("round", ["轮次", "Round"], rounds, { display: "select" }),
    ask.money("pre_money", ["投前估值", "Pre-money valuation"], { min: 0.01 }),
    ask.money("round_amount", ["本轮融资总额", "Amount of the round"], { min: 0.01 }),
    ask.money("post_money", ["投后估值", "Post-money valuation"], {
      min: 0.01,
      help: ["投后＝投前＋本轮融资总额。", "Post-money = pre-money + amount of the round."],
    }),
    ask.computed(
      "fund_stake",
      ["本基金持股", "The fund’s stake"],
      "percent",
      percentOf(ref("amount_requested"), ref("post_money")),
    ),
    ask.longText("price_basis", ["定价依据", "Basis of the price"], {
      min: 50,
      max: 600,
      rows: 4,
      help: [
        "50–600字。可比公司、上一轮价格、资产评估或收益法的主要假设。",
        "150–1,800 characters. Comparables, last round, appraisal, or the main assumptions of a discounted cash flow.",
      ],
    }),
    ask.table("other_investors", ["本轮其他投资人", "Other investors in the round"], {
      required: false,
      rowName: ["投资人", "investor"],
      addLabel: ["添加一位投资人", "Add an investor"],
      maxRows: 20,
      totals: ["amount"],
      columns: [
        ask.shortText("investor", ["投资人", "Investor"], { min: 2, max: 80, width: "lg" }),
        ask.money("amount", ["金额", "Amount"], { width: "sm" }),
        ask.choice("status", ["状态", "Status"], sourceStates, { display: "select", width: "sm" }),
        ask.declaration("lead", ["领投", "Lead"], { required: false, width: "xs" }),
      ],
    }),
    ask.yesNo("raised_before", ["设立以来融过资吗？", "Has the company raised money since its founding?"], {
      short: ["历史融资", "Funding history"],
    }),
    ask.table("funding_history", ["历史融资", "Funding history"], {
      visibleWhen: when.yes("raised_before"),
      help: ["从设立起的各轮融资。", "Every round since founding."],
      rowName: ["融资", "round"],
      addLabel: ["添加一轮融资", "Add a round"],
      maxRows: 20,
      columns: [
        ask.month("closed_on", ["时间", "Date"], { width: "sm" }),
        ask.choice("past_round", ["轮次", "Round"], rounds, { display: "select", width: "sm" }),
        ask.money("amount", ["金额", "Amount"], { width: "sm" }),
        ask.money("valuation", ["投后估值", "Post-money"], { width: "sm", required: false }),
        ask.shortText("investors", ["投资人", "Investors"], { max: 120, width: "lg" }),
      ],
    }),
  ],
});

/** How the fund leaves again. */
export const exit = (visibleWhen: Condition): GroupData => ({
  key: "exit",
  title: text("退出安排", "Exit"),
  visibleWhen,
  questions: [
    ask.multiChoice("exit_plan", ["退出方式", "Ways of exit"], exits, { min: 1 }),
    ask.longText("exit_text", ["退出安排说明", "Exit, explained"], {
      min: 100,
      max: 800,
      rows: 6,
      help: [
        "100–800字。预计时间、条件和估值假设。不得写固定回报、保本或兜底回购。",
        "300–2,400 characters. When, on what conditions, at what valuation. No fixed return, guaranteed principal or guaranteed buy-back.",
      ],
    }),
  ],
});
