import { ask, options, text } from "../ask.ts";
import type { Condition, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";

const educations = options([
  ["doctor", "博士", "Doctorate"],
  ["master", "硕士", "Master’s"],
  ["bachelor", "本科", "Bachelor’s"],
  ["college", "大专", "Junior college"],
  ["other", "其他", "Other"],
]);

const genders = options([
  ["female", "女", "Female"],
  ["male", "男", "Male"],
]);

const talentLevels = options([
  ["academician", "院士", "Academician"],
  ["national", "国家级人才", "National-level talent"],
  ["provincial", "省级人才", "Provincial-level talent"],
  ["none", "其他", "Other"],
]);

/** Domain E. `talent` asks for each member's talent level, `commitment` for the years they commit to stay. */
export const team = ({
  talent = false,
  commitment = false,
}: { talent?: boolean; commitment?: boolean | Condition } = {}): SectionData => ({
  key: "team",
  title: text("核心团队", "Core team"),
  intro: text(
    "列出3–20位对项目起决定作用的人。填写前请告知本人信息的用途并取得同意。",
    "List the 3–20 people the project depends on. Tell each of them what the information is for, and have their consent.",
  ),
  notes: [
    text(
      "性别和出生年份可不填，不影响评审。",
      "Gender and year of birth are optional and do not affect the review.",
    ),
    text(
      "同一人的业绩写结果：产品、产能、良率、专利、量产时间。",
      "Give results: products, capacity, yield, patents, dates of mass production.",
    ),
  ],
  groups: [
    {
      key: "members",
      questions: [
        ask.table("team", ["团队成员", "Team members"], {
          rowName: ["成员", "member"],
          addLabel: ["添加一位成员", "Add a member"],
          layout: "cards",
          minRows: 3,
          maxRows: 20,
          columns: [
            ask.shortText("name", ["姓名", "Name"], { min: 2, max: 40, width: "sm" }),
            ask.shortText("position", ["职务", "Position"], { min: 2, max: 40, width: "sm" }),
            ask.choice("education", ["学历", "Education"], educations, { display: "select", width: "sm" }),
            ask.shortText("graduated_from", ["毕业院校", "Graduated from"], { max: 60, width: "md" }),
            ask.shortText("field", ["专业领域", "Field"], {
              max: 60,
              width: "md",
              example: ["碳化硅外延", "SiC epitaxy"],
            }),
            ask.shortText("title", ["职称", "Professional title"], { max: 40, required: false, width: "sm" }),
            ...(talent
              ? [
                  ask.choice("talent_level", ["人才层次", "Talent level"], talentLevels, {
                    display: "select",
                    width: "sm",
                  }),
                ]
              : []),
            ask.integer("years", ["半导体从业年限", "Years in semiconductors"], {
              min: 0,
              max: 60,
              unit: text("年", "years"),
              width: "xs",
            }),
            ask.yesNo("full_time", ["全职", "Full time"], { width: "xs" }),
            ask.month("joined_on", ["加入时间", "Joined"], {
              width: "sm",
              example: ["2023年6月", "2023-06"],
            }),
            ...(commitment
              ? [
                  ask.integer("commit_years", ["承诺服务年限", "Years committed to"], {
                    min: 0,
                    max: 30,
                    unit: text("年", "years"),
                    width: "xs",
                    ...(commitment === true ? {} : { visibleWhen: commitment }),
                  }),
                ]
              : []),
            ask.percent("equity", ["持股", "Equity"], { places: 4, required: false, width: "xs" }),
            ask.shortText("prior_employer", ["上一家单位", "Previous employer"], { max: 80 }),
            ask.longText("key_results", ["主要业绩", "Key results"], { min: 20, max: 300, rows: 3 }),
            ask.yesNo(
              "restricted_by_prior",
              ["有竞业限制或知识产权约束吗？", "Bound by non-compete or IP terms?"],
              {
                short: ["竞业或知识产权约束", "Non-compete or IP terms"],
              },
            ),
            ask.longText("restriction_text", ["约束内容和处理", "The terms and how they are dealt with"], {
              min: 10,
              max: 300,
              rows: 2,
              visibleWhen: when.cellYes("restricted_by_prior"),
            }),
            ask.choice("gender", ["性别", "Gender"], genders, {
              display: "select",
              required: false,
              restricted: true,
              width: "xs",
            }),
            ask.integer("birth_year", ["出生年份", "Year of birth"], {
              min: 1930,
              max: 2010,
              required: false,
              restricted: true,
              width: "xs",
            }),
          ],
        }),
      ],
    },
    {
      key: "stability",
      title: text("稳定与激励", "Stability and incentives"),
      questions: [
        ask.longText("team_stability", ["团队稳定和激励安排", "How the team is kept and rewarded"], {
          min: 50,
          max: 800,
          rows: 5,
          help: [
            "50–800字。共事年限、劳动合同和竞业安排、股权激励、常驻山西的人数。",
            "150–2,400 characters. Years together, contracts and non-compete terms, equity plan, how many live in Shanxi.",
          ],
        }),
      ],
    },
  ],
  rules: [
    {
      key: "full_time_core",
      level: "warning",
      at: ["team/full_time"],
      when: { ge: [{ count: { of: "team" } }, 3] },
      holds: { ge: [{ count: { of: "team", where: when.cellYes("full_time") } }, 2] },
      params: {
        count: { value: { count: { of: "team", where: when.cellYes("full_time") } }, as: "integer" },
      },
      message: text(
        "全职成员只有{count}位。评审会看核心人员是否稳定投入。",
        "Only {count} member(s) work full time. Reviewers look at whether the core is committed.",
      ),
    },
    {
      key: "team_equity",
      level: "error",
      at: ["team/equity"],
      holds: { le: [{ sum: { of: "team", value: { cell: "equity" } } }, 100] },
      params: {
        sum: { value: { sum: { of: "team", value: { cell: "equity" } } }, as: "percent", places: 4 },
      },
      message: text(
        "团队成员持股合计{sum}，超过100%。请核对各行。",
        "The members’ equity adds up to {sum}, above 100%. Check each row.",
      ),
      summary: text("团队持股合计{sum}", "Team equity adds up to {sum}"),
    },
  ],
});
