import { defineMessages } from "#app/i18n/define-messages.ts";

type Gathered = { table: string; value: string; where: string | undefined };

/** The parts of a condition or formula read aloud. Names arrive already in quotation marks. */
export const expressionMessages = defineMessages({
  zh: {
    quote: (text: string) => `“${text}”`,
    brackets: (text: string) => `（${text}）`,
    yes: "是",
    no: "否",
    today: "今天",
    always: "任何情况下",
    never: "没有情况",
    rowItself: "行名",
    ofThisRow: (name: string) => `本行的${name}`,
    at: (w: { table: string; row: string; column: string }) => `${w.table}中${w.row}行的${w.column}`,
    files: (name: string) => `${name}的文件数`,
    count: (table: string, where: string | undefined) =>
      where === undefined ? `${table}的行数` : `${table}中满足“${bare(where)}”的行数`,
    sum: (w: Gathered) => `${rowsZh(w)}${w.value}的合计`,
    min: (w: Gathered) => `${rowsZh(w)}${w.value}的最小值`,
    max: (w: Gathered) => `${rowsZh(w)}${w.value}的最大值`,
    minDate: (w: Gathered) => `${rowsZh(w)}最早的${w.value}`,
    maxDate: (w: Gathered) => `${rowsZh(w)}最晚的${w.value}`,
    abs: (text: string) => `${text}的绝对值`,
    round: (text: string, places: number) =>
      places === 0 ? `${text}四舍五入取整` : `${text}四舍五入保留${places}位小数`,
    length: (text: string) => `${text}的长度`,
    year: (text: string) => `${text}的年份`,
    yearFigure: (year: number) => `${year}年`,
    addMonths: (text: string, months: number) =>
      `${text}${months < 0 ? "往前" : "起"}${monthsZh(months)}${months < 0 ? "" : "后"}`,
    share: (of: string, percent: string) => `${of}的${percent}%`,
    coalesce: (first: string, others: readonly string[]) => `${first}（未填的按${others.join("，再按")}）`,
    cases: (cases: readonly (readonly [condition: string, result: string])[], otherwise: string) =>
      `${cases.map(([condition, result]) => `${condition}时为${result}；`).join("")}否则为${otherwise}`,
    figure: (text: string, unit: string | undefined) => `${text}${unit ?? ""}`,
    is: (a: string, b: string) => `${a}为${b}`,
    isNot: (a: string, b: string) => `${a}不为${b}`,
    equals: (a: string, b: string) => `${a}等于${b}`,
    equalsNot: (a: string, b: string) => `${a}不等于${b}`,
    less: (a: string, b: string) => `${a}小于${b}`,
    atMost: (a: string, b: string) => `${a}不超过${b}`,
    more: (a: string, b: string) => `${a}大于${b}`,
    atLeast: (a: string, b: string) => `${a}不低于${b}`,
    before: (a: string, b: string) => `${a}早于${b}`,
    notAfter: (a: string, b: string) => `${a}不晚于${b}`,
    after: (a: string, b: string) => `${a}晚于${b}`,
    notBefore: (a: string, b: string) => `${a}不早于${b}`,
    differAtMost: (a: string, b: string, most: string) => `${a}与${b}相差不超过${most}`,
    differLess: (a: string, b: string, most: string) => `${a}与${b}相差小于${most}`,
    differMore: (a: string, b: string, most: string) => `${a}与${b}相差超过${most}`,
    differAtLeast: (a: string, b: string, most: string) => `${a}与${b}相差不小于${most}`,
    isOneOf: (a: string, list: readonly string[]) => `${a}为${list.join("或")}`,
    isNoneOf: (a: string, list: readonly string[]) => `${a}不是${list.join("也不是")}`,
    includes: (a: string, list: readonly string[]) => `${a}选了${list.join("或")}`,
    includesNot: (a: string, list: readonly string[]) => `${a}没有选${list.join("，也没有选")}`,
    mentions: (a: string, list: readonly string[]) => `${a}中出现${list.join("或")}`,
    mentionsNot: (a: string, list: readonly string[]) => `${a}中没有出现${list.join("或")}`,
    answered: (a: string) => `${a}已填写`,
    notAnswered: (a: string) => `${a}未填写`,
    holds: (a: string) => `${a}为“是”`,
    any: (table: string, where: string) => `${table}中至少有一行${where}`,
    notAny: (table: string, where: string) => `${table}中没有一行${where}`,
    all: (table: string, where: string) => `${table}中每一行都有${where}`,
    notAll: (table: string, where: string) => `${table}中并非每一行都有${where}`,
    and: "，且",
    or: "，或",
    not: (text: string) => `并非（${text}）`,
    sentences: {
      shown: (text: string) => `当${text}时显示`,
      required: (text: string) => `当${text}时必填`,
      opens: (text: string) => `当${text}时可以开始填写`,
      holds: (text: string) => `须满足：${text}`,
      holdsWhen: (when: string, text: string) => `当${when}时，须满足：${text}`,
      value: (text: string) => `等于${text}`,
    },
  },
  en: {
    quote: (text: string) => `“${text}”`,
    brackets: (text: string) => `(${text})`,
    yes: "Yes",
    no: "No",
    today: "today",
    always: "in every case",
    never: "in no case",
    rowItself: "the row’s name",
    ofThisRow: (name: string) => `this row’s ${name}`,
    at: (w: { table: string; row: string; column: string }) => `${w.column} in row ${w.row} of ${w.table}`,
    files: (name: string) => `the number of files in ${name}`,
    count: (table: string, where: string | undefined) => `the number of rows in ${table}${rowsEn(where)}`,
    sum: (w: Gathered) => `the total of ${w.value} in ${w.table}${rowsEn(w.where)}`,
    min: (w: Gathered) => `the lowest ${w.value} in ${w.table}${rowsEn(w.where)}`,
    max: (w: Gathered) => `the highest ${w.value} in ${w.table}${rowsEn(w.where)}`,
    minDate: (w: Gathered) => `the earliest ${w.value} in ${w.table}${rowsEn(w.where)}`,
    maxDate: (w: Gathered) => `the latest ${w.value} in ${w.table}${rowsEn(w.where)}`,
    abs: (text: string) => `the size of ${text}`,
    round: (text: string, places: number) =>
      places === 0
        ? `${text} rounded to a whole number`
        : `${text} rounded to ${places} decimal${places === 1 ? "" : "s"}`,
    length: (text: string) => `the length of ${text}`,
    year: (text: string) => `the year of ${text}`,
    yearFigure: (year: number) => String(year),
    addMonths: (text: string, months: number) =>
      `${monthsEn(months)} ${months < 0 ? "before" : "after"} ${text}`,
    share: (of, percent) => `${percent}% of ${of}`,
    coalesce: (first: string, others: readonly string[]) =>
      `${first} (if blank, ${others.join(", or else ")})`,
    cases: (cases: readonly (readonly [condition: string, result: string])[], otherwise: string) =>
      `${cases.map(([condition, result]) => `${result} if ${condition}; `).join("")}otherwise ${otherwise}`,
    figure: (text: string, unit: string | undefined) => (unit === undefined ? text : `${text} ${unit}`),
    is: (a: string, b: string) => `${a} is ${b}`,
    isNot: (a: string, b: string) => `${a} is not ${b}`,
    equals: (a: string, b: string) => `${a} equals ${b}`,
    equalsNot: (a: string, b: string) => `${a} does not equal ${b}`,
    less: (a: string, b: string) => `${a} is less than ${b}`,
    atMost: (a: string, b: string) => `${a} is at most ${b}`,
    more: (a: string, b: string) => `${a} is more than ${b}`,
    atLeast: (a: string, b: string) => `${a} is at least ${b}`,
    before: (a: string, b: string) => `${a} is before ${b}`,
    notAfter: (a: string, b: string) => `${a} is no later than ${b}`,
    after: (a: string, b: string) => `${a} is after ${b}`,
    notBefore: (a: string, b: string) => `${a} is no earlier than ${b}`,
    differAtMost: (a: string, b: string, most: string) => `${a} and ${b} differ by at most ${most}`,
    differLess: (a: string, b: string, most: string) => `${a} and ${b} differ by less than ${most}`,
    differMore: (a: string, b: string, most: string) => `${a} and ${b} differ by more than ${most}`,
    differAtLeast: (a: string, b: string, most: string) => `${a} and ${b} differ by at least ${most}`,
    isOneOf: (a: string, list: readonly string[]) => `${a} is ${list.join(" or ")}`,
    isNoneOf: (a: string, list: readonly string[]) => `${a} is neither ${list.join(" nor ")}`,
    includes: (a: string, list: readonly string[]) => `${a} includes ${list.join(" or ")}`,
    includesNot: (a: string, list: readonly string[]) => `${a} does not include ${list.join(" or ")}`,
    mentions: (a: string, list: readonly string[]) => `${a} mentions ${list.join(" or ")}`,
    mentionsNot: (a: string, list: readonly string[]) => `${a} does not mention ${list.join(" or ")}`,
    answered: (a: string) => `${a} is filled in`,
    notAnswered: (a: string) => `${a} is not filled in`,
    holds: (a: string) => `${a} is “Yes”`,
    any: (table: string, where: string) => `at least one row of ${table} has: ${where}`,
    notAny: (table: string, where: string) => `no row of ${table} has: ${where}`,
    all: (table: string, where: string) => `every row of ${table} has: ${where}`,
    notAll: (table: string, where: string) => `not every row of ${table} has: ${where}`,
    and: " and ",
    or: " or ",
    not: (text: string) => `it is not so that (${text})`,
    sentences: {
      shown: (text: string) => `Shown when ${text}`,
      required: (text: string) => `Required when ${text}`,
      opens: (text: string) => `Can be started when ${text}`,
      holds: (text: string) => `Must hold: ${text}`,
      holdsWhen: (when: string, text: string) => `When ${when}, this must hold: ${text}`,
      value: (text: string) => `Equals ${text}`,
    },
  },
});

export type ExpressionWords = (typeof expressionMessages)["zh"];

/** Inside quotation marks the inner ones are single, as Chinese writes them. */
const bare = (text: string): string => text.replaceAll("“", "‘").replaceAll("”", "’");

const rowsZh = ({ table, where }: Gathered): string =>
  where === undefined ? `${table}各行` : `${table}中“${bare(where)}”的各行`;

const rowsEn = (where: string | undefined): string => (where === undefined ? "" : ` (rows where ${where})`);

function monthsZh(months: number): string {
  const count = Math.abs(months);
  return count % 12 === 0 && count > 0 ? `${count / 12}年` : `${count}个月`;
}

function monthsEn(months: number): string {
  const count = Math.abs(months);
  const [figure, unit] = count % 12 === 0 && count > 0 ? [count / 12, "year"] : [count, "month"];
  return `${figure} ${unit}${figure === 1 ? "" : "s"}`;
}
