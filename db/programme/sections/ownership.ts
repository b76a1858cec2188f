import { ask, options, text } from "../ask.ts";
import type { Offer } from "../offer.ts";
import type { SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { ownershipRules } from "./ownership-rules.ts";

const holderTypes = options([
  ["company", "企业", "Company"],
  ["fund", "基金", "Fund"],
  ["staff_platform", "员工平台", "Staff vehicle"],
  ["natural", "自然人", "Individual"],
  ["state", "国资", "State"],
  ["foreign", "外资", "Foreign"],
]);

const currencies = options([
  ["CNY", "人民币", "CNY"],
  ["USD", "美元", "USD"],
  ["HKD", "港元", "HKD"],
  ["EUR", "欧元", "EUR"],
]);

const hasLargeEntityHolder = {
  any: {
    of: "shareholders",
    where: when.both({ ge: [{ cell: "ratio" }, 25] }, { ne: [{ cell: "holder_type" }, "natural"] }),
  },
};

/** Domain C, with the capital that the shares are shares of. The company profile has it without a call's offer. */
export const ownership = (offer?: Offer): SectionData => ({
  key: "ownership",
  title: text("股权结构", "Ownership"),
  notes: [
    text(
      "比例最多4位小数，合计须为100.0000%（允许误差0.01）。",
      "Up to 4 decimals, adding up to 100.0000% (0.01 tolerance).",
    ),
    text("不要填写任何自然人的身份证号。", "Never give a natural person’s ID number."),
    text(
      "实际控制人：通过投资关系、协议或其他安排，能够实际支配公司行为的人（公司法第二百六十五条）。",
      "Actual controller: whoever can direct the company through investment, agreement or otherwise (Company Law, art. 265).",
    ),
  ],
  groups: [
    {
      key: "capital",
      title: text("资本", "Capital"),
      questions: [
        ask.choice("capital_currency", ["注册资本币种", "Currency of registered capital"], currencies, {
          display: "select",
          carryOver: "capital_currency",
          help: [
            "外币出资的，下面按折合人民币的万元数填写。",
            "If not in CNY, give the CNY equivalent below.",
          ],
        }),
        ask.money("registered_capital", ["注册资本", "Registered capital"], {
          carryOver: "registered_capital",
          help: ["与营业执照一致。", "As on the business licence."],
        }),
        ask.money("paid_in_capital", ["实缴资本", "Paid-in capital"], {
          carryOver: "paid_in_capital",
          help: [
            "以最近一期验资报告或银行回单为准。",
            "By the latest capital verification report or bank slip.",
          ],
        }),
        ask.longText("payment_schedule", ["未缴部分的出资安排", "When the rest will be paid in"], {
          min: 10,
          max: 300,
          rows: 3,
          carryOver: "payment_schedule",
          visibleWhen: { lt: [{ ref: "paid_in_capital" }, { ref: "registered_capital" }] },
          help: [
            "写明股东、金额和时间。有限责任公司股东认缴的出资自公司成立之日起五年内缴足（公司法第四十七条）。",
            "Shareholder, amount and date. Subscribed capital of an LLC is due within five years of its founding (Company Law, art. 47).",
          ],
        }),
      ],
    },
    {
      key: "holders",
      questions: [
        ask.table("shareholders", ["股东", "Shareholders"], {
          carryOver: "shareholders",
          help: [
            "列出全部股东，最多50行。任一机构股东持股25%以上的，请在下方上传穿透图。",
            "List all, up to 50 rows. If an entity holds 25% or more, upload a look-through chart below.",
          ],
          rowName: ["股东", "shareholder"],
          addLabel: ["添加一位股东", "Add a shareholder"],
          minRows: 1,
          maxRows: 50,
          totals: ["subscribed", "paid_in", "ratio"],
          columns: [
            ask.shortText("holder_name", ["股东名称", "Shareholder"], { min: 2, max: 80, width: "lg" }),
            ask.choice("holder_type", ["类型", "Type"], holderTypes, { display: "select", width: "sm" }),
            ask.money("subscribed", ["认缴", "Subscribed"], { width: "sm" }),
            ask.money("paid_in", ["实缴", "Paid in"], { width: "sm" }),
            ask.percent("ratio", ["持股", "Share"], { places: 4, width: "xs" }),
            ask.uscc("holder_uscc", ["统一社会信用代码", "USCC"], {
              secondary: true,
              visibleWhen: when.cellIn("holder_type", ["company", "fund", "staff_platform", "state"]),
              licenceIn: "holder_licences",
            }),
            ask.declaration("is_controller", ["实际控制人", "Controller"], {
              secondary: true,
              required: false,
            }),
          ],
        }),
        ask.computed(
          "foreign_ratio",
          ["外资持股合计", "Foreign holdings in all"],
          "percent",
          {
            sum: {
              of: "shareholders",
              value: { cell: "ratio" },
              where: when.cellIs("holder_type", "foreign"),
            },
          },
          {
            places: 4,
            visibleWhen: { any: { of: "shareholders", where: when.cellIs("holder_type", "foreign") } },
          },
        ),
        ask.file("holder_licences", ["机构股东的营业执照", "Licences of entity shareholders"], {
          required: false,
          accept: ["pdf", "jpg", "png"],
          maxCount: 10,
          help: [
            "信用代码校验位不符、但执照上确实如此的，上传执照，由基金办人工核验。",
            "Where a credit code fails its check character although the licence says so: upload the licence for a manual check.",
          ],
        }),
      ],
    },
    {
      key: "control",
      title: text("控制关系", "Control"),
      questions: [
        ask.shortText("actual_controller", ["实际控制人", "Actual controller"], {
          min: 2,
          max: 80,
          carryOver: "actual_controller",
          help: [
            "穿透到最终的自然人、国资监管机构或无实际控制人。",
            "Through to the person or state body in the end, or “none”.",
          ],
        }),
        ask.longText("control_basis", ["如何实际支配", "How control is exercised"], {
          short: ["实际支配方式", "How control is exercised"],
          min: 10,
          max: 300,
          rows: 3,
          carryOver: "control_basis",
          help: [
            "持股路径、表决权安排、一致行动或协议。",
            "Chain of holdings, voting arrangements, acting in concert or agreements.",
          ],
        }),
        ask.yesNo(
          "share_encumbrance",
          [
            "股权是否存在质押、冻结、代持或对赌？",
            "Is any share pledged, frozen, held by a nominee or under a valuation adjustment?",
          ],
          {
            short: ["股权质押情况", "Pledge"],
            carryOver: "share_encumbrance",
          },
        ),
        ask.longText("share_encumbrance_text", ["请说明", "Please explain"], {
          short: ["股权质押情况说明", "Pledge, explained"],
          min: 20,
          max: 300,
          rows: 3,
          carryOver: "share_encumbrance_text",
          visibleWhen: when.yes("share_encumbrance"),
          help: [
            "写明股东、质权人、比例、期限和对应债务。300字以内。",
            "Shareholder, pledgee, share, term and the debt behind it. Up to 900 characters.",
          ],
        }),
        ask.file(
          "a05_ownership_chart",
          ["股权结构图（穿透至实际控制人）", "Ownership chart, through to the controller"],
          {
            code: "A05",
            required: offer ? when.anyGiven(offer.equity, hasLargeEntityHolder) : false,
            help: ["PDF，单个不超过20 MB，可传多份。", "PDF, up to 20 MB each; several allowed."],
          },
        ),
      ],
    },
  ],
  rules: ownershipRules,
});
