import { describe, expect, test } from "vitest";
import {
  type Field,
  formDefinitionSchema,
  type FormDefinition,
  type TableQuestion,
} from "#app/domain/forms/definition.ts";
import type { Expression } from "#app/domain/forms/expression.ts";
import {
  expressionSentence,
  expressionWords,
  namesOf,
  ruleSentence,
  type ExpressionUse,
} from "#app/i18n/expression-words.ts";
import { companyProfileForm } from "#db/programme/forms/company-profile.ts";
import { programme } from "#db/programme/programme.ts";

type Spoken = { place: string; zh: string; en: string };

/** Every expression of a form as the builder and the office read it. */
function everySentence(definition: FormDefinition): Spoken[] {
  const spoken: Spoken[] = [];
  const say = (
    place: string,
    use: ExpressionUse,
    expression: unknown,
    table?: TableQuestion,
    result?: Field,
  ) => {
    if (typeof expression !== "object" || expression === null) return;
    const names = namesOf(definition, table);
    const [zh, en] = (["zh", "en"] as const).map((locale) =>
      expressionSentence(use, expression as Expression, names, locale, result),
    );
    spoken.push({ place, zh: zh ?? "", en: en ?? "" });
  };
  for (const section of definition.parts.flatMap((part) => part.sections)) {
    say(section.key, "shown", section.visibleWhen);
    say(section.key, "opens", section.opensWhen);
    for (const group of section.groups) {
      say(`${section.key}.${group.key}`, "shown", group.visibleWhen);
      for (const question of group.questions) {
        const table = question.type === "table" ? question : undefined;
        say(question.key, "shown", question.visibleWhen);
        if ("required" in question) say(question.key, "required", question.required);
        if (question.type === "computed") say(question.key, "value", question.value, undefined, question);
        for (const column of table?.columns ?? []) {
          say(`${question.key}/${column.key}`, "shown", column.visibleWhen, table);
          say(`${question.key}/${column.key}`, "required", column.required, table);
          if (column.type === "computed")
            say(`${question.key}/${column.key}`, "value", column.value, table, column);
        }
        for (const row of table?.fixedRows ?? []) say(`${question.key}/${row.id}`, "required", row.required);
      }
    }
    for (const rule of section.rules ?? []) {
      const question = namesOf(definition).question(rule.forEach ?? "");
      const names = namesOf(definition, question?.type === "table" ? question : undefined);
      const [zh = "", en = ""] = (["zh", "en"] as const).map((locale) => ruleSentence(rule, names, locale));
      spoken.push({ place: `rules.${rule.key}`, zh, en });
      for (const { value } of Object.values(rule.params ?? {}))
        say(`rules.${rule.key}`, "value", value, names.table);
    }
  }
  return spoken;
}

const forms = [companyProfileForm, ...programme.forms].map((form) => formDefinitionSchema.parse(form));

describe.each(forms.map((form) => [form.code, form] as const))("form %s", (_code, form) => {
  const spoken = everySentence(form);

  test("leaves no expression unspoken", () => {
    const mute = spoken.filter(({ zh, en }) => /undefined|null|object|\{|“”|[a-z]+_[a-z]+/.test(zh + en));
    expect(mute).toEqual([]);
    expect(spoken.filter(({ en }) => /\p{Script=Han}/u.test(withoutQuotes(en)))).toEqual([]);
    expect(spoken.filter(({ zh }) => /[A-Za-z]{4,}/.test(withoutQuotes(zh)))).toEqual([]);
  });
});

const form = formDefinitionSchema.parse({
  code: "T",
  version: 1,
  title: { zh: "表", en: "Form" },
  parts: [
    {
      key: "p",
      title: { zh: "部分", en: "Part" },
      sections: [
        {
          key: "s",
          title: { zh: "栏目", en: "Section" },
          groups: [{ key: "g", questions: questions() }],
        },
      ],
    },
  ],
});

describe("is said as people say it:", () => {
  test.each<[ExpressionUse, Expression, string, string]>([
    [
      "shown",
      { eq: [{ ref: "new" }, true] },
      "当“是否新建厂房”为“是”时显示",
      "Shown when “New construction” is “Yes”",
    ],
    [
      "required",
      { not: { eq: [{ ref: "new" }, true] } },
      "当“是否新建厂房”不为“是”时必填",
      "Required when “New construction” is not “Yes”",
    ],
    [
      "required",
      { not: { answered: { ref: "total" } } },
      "当“总投资”未填写时必填",
      "Required when “Total investment” is not filled in",
    ],
    [
      "opens",
      { in: [{ ref: "ways" }, ["a", "b"]] },
      "当“方式”选了“直投”或“银行”时可以开始填写",
      "Can be started when “Ways” includes “Direct” or “Bank”",
    ],
    [
      "shown",
      { not: { includes: [{ ref: "ways" }, "a"] } },
      "当“方式”没有选“直投”时显示",
      "Shown when “Ways” does not include “Direct”",
    ],
    [
      "holds",
      {
        le: [
          { abs: { subtract: [{ sum: { of: "uses", value: { cell: "amount" } } }, { ref: "total" }] } },
          1,
        ],
      },
      "须满足：“用途”各行“金额”的合计与“总投资”相差不超过1.00万元",
      "Must hold: the total of “Amount” in “Uses” and “Total investment” differ by at most RMB 10,000",
    ],
    [
      "holds",
      { ge: [{ ref: "end" }, { add_months: [{ ref: "start" }, 18] }] },
      "须满足：“结束”不早于“开始”起18个月后",
      "Must hold: “End” is no earlier than 18 months after “Start”",
    ],
    [
      "holds",
      { le: [{ ref: "total" }, { multiply: [0.075, { sum: { of: "uses", value: { cell: "amount" } } }] }] },
      "须满足：“总投资”不超过“用途”各行“金额”的合计的7.5%",
      "Must hold: “Total investment” is at most 7.5% of the total of “Amount” in “Uses”",
    ],
    [
      "holds",
      { lt: [{ ref: "start" }, "2027-01-31"] },
      "须满足：“开始”早于2027年1月31日",
      "Must hold: “Start” is before 31 Jan 2027",
    ],
    [
      "holds",
      {
        and: [
          { or: [{ gt: [{ ref: "share" }, 30] }, { ref: "new" }] },
          { mentions: [{ ref: "why" }, ["保本"]] },
        ],
      },
      "须满足：（“占比”大于30%，或“是否新建厂房”为“是”），且“说明”中出现“保本”",
      "Must hold: (“Share” is more than 30% or “New construction” is “Yes”) and “Reason” mentions “保本”",
    ],
    [
      "holds",
      { all: { of: "uses", where: { gt: [{ cell: "amount" }, 0] } } },
      "须满足：“用途”中每一行都有“金额”大于0",
      "Must hold: every row of “Uses” has: “Amount” is more than 0",
    ],
    [
      "holds",
      { not: { any: { of: "uses", where: { eq: [{ cell: "id" }, "land"] } } } },
      "须满足：“用途”中没有一行行名为“土地”",
      "Must hold: no row of “Uses” has: the row’s name is “Land”",
    ],
    [
      "holds",
      { not: { and: [{ ref: "new" }, { answered: { ref: "why" } }] } },
      "须满足：并非（“是否新建厂房”为“是”，且“说明”已填写）",
      "Must hold: it is not so that (“New construction” is “Yes” and “Reason” is filled in)",
    ],
    [
      "value",
      {
        round: [
          { divide: [{ ref: "total" }, { count: { of: "uses", where: { ge: [{ cell: "amount" }, 10] } } }] },
          2,
        ],
      },
      "等于（“总投资” ÷ “用途”中满足“‘金额’不低于10.00万元”的行数）四舍五入保留2位小数",
      "Equals (“Total investment” ÷ the number of rows in “Uses” (rows where “Amount” is at least RMB 100,000)) rounded to 2 decimals",
    ],
    [
      "value",
      { coalesce: [{ at: { of: "uses", row: "land", column: "amount" } }, 0] },
      "等于“用途”中“土地”行的“金额”（未填的按0）",
      "Equals “Amount” in row “Land” of “Uses” (if blank, 0)",
    ],
    [
      "value",
      { if: [{ gt: [{ files: "paper" }, 0] }, { year: { today: true } }, { length: { ref: "why" } }] },
      "等于“附件”的文件数大于0时为今天的年份；否则为“说明”的长度",
      "Equals the year of today if the number of files in “Paper” is more than 0; otherwise the length of “Reason”",
    ],
  ])("%s %j", (use, expression, zh, en) => {
    expect(expressionSentence(use, expression, namesOf(form), "zh")).toBe(zh);
    expect(expressionSentence(use, expression, namesOf(form), "en")).toBe(en);
  });

  test("a check of each row, and when it applies", () => {
    const table = namesOf(form).question("uses");
    const names = namesOf(form, table?.type === "table" ? table : undefined);
    const rule = { when: { ref: "new" }, holds: { le: [{ cell: "amount" }, { ref: "total" }] } } as const;
    expect(ruleSentence(rule as never, names, "zh")).toBe(
      "当“是否新建厂房”为“是”时，须满足：本行的“金额”不超过“总投资”",
    );
    expect(ruleSentence(rule as never, names, "en")).toBe(
      "When “New construction” is “Yes”, this must hold: this row’s “Amount” is at most “Total investment”",
    );
  });

  test("a condition without a beginning", () => {
    expect(expressionWords({ answered: { ref: "why" } }, namesOf(form), "zh")).toBe("“说明”已填写");
    expect(expressionWords({ ref: "total" }, namesOf(form), "en")).toBe("“Total investment”");
  });
});

function questions() {
  const ask = (key: string, type: string, zh: string, en: string, rest: object = {}) => ({
    key,
    type,
    label: { zh, en },
    ...rest,
  });
  const options = [
    { code: "a", label: { zh: "直投", en: "Direct" } },
    { code: "b", label: { zh: "银行", en: "Bank" } },
  ];
  return [
    ask("new", "yes_no", "是否新建厂房", "New construction"),
    ask("total", "money", "总投资", "Total investment"),
    ask("share", "percent", "占比", "Share"),
    ask("start", "date", "开始", "Start"),
    ask("end", "date", "结束", "End"),
    ask("why", "long_text", "说明", "Reason", { limits: { zh: { max: 100 } } }),
    ask("ways", "multi_choice", "方式", "Ways", { options }),
    ask("paper", "file", "附件", "Paper", { accept: ["pdf"], maxSizeMb: 1, maxCount: 1 }),
    ask("uses", "table", "用途", "Uses", {
      rowName: { zh: "项", en: "item" },
      addLabel: { zh: "加一项", en: "Add an item" },
      maxRows: 5,
      columns: [ask("amount", "money", "金额", "Amount")],
      fixedRows: [{ id: "land", label: { zh: "土地", en: "Land" } }],
    }),
  ];
}

const withoutQuotes = (text: string): string => text.replaceAll(/“[^”]*”/g, "");
