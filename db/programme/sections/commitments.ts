import { ask, options, text } from "../ask.ts";
import type { Condition, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { commitmentRules } from "./sub-fund-rules.ts";

const ref = (key: string) => ({ ref: key });
const of = (part: Condition, whole: Condition): Condition => ({
  multiply: [{ divide: [part, whole] }, 100],
});

const lpKinds = options([
  ["this_fund", "本基金", "This fund"],
  ["government", "其他政府基金或财政", "Other government funds or budgets"],
  ["soe", "国有企业", "State-owned enterprises"],
  ["bank_insurance", "银行理财、保险和AIC", "Banks, insurers and AICs"],
  ["fof", "市场化母基金", "Private funds of funds"],
  ["industry", "产业企业", "Industry companies"],
  ["gp", "管理机构（GP）", "The manager (GP)"],
  ["individual", "个人", "Individuals"],
]);

const lpStates = options([
  ["letter", "已出具承诺函", "Commitment letter"],
  ["approved", "已过决策，待出函", "Approved, letter to come"],
  ["talking", "洽谈中", "In talks"],
]);

const committed = (where?: Condition): Condition => ({
  sum: { of: "lps", value: { cell: "lp_amount" }, ...(where === undefined ? {} : { where }) },
});

/** Domain S: who else pays, and how firm that is. */
export const commitments: SectionData = {
  key: "commitments",
  title: text("募资落实", "Fundraising"),
  opensWhen: { answered: ref("fund_size") },
  opensHint: text("先填“子基金方案”", "Fill in “The sub-fund” first"),
  groups: [
    {
      key: "lps",
      questions: [
        ask.table("lps", ["出资人", "Partners"], {
          help: [
            "本基金和管理机构各占一行。承诺函在“附件”中上传。",
            "A row each for this fund and for the manager. Letters go under Attachments.",
          ],
          rowName: ["出资人", "partner"],
          addLabel: ["添加一位出资人", "Add a partner"],
          minRows: 3,
          maxRows: 50,
          totals: ["lp_amount"],
          columns: [
            ask.shortText("lp_name", ["出资人", "Partner"], { min: 2, max: 80, width: "lg" }),
            ask.choice("lp_kind", ["类型", "Kind"], lpKinds, { display: "select", width: "sm" }),
            ask.money("lp_amount", ["认缴", "Commitment"], { width: "sm" }),
            ask.choice("lp_state", ["状态", "State"], lpStates, { display: "select", width: "sm" }),
            ask.shortText("lp_means", ["出资能力的依据", "Evidence of means"], {
              max: 120,
              required: false,
              secondary: true,
              example: ["2025年末净资产32亿元，见A20", "Net assets of RMB 3.2 billion at end 2025, see A20"],
            }),
          ],
        }),
        ask.computed("lp_total", ["认缴合计", "Commitments in all"], "money", committed()),
        ask.computed(
          "government_share",
          ["各级政府出资占规模", "All governments, of the size"],
          "percent",
          of(committed(when.cellIn("lp_kind", ["this_fund", "government"])), ref("fund_size")),
        ),
        ask.computed(
          "manager_share",
          ["管理机构出资占规模", "The manager, of the size"],
          "percent",
          of(committed(when.cellIs("lp_kind", "gp")), ref("fund_size")),
        ),
        ask.computed(
          "firm_total",
          ["已有承诺函或已过决策", "With a letter or approved"],
          "money",
          committed(when.cellIn("lp_state", ["letter", "approved"])),
        ),
        ask.longText("raising_plan", ["缺口怎样募齐", "How the rest will be raised"], {
          min: 50,
          max: 600,
          rows: 4,
          visibleWhen: { lt: [ref("firm_total"), ref("fund_size")] },
          help: [
            "50–600字。对象、进度，以及募不齐时怎样缩减规模。",
            "150–1,800 characters. From whom, how far, and what happens to the size if it falls short.",
          ],
        }),
      ],
    },
  ],
  rules: commitmentRules,
};
