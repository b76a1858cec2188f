import { ask, options, text } from "../ask.ts";
import { applicationFields, chainSegments, deviceTypes, materials } from "../lists/industry.ts";
import type { Condition, FormData, RuleData, SectionData } from "../programme-types.ts";

const cell = (key: string) => ({ cell: key });
const bothGiven = (from: string, to: string): Condition => ({
  and: [{ answered: cell(from) }, { answered: cell(to) }],
});

/** A period cannot end before it begins. */
const inOrder = (key: string, table: string, from: string, to: string): RuleData => ({
  key,
  level: "error",
  forEach: table,
  at: [to, from],
  when: bothGiven(from, to),
  holds: { ge: [cell(to), cell(from)] },
  message: text("结束早于开始。请核对两项。", "It ends before it begins. Check both."),
  summary: text("结束早于开始", "Ends before it begins"),
});

const disciplines = options([
  ["technology", "技术", "Technology"],
  ["industry", "产业", "Industry"],
  ["finance", "财务", "Finance"],
  ["investment_legal", "投资与法律", "Investment and law"],
]);

const tieKinds = options([
  ["shareholding", "持股", "Shareholding"],
  ["director", "董事、监事", "Director or supervisor"],
  ["executive", "高级管理人员", "Executive"],
  ["adviser", "顾问、独立董事等有偿任职", "Paid adviser or independent director"],
  ["other", "其他", "Other"],
]);

const expertise: SectionData = {
  key: "expertise",
  title: text("专长", "Expertise"),
  groups: [
    {
      key: "fields",
      questions: [
        ask.choice("discipline", ["评审专业", "Discipline"], disciplines, {
          help: ["您在评审组里代表的一方。", "What you speak for on a panel."],
        }),
        ask.multiChoice("segments", ["熟悉的产业链环节", "Parts of the chain you know"], chainSegments, {
          required: false,
        }),
        ask.multiChoice("materials", ["熟悉的材料", "Materials you know"], materials, { required: false }),
        ask.multiChoice("devices", ["熟悉的器件类型", "Device types you know"], deviceTypes, {
          required: false,
        }),
        ask.multiChoice("fields", ["熟悉的应用领域", "Fields of application you know"], applicationFields, {
          required: false,
        }),
        ask.multiChoice(
          "languages",
          ["可以评审的申报语言", "Languages you can review in"],
          options([
            ["zh", "中文", "Chinese"],
            ["en", "英文", "English"],
          ]),
        ),
      ],
    },
    {
      key: "words",
      title: text("用您自己的话", "In your own words"),
      questions: [
        ask.shortText("keywords", ["关键词", "Keywords"], {
          max: 200,
          help: ["用顿号或逗号隔开，中英文均可。", "Separated by commas, in Chinese or English."],
          example: ["碳化硅外延、深能级缺陷、高压器件", "SiC epitaxy, deep-level defects, HV devices"],
        }),
        ask.longText("expertise_text", ["研究与工作内容", "What you work on"], {
          min: 20,
          max: 500,
          rows: 5,
          help: [
            "写明做过什么、最能评判什么。20–500字。",
            "What you have done and can judge best. 60–1,500 characters.",
          ],
        }),
      ],
    },
  ],
};

const employers: SectionData = {
  key: "employers",
  title: text("任职经历", "Employers"),
  intro: text(
    "列出近五年的全部任职单位，用于核对回避关系。",
    "List everyone you worked for in the last five years. It is used to check conflicts of interest.",
  ),
  groups: [
    {
      key: "history",
      questions: [
        ask.table("employers", ["任职单位", "Employers"], {
          rowName: ["任职单位", "employer"],
          addLabel: ["添加一个任职单位", "Add an employer"],
          minRows: 1,
          maxRows: 20,
          columns: [
            ask.shortText("employer", ["单位名称", "Employer"], { min: 2, max: 80, width: "lg" }),
            ask.shortText("post", ["职务", "Post"], { max: 40, width: "sm", required: false }),
            ask.month("employed_from", ["自", "From"], { width: "sm" }),
            ask.month("employed_to", ["至", "To"], {
              width: "sm",
              required: false,
              help: ["在任的留空。", "Leave empty while you are there."],
            }),
            ask.uscc("employer_uscc", ["统一社会信用代码", "USCC"], {
              secondary: true,
              required: false,
            }),
          ],
        }),
      ],
    },
  ],
  rules: [inOrder("employed_in_order", "employers", "employed_from", "employed_to")],
};

const interests: SectionData = {
  key: "interests",
  title: text("持股与兼职", "Shareholdings and posts"),
  intro: text(
    "列出近三年的持股、兼职和有偿顾问；没有的留空。公开市场上持股不足1%的不用列。",
    "List shares, posts and paid advice of the last three years, or leave the table empty. Listed shares below 1% need not be given.",
  ),
  groups: [
    {
      key: "ties",
      questions: [
        ask.table("ties", ["持股与兼职", "Shareholdings and posts"], {
          required: false,
          rowName: ["持股或兼职", "shareholding or post"],
          addLabel: ["添加一项", "Add one"],
          maxRows: 40,
          columns: [
            ask.shortText("tie_company", ["单位名称", "Company"], { min: 2, max: 80, width: "lg" }),
            ask.choice("tie_kind", ["关系", "Kind"], tieKinds, { display: "select", width: "md" }),
            ask.month("tie_from", ["自", "From"], { width: "sm" }),
            ask.month("tie_to", ["至", "To"], { width: "sm", required: false }),
            ask.uscc("tie_uscc", ["统一社会信用代码", "USCC"], { secondary: true, required: false }),
          ],
        }),
      ],
    },
  ],
  rules: [inOrder("tie_in_order", "ties", "tie_from", "tie_to")],
};

const availability: SectionData = {
  key: "availability",
  title: text("可评审时间", "Availability"),
  groups: [
    {
      key: "time",
      questions: [
        ask.integer("max_load", ["同时最多评审几份", "Most applications at a time"], {
          min: 1,
          max: 60,
          unit: text("份", "applications"),
        }),
        ask.table("absences", ["不能评审的时段", "Periods away"], {
          required: false,
          rowName: ["时段", "period"],
          addLabel: ["添加一个时段", "Add a period"],
          maxRows: 20,
          columns: [
            ask.date("away_from", ["自", "From"], { width: "sm" }),
            ask.date("away_to", ["至", "To"], { width: "sm" }),
          ],
        }),
      ],
    },
  ],
  rules: [inOrder("away_in_order", "absences", "away_from", "away_to")],
};

/** Kept by each reviewer and confirmed by the office; conflicts and assignment rest on it. */
export const reviewerRegistryForm: FormData = {
  language: 1,
  code: "reviewer-registry",
  version: 1,
  title: text("专家信息", "Reviewer’s details"),
  parts: [
    {
      key: "registry",
      title: text("专家信息", "Reviewer’s details"),
      sections: [expertise, employers, interests, availability],
    },
  ],
};
