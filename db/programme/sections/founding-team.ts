import { ask, options, text } from "../ask.ts";
import type { RuleData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";

const relocations = options([
  ["here", "已在山西", "Already in Shanxi"],
  ["signed", "已签迁居承诺", "Signed to move"],
  ["planned", "计划迁居", "Planning to move"],
  ["no", "不迁居", "Not moving"],
]);

const restraints = options([
  ["none", "没有竞业限制", "No non-compete"],
  ["expired", "已到期", "Expired"],
  ["waived", "原单位书面放弃", "Waived in writing"],
  ["in_force", "仍在限制期", "Still in force"],
]);

const ref = (key: string) => ({ ref: key });
const cell = (column: string) => ({ cell: column });

const rules: RuleData[] = [
  {
    key: "stays_three_years",
    level: "error",
    at: ["team/commit_years"],
    when: { answered: ref("team") },
    holds: { ge: [{ count: { of: "team", where: { ge: [cell("commit_years"), 3] } } }, 3] },
    message: text(
      "承诺服务三年以上的成员不到3位。本专题要求核心成员全职三年以上。",
      "Fewer than 3 members commit for three years or more, which this call asks of the core.",
    ),
    summary: text("承诺三年以上的成员不到3位", "Fewer than 3 members commit for three years"),
  },
  {
    key: "worked_together",
    level: "warning",
    at: ["together_years"],
    holds: { ge: [ref("together_years"), 3] },
    message: text(
      "团队共事不到三年。评审会看团队是否稳定。",
      "The team has worked together for less than three years.",
    ),
  },
  {
    key: "shipped_something",
    level: "warning",
    at: ["shipped/shipped_units"],
    when: { answered: ref("shipped") },
    holds: { any: { of: "shipped", where: { gt: [cell("shipped_units"), 0] } } },
    message: text("列出的产品都还没有出货。", "None of the products listed has shipped."),
  },
  {
    key: "founders_pay_in",
    level: "warning",
    at: ["founders_cash"],
    holds: { gt: [ref("founders_cash"), 0] },
    message: text("创始团队没有现金投入。", "The founders put in no cash."),
  },
  {
    key: "restraint_in_force",
    level: "error",
    forEach: "founders",
    at: ["restraint"],
    holds: { ne: [cell("restraint"), "in_force"] },
    message: text(
      "第{row}位创始人仍在竞业限制期。请先取得原单位的书面放弃，或等期满。",
      "Founder {row} is still bound by a non-compete. Obtain a waiver in writing, or wait until it ends.",
    ),
  },
  {
    key: "ip_is_clean",
    level: "error",
    at: ["ip_clean"],
    holds: { eq: [ref("ip_clean"), true] },
    message: text(
      "与原单位的知识产权关系没有厘清，形式审查会核对权属（F09）。",
      "IP relations with former employers are not settled; the formal check looks at title (F09).",
    ),
  },
  {
    key: "most_move",
    level: "warning",
    at: ["founders/relocation"],
    when: { answered: ref("founders") },
    holds: {
      ge: [
        {
          multiply: [{ count: { of: "founders", where: when.cellIn("relocation", ["here", "signed"]) } }, 2],
        },
        { count: { of: "founders" } },
      ],
    },
    message: text(
      "已在山西或已签迁居承诺的创始人不到一半。",
      "Fewer than half of the founders are here or have signed to move.",
    ),
  },
];

/** What call C8 asks of a team: how long together, what it shipped, who stays, who moves, and that it comes clean. */
export const foundingTeam: SectionData = {
  key: "founders_section",
  title: text("创业团队", "The founding team"),
  notes: [
    text(
      "“核心团队”中须填每位成员的承诺服务年限。",
      "Give each member’s years of commitment under “Core team”.",
    ),
    text(
      "业绩写能核验的产品和出货，不写原单位的技术秘密。",
      "Name products and shipments that can be verified, no secrets of former employers.",
    ),
  ],
  groups: [
    {
      key: "history",
      title: text("共事经历", "Time together"),
      questions: [
        ask.integer("together_years", ["团队共事年限", "Years together"], {
          min: 0,
          max: 40,
          unit: text("年", "years"),
        }),
        ask.shortText("together_where", ["在哪里共事", "Where they worked together"], { min: 4, max: 120 }),
        ask.table("shipped", ["做出过的产品", "Products shipped"], {
          rowName: ["产品", "product"],
          addLabel: ["添加一个产品", "Add a product"],
          minRows: 1,
          maxRows: 20,
          columns: [
            ask.shortText("shipped_product", ["产品", "Product"], { min: 2, max: 80, width: "lg" }),
            ask.integer("shipped_year", ["量产年份", "Year"], { min: 1990, max: 2026, width: "xs" }),
            ask.integer("shipped_units", ["累计出货", "Units shipped"], {
              min: 0,
              max: 1_000_000_000,
              width: "sm",
            }),
            ask.shortText("shipped_part", ["团队承担的部分", "The team’s part"], {
              min: 4,
              max: 120,
              secondary: true,
            }),
          ],
        }),
        ask.longText("team_story", ["为什么由这个团队做", "Why this team"], {
          min: 100,
          max: 800,
          rows: 5,
          help: [
            "100–800字。共同做成过什么，能力怎样互补，还缺什么人。",
            "300–2,400 characters. What was achieved together, how skills complement, who is missing.",
          ],
        }),
      ],
    },
    {
      key: "commitment",
      title: text("投入与迁居", "Commitment and moving"),
      questions: [
        ask.table("founders", ["创始人", "Founders"], {
          rowName: ["创始人", "founder"],
          addLabel: ["添加一位创始人", "Add a founder"],
          minRows: 2,
          maxRows: 12,
          totals: ["founder_cash"],
          columns: [
            ask.shortText("founder", ["姓名", "Name"], { min: 2, max: 40, width: "sm" }),
            ask.shortText("founder_from", ["原单位", "Former employer"], { min: 2, max: 80, width: "lg" }),
            ask.month("left_on", ["离职时间", "Left in"], { width: "sm" }),
            ask.choice("restraint", ["竞业限制", "Non-compete"], restraints, {
              display: "select",
              width: "sm",
            }),
            ask.choice("relocation", ["迁居", "Moving"], relocations, { display: "select", width: "sm" }),
            ask.money("founder_cash", ["现金投入", "Cash put in"], { width: "sm" }),
          ],
        }),
        ask.computed("founders_cash", ["创始人现金投入合计", "Founders’ cash in all"], "money", {
          sum: { of: "founders", value: cell("founder_cash") },
        }),
        ask.longText("vesting_terms", ["股权归属和离开时的处理", "Vesting, and what happens on leaving"], {
          min: 50,
          max: 600,
          rows: 4,
        }),
      ],
    },
    {
      key: "clean",
      title: text("与原单位的关系", "Former employers"),
      questions: [
        ask.yesNo(
          "ip_clean",
          ["知识产权与原单位无争议吗？", "Is the IP free of claims by former employers?"],
          { short: ["知识产权无争议", "IP free of claims"] },
        ),
        ask.longText("ip_clean_text", ["核查方法和依据", "How it was checked, and the evidence"], {
          min: 50,
          max: 800,
          rows: 5,
          help: [
            "50–800字。职务发明、离职一年内的发明、代码和图纸来源、原单位的确认函。",
            "150–2,400 characters. Service inventions, those within a year of leaving, origin of code and drawings, letters of former employers.",
          ],
        }),
        ask.yesNo(
          "employer_dispute",
          [
            "与原单位有诉讼、仲裁或律师函吗？",
            "Any lawsuit, arbitration or lawyer’s letter from a former employer?",
          ],
          { short: ["与原单位的纠纷", "Disputes with employers"] },
        ),
        ask.longText("employer_dispute_text", ["情况和进展", "What, and where it stands"], {
          short: ["纠纷说明", "Disputes, explained"],
          min: 20,
          max: 400,
          rows: 3,
          visibleWhen: when.yes("employer_dispute"),
        }),
      ],
    },
  ],
  rules,
};
