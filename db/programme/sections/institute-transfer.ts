import { ask, options, text } from "../ask.ts";
import type { RuleData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";

const instituteKinds = options([
  ["cas", "中国科学院所属单位", "Institute of the Chinese Academy of Sciences"],
  ["cae", "中国工程院相关单位", "Related to the Chinese Academy of Engineering"],
  ["university", "高校", "University"],
  ["other", "其他科研院所", "Other institute"],
]);

const contractKinds = options([
  ["assignment", "转让", "Assignment"],
  ["exclusive", "独占许可", "Exclusive licence"],
  ["licence", "普通许可", "Licence"],
  ["shares", "作价入股", "Contribution as shares"],
  ["joint", "合作开发", "Joint development"],
]);

const contractStates = options([
  ["signed", "已签", "Signed"],
  ["approved", "单位已批准，待签", "Approved, not signed"],
  ["talking", "洽谈中", "In talks"],
]);

const pilotStates = options([
  ["running", "已运行", "Running"],
  ["building", "建设中", "Being built"],
  ["planned", "计划", "Planned"],
]);

const ref = (key: string) => ({ ref: key });

const rules: RuleData[] = [
  {
    key: "institute_takes_part",
    level: "error",
    at: ["institute_name", "partners/role"],
    when: { answered: ref("partners") },
    holds: { any: { of: "partners", where: when.cellIn("role", ["institute", "university"]) } },
    message: text(
      "“合作单位”中还没有研究院所或高校。请补上技术来源单位。",
      "“Partners” names no institute or university. Add the one the technology comes from.",
    ),
    summary: text("合作单位缺少院所或高校", "No institute among the partners"),
  },
  {
    key: "trl_rises",
    level: "error",
    at: ["trl_after", "trl_before"],
    holds: { ge: [ref("trl_after"), ref("trl_before")] },
    message: text("转化后的TRL低于转化前。", "The TRL after the transfer is below the one before."),
  },
  {
    key: "trl_agrees",
    level: "warning",
    at: ["trl_before", "trl"],
    holds: { le: [ref("trl_before"), ref("trl")] },
    message: text(
      "转化前的TRL高于“技术与产品”中填的现有TRL。请核对。",
      "The TRL before the transfer is above today’s TRL under “Technology”. Check both.",
    ),
  },
  {
    key: "shares_within_appraisal",
    level: "error",
    at: ["contributed_value", "appraised_value"],
    holds: { le: [ref("contributed_value"), ref("appraised_value")] },
    message: text(
      "作价入股金额高于评估值。",
      "The technology is contributed at more than its appraised value.",
    ),
  },
  {
    key: "inventors_rewarded",
    level: "warning",
    at: ["inventor_share"],
    holds: { ge: [ref("inventor_share"), 50] },
    message: text(
      "给发明人的奖励不到50%。促进科技成果转化法规定的最低比例为50%，另有约定的从其约定。",
      "Inventors receive less than 50%, the floor of the law on technology transfer unless otherwise agreed.",
    ),
  },
  {
    key: "source_is_signed",
    level: "warning",
    at: ["source_state"],
    holds: { ne: [ref("source_state"), "talking"] },
    message: text(
      "技术来源合同还在洽谈。受理前应有书面合同或批准文件。",
      "The contract is still in talks. It should be in writing or approved before acceptance.",
    ),
  },
];

/** What call C9 asks: from which institute, by which contract, at what value, for whom, and how far it gets. */
export const instituteTransfer: SectionData = {
  key: "transfer",
  title: text("院所合作与成果转化", "The institute and the transfer"),
  notes: [
    text(
      "院所成果作价须经评估或公示，按单位规定审批。",
      "Technology of an institute needs appraisal or public notice, and the institute’s approval.",
    ),
  ],
  groups: [
    {
      key: "institute",
      title: text("来源单位", "Where it comes from"),
      questions: [
        ask.choice("institute_kind", ["技术来源单位", "The technology comes from"], instituteKinds, {
          display: "radio",
        }),
        ask.shortText("institute_name", ["单位名称", "Name"], { min: 4, max: 80 }),
        ask.uscc("institute_uscc", ["单位统一社会信用代码", "Its USCC"], {
          help: ["事业单位以12开头。", "Public institutions begin with 12."],
        }),
        ask.shortText("institute_team", ["院所课题组和负责人", "Group and its head"], { min: 4, max: 80 }),
      ],
    },
    {
      key: "source",
      title: text("技术来源合同", "The contract"),
      questions: [
        ask.multiChoice("source_kind", ["合同方式", "Kind of contract"], contractKinds, { min: 1 }),
        ask.choice("source_state", ["合同状态", "State"], contractStates, { display: "radio" }),
        ask.date("source_date", ["签订日期", "Signed on"], {
          notAfter: "today",
          visibleWhen: when.is("source_state", "signed"),
        }),
        ask.longText("source_text", ["标的、期限、地域和费用", "Subject, term, territory and price"], {
          min: 50,
          max: 800,
          rows: 5,
          help: [
            "50–800字。写清专利号和技术秘密范围，改进成果归谁。",
            "150–2,400 characters. Patents and know-how covered, and who owns improvements.",
          ],
        }),
        ask.yesNo(
          "source_burdened",
          ["标的上有其他许可、质押或共有人吗？", "Is it licensed to others, pledged or co-owned?"],
          { short: ["其他权利", "Other rights"] },
        ),
        ask.longText("source_burdened_text", ["情况和处理", "What, and how it is dealt with"], {
          short: ["其他权利说明", "Other rights, explained"],
          min: 20,
          max: 400,
          rows: 3,
          visibleWhen: when.yes("source_burdened"),
        }),
      ],
    },
    {
      key: "appraisal",
      title: text("作价入股", "Contribution as shares"),
      visibleWhen: when.includes("source_kind", "shares"),
      questions: [
        ask.shortText("appraiser", ["评估机构", "Appraiser"], { min: 4, max: 80 }),
        ask.date("appraised_on", ["评估基准日", "Appraised as of"], { notAfter: "today" }),
        ask.money("appraised_value", ["评估值", "Appraised value"], { min: 0.01 }),
        ask.money("contributed_value", ["作价金额", "Contributed at"], { min: 0.01 }),
        ask.percent("institute_stake", ["院所及发明人持股", "Stake of institute and inventors"], {
          places: 2,
          max: 100,
        }),
      ],
    },
    {
      key: "inventors",
      title: text("发明人", "Inventors"),
      questions: [
        ask.percent("inventor_share", ["奖励给发明人的比例", "Part given to the inventors"], {
          places: 1,
          max: 100,
        }),
        ask.table("inventors", ["主要发明人", "Main inventors"], {
          rowName: ["发明人", "inventor"],
          addLabel: ["添加一位发明人", "Add an inventor"],
          minRows: 1,
          maxRows: 20,
          columns: [
            ask.shortText("inventor", ["姓名", "Name"], { min: 2, max: 40, width: "sm" }),
            ask.shortText("inventor_role", ["在企业中的角色", "Role in the company"], {
              min: 2,
              max: 60,
              width: "lg",
            }),
            ask.yesNo("inventor_leave", ["离岗或兼职已批准", "Leave or second post approved"], {
              width: "xs",
            }),
            ask.integer("inventor_days", ["每年在晋天数", "Days a year in Shanxi"], {
              min: 0,
              max: 366,
              width: "xs",
            }),
          ],
        }),
      ],
    },
    {
      key: "pilot",
      title: text("成熟度与中试", "Readiness and pilot line"),
      questions: [
        ask.integer("trl_before", ["转化前TRL", "TRL before"], { min: 1, max: 9 }),
        ask.integer("trl_after", ["项目结束时TRL", "TRL at the end"], { min: 1, max: 9 }),
        ask.choice("pilot_state", ["中试线", "Pilot line"], pilotStates, { display: "radio" }),
        ask.address("pilot_place", ["中试地点", "Where the pilot line is"]),
        ask.longText("pilot_text", ["中试安排", "How the pilot runs"], {
          min: 100,
          max: 1000,
          rows: 6,
          help: [
            "100–1000字。规模、设备、批次、判定放大成功的指标。",
            "300–3,000 characters. Scale, tools, batches, and what counts as success.",
          ],
        }),
      ],
    },
  ],
  rules,
};
