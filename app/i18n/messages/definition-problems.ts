import type {
  DefinitionPlace,
  DefinitionProblem,
  DefinitionProblemCode,
} from "#app/domain/forms/definition-problem.ts";
import { currencyName } from "#app/domain/shared/currencies.ts";
import type { ValueType } from "#app/domain/forms/infer-type.ts";
import { defineMessages } from "#app/i18n/define-messages.ts";
import type { Locale } from "#app/i18n/locale.ts";

/** The problem's own names and figures; kinds of value are already in words. */
type Words = Record<string, string>;
type Sentence = (words: Words) => string;

/** What is wrong with a form, and what would mend it. */
export const definitionProblemMessages = defineMessages({
  zh: {
    kinds: { number: "数字", text: "文字", date: "日期", boolean: "是或否", list: "多项" },
    levels: {
      part: "部分",
      section: "栏目",
      group: "题组",
      question: "题目",
      column: "列",
      row: "行",
      option: "选项",
      rule: "校验",
      advice: "自查",
    },
    attributes: {
      visibleWhen: "显示条件",
      required: "是否必填",
      opensWhen: "开放条件",
      when: "适用条件",
      holds: "须满足的条件",
      value: "计算公式",
      at: "指向的位置",
      forEach: "逐行的表",
      message: "提示文字",
      summary: "摘要文字",
      params: "提示中的数值",
      label: "题目文字",
      title: "标题",
      help: "填写说明",
      example: "示例",
      options: "选项",
      columns: "列",
      totals: "合计列",
      limits: "字数限制",
      min: "下限",
      max: "上限",
      minRows: "最少行数",
      maxRows: "最多行数",
      fixedRows: "固定行",
      layout: "版式",
      minCount: "最少文件数",
      maxCount: "最多文件数",
      maxPages: "最多页数",
      currencies: "币种",
      countries: "国家和地区",
      from: "最低一级",
      to: "最高一级",
      labels: "各级的含义",
      notBefore: "最早日期",
      notAfter: "最晚日期",
      key: "代码",
      code: "代码",
      type: "题型",
      pairOf: "对应的另一种语言",
      listedAs: "在列表中作为",
      licenceIn: "营业执照所在的题目",
      kindColumn: "权利类型所在的列",
      exclusive: "互斥选项",
      public: "可公开",
      language: "语言版本",
    } as Record<string, string>,
    sentences: {
      not_a_definition: () => "这不是一份表单定义，请检查文件内容",
      too_deep: () => "嵌套层数太多，请拆成几个较简单的条件",
      language_unknown: () => "这份定义用的是本系统还不认识的版本",
      attribute_missing: () => "这一项还没有填",
      attribute_unknown: (w: Words) => `“${w.name}”不能用在这里，请删去`,
      attribute_wrong: () => "这一项的写法不对",
      key_form: () => "代码须以小写字母开头，只用小写字母、数字和下划线，最多60个字符",
      text_empty: () => "文字不能为空，中文和英文都要写",
      type_unknown: () => "没有这种题型",
      expression_form: () => "条件的这一部分不完整或写法不对",
      duplicate_part: (w: Words) => `有两个部分都叫“${w.name}”，请改一个代码`,
      duplicate_section: (w: Words) => `有两个栏目都叫“${w.name}”，请改一个代码`,
      duplicate_group: (w: Words) => `这个栏目里有两个题组都叫“${w.name}”，请改一个代码`,
      duplicate_question: (w: Words) => `有两道题都叫“${w.name}”，请改一个代码`,
      duplicate_column: (w: Words) => `这张表里有两列都叫“${w.name}”，请改一个代码`,
      duplicate_row: (w: Words) => `这张表里有两行都叫“${w.name}”，请改一个代码`,
      duplicate_option: (w: Words) => `有两个选项的代码都是“${w.name}”，请改一个`,
      duplicate_rule: (w: Words) => `这个栏目里有两条校验都叫“${w.name}”，请改一个代码`,
      listed_twice: (w: Words) => `题目“${w.name}”在列表中也作为这一项，请只留一个`,
      duplicate_advice: (w: Words) => `有两处自查的代码都是“${w.name}”，请改一个`,
      column_called_id: () => "列的代码不能叫 id，请换一个",
      unknown_question: (w: Words) => `没有“${w.name}”这道题，请重新选择`,
      unknown_table: (w: Words) => `没有“${w.name}”这张表，请重新选择`,
      unknown_column: (w: Words) => `表中没有“${w.name}”这一列，请重新选择`,
      unknown_row: (w: Words) => `“${w.table}”中没有“${w.row}”这一行，请重新选择`,
      unknown_option: (w: Words) => `“${w.name}”没有“${w.option}”这个选项，请重新选择`,
      unknown_file_question: (w: Words) => `“${w.name}”不是上传文件的题目，请重新选择`,
      unknown_placeholder: (w: Words) => `文字里用了{${w.name}}，但没有给出它的值`,
      unknown_pair: (w: Words) => `没有“${w.name}”这道题可以对应，请重新选择`,
      pair_kind: (w: Words) => `“${w.name}”和这道题要同是短文本或同是长文本，才能中英文对应`,
      no_answer: (w: Words) => `“${w.name}”是说明文字，没有答案可用`,
      cell_outside_table: (w: Words) => `“${w.name}”是表中的列，只能用在表内或逐行的条件里`,
      nested_table: (w: Words) => `逐行条件里不能再逐行看“${w.table}”，请先用一道计算题算出结果`,
      wrong_kind: (w: Words) => `这里需要${w.wanted}，现在是${w.found}`,
      kinds_not_compared: (w: Words) => `${w.left}不能和${w.right}比较`,
      kinds_have_no_order: (w: Words) => `“${w.kind}”没有大小先后，不能这样比较`,
      kind_has_no_options: (w: Words) => `${w.kind}没有选项可比`,
      branches_differ: (w: Words) => `各种情况的结果要同是一类，现在有${w.kinds}`,
      result_kind: (w: Words) => `结果应当是${w.wanted}，现在是${w.found}`,
      currencies_mixed: (w: Words) =>
        `${currencyName(w["one"] ?? "", "zh")}和${currencyName(w["other"] ?? "", "zh")}不能相加、相减或比较，请先换算成同一种货币`,
      total_not_number: (w: Words) => `“${w.name}”不是数字列，不能合计`,
      limits_crossed: (w: Words) => `下限${w.least}大于上限${w.most}`,
      rows_crossed: (w: Words) => `最少${w.least}行多于最多${w.most}行`,
      fixed_rows_exceed: (w: Words) => `固定行有${w.least}行，多于最多${w.most}行`,
      options_too_few: (w: Words) => `要求至少选${w.least}项，但只有${w.most}个选项`,
      statement_needs_rows: () => "报表版式需要先列出固定行",
      boxes_need_cards: () => "地址和人员一格放不下，请把表格改为卡片版式",
      scale_labels: (w: Words) => `刻度有${w.steps}级：说明要么写两头的2条，要么每级一条，现在有${w.given}条`,
      pages_of_pdf_only: () => "只有PDF才能数页数：要限制页数，就只收PDF",
      public_and_restricted: () => "限制查看的题目不能同时列入公示",
      cycle: (w: Words) => `互相依赖，绕成了一圈：${w.path}`,
      chain_too_long: () => "一题依赖一题，连得太长，请改为直接依赖最前面的题目",
      required_by_itself: () => "是否必填不能看这道题自己的答案",
      opens_itself: (w: Words) => `开放条件用了本栏目的“${w.name}”，这样栏目永远打不开`,
    },
  },
  en: {
    kinds: { number: "a number", text: "text", date: "a date", boolean: "yes or no", list: "a list" },
    levels: {
      part: "Part",
      section: "Section",
      group: "Group",
      question: "Question",
      column: "Column",
      row: "Row",
      option: "Option",
      rule: "Check",
      advice: "Self-check",
    },
    attributes: {
      visibleWhen: "shown when",
      required: "required",
      opensWhen: "opens when",
      when: "applies when",
      holds: "must hold",
      value: "formula",
      at: "points at",
      forEach: "for each row of",
      message: "message",
      summary: "summary",
      params: "figure in the message",
      label: "wording",
      title: "title",
      help: "help",
      example: "example",
      options: "options",
      columns: "columns",
      totals: "totals",
      limits: "length limits",
      min: "minimum",
      max: "maximum",
      minRows: "fewest rows",
      maxRows: "most rows",
      fixedRows: "fixed rows",
      layout: "layout",
      minCount: "fewest files",
      maxCount: "most files",
      maxPages: "most pages",
      currencies: "currencies",
      countries: "countries and regions",
      from: "lowest step",
      to: "highest step",
      labels: "meanings of the steps",
      notBefore: "earliest date",
      notAfter: "latest date",
      key: "code",
      code: "code",
      type: "type",
      pairOf: "same in the other language",
      listedAs: "in lists it is",
      licenceIn: "question with the licence",
      kindColumn: "column with the kind of right",
      exclusive: "exclusive option",
      public: "public",
      language: "language version",
    } as Record<string, string>,
    sentences: {
      not_a_definition: () => "This is not a form definition. Check what the file holds",
      too_deep: () => "This is nested too deeply. Split it into simpler conditions",
      language_unknown: () => "This definition is written in a version this portal does not know yet",
      attribute_missing: () => "This has not been filled in",
      attribute_unknown: (w: Words) => `“${w.name}” has no place here. Take it out`,
      attribute_wrong: () => "This is not written as it should be",
      key_form: () =>
        "A code starts with a small letter and has only small letters, digits and underscores, 60 at most",
      text_empty: () => "The wording cannot be empty, in Chinese or in English",
      type_unknown: () => "There is no such type of question",
      expression_form: () => "This part of the condition is unfinished or not written as it should be",
      duplicate_part: (w: Words) => `Two parts are called “${w.name}”. Change one code`,
      duplicate_section: (w: Words) => `Two sections are called “${w.name}”. Change one code`,
      duplicate_group: (w: Words) => `Two groups of this section are called “${w.name}”. Change one code`,
      duplicate_question: (w: Words) => `Two questions are called “${w.name}”. Change one code`,
      duplicate_column: (w: Words) => `Two columns of this table are called “${w.name}”. Change one code`,
      duplicate_row: (w: Words) => `Two rows of this table are called “${w.name}”. Change one code`,
      duplicate_option: (w: Words) => `Two options have the code “${w.name}”. Change one`,
      duplicate_rule: (w: Words) => `Two checks of this section are called “${w.name}”. Change one code`,
      listed_twice: (w: Words) => `The question “${w.name}” is the same thing in lists. Keep one of them`,
      duplicate_advice: (w: Words) => `Two self-checks have the code “${w.name}”. Change one`,
      column_called_id: () => "A column’s code may not be “id”. Choose another",
      unknown_question: (w: Words) => `There is no question “${w.name}”. Choose again`,
      unknown_table: (w: Words) => `There is no table “${w.name}”. Choose again`,
      unknown_column: (w: Words) => `The table has no column “${w.name}”. Choose again`,
      unknown_row: (w: Words) => `“${w.table}” has no row “${w.row}”. Choose again`,
      unknown_option: (w: Words) => `“${w.name}” has no option “${w.option}”. Choose again`,
      unknown_file_question: (w: Words) => `“${w.name}” does not ask for files. Choose again`,
      unknown_placeholder: (w: Words) => `The wording uses {${w.name}}, but no value is given for it`,
      unknown_pair: (w: Words) => `There is no question “${w.name}” to pair with. Choose again`,
      pair_kind: (w: Words) =>
        `“${w.name}” and this question must both be short text or both long text to be a pair`,
      no_answer: (w: Words) => `“${w.name}” is a note; it has no answer`,
      cell_outside_table: (w: Words) =>
        `“${w.name}” is a column; it can only be used inside its table or row by row`,
      nested_table: (w: Words) =>
        `A row-by-row condition cannot go through “${w.table}” as well. Work it out in a computed question first`,
      wrong_kind: (w: Words) => `This needs ${w.wanted} and is ${w.found}`,
      kinds_not_compared: (w: Words) => `You cannot compare ${w.left} with ${w.right}`,
      kinds_have_no_order: (w: Words) => `There is no more or less to ${w.kind}`,
      kind_has_no_options: (w: Words) => `There are no options to compare ${w.kind} with`,
      branches_differ: (w: Words) => `Every case must give the same kind of result; these give ${w.kinds}`,
      result_kind: (w: Words) => `The result should be ${w.wanted} and is ${w.found}`,
      currencies_mixed: (w: Words) =>
        `${currencyName(w["one"] ?? "", "en")} and ${currencyName(w["other"] ?? "", "en")} cannot be added, subtracted or compared; turn both into one currency first`,
      total_not_number: (w: Words) => `“${w.name}” is not a column of numbers; it has no total`,
      limits_crossed: (w: Words) => `The minimum, ${w.least}, is above the maximum, ${w.most}`,
      rows_crossed: (w: Words) => `At least ${w.least} rows are asked for and at most ${w.most} allowed`,
      fixed_rows_exceed: (w: Words) => `There are ${w.least} fixed rows and at most ${w.most} allowed`,
      options_too_few: (w: Words) =>
        `At least ${w.least} must be chosen, but the number of options is ${w.most}`,
      statement_needs_rows: () => "A statement needs its fixed rows first",
      boxes_need_cards: () => "Addresses and persons do not fit a cell; lay the table out as cards",
      scale_labels: (w: Words) =>
        `The scale has ${w.steps} steps: give a meaning to both ends or to every step; now there are ${w.given}`,
      pages_of_pdf_only: () => "Pages can be counted in PDF files only: to limit them, accept nothing else",
      public_and_restricted: () => "A restricted question cannot be part of the public notice",
      cycle: (w: Words) => `These depend on each other in a ring: ${w.path}`,
      chain_too_long: () =>
        "Too many questions depend on each other in a row. Let them depend on the first one directly",
      required_by_itself: () => "Whether this is required cannot depend on its own answer",
      opens_itself: (w: Words) =>
        `The condition uses “${w.name}” of this very section, so the section could never open`,
    },
  },
});

/** The sentence for a problem; `nameOf` may put a question's label in place of its code. */
export function definitionProblemSentence(
  { code, params }: DefinitionProblem,
  locale: Locale,
  nameOf: (code: string) => string = (key) => key,
): string {
  const t = definitionProblemMessages[locale];
  // Typed so that a problem without its sentence does not compile.
  const all: Record<DefinitionProblemCode, Sentence> = t.sentences;
  const words: Words = {};
  for (const [name, value] of Object.entries(params)) words[name] = inWords(name, value, t.kinds, nameOf);
  if (words["kinds"])
    words["kinds"] = (params["kinds"] ?? "")
      .split(" ")
      .map((kind) => t.kinds[kind as ValueType])
      .join(locale === "zh" ? "、" : " and ");
  return all[code](words);
}

/** 栏目 funding › 题目 total_investment › 显示条件, from the outside in. */
export function definitionPlaceWords(
  place: DefinitionPlace,
  locale: Locale,
  nameOf: (code: string) => string = (key) => key,
): string {
  const t = definitionProblemMessages[locale];
  const steps = (Object.keys(t.levels) as (keyof typeof t.levels)[])
    .filter((level) => place[level] !== undefined)
    .map((level) => `${t.levels[level]}${locale === "zh" ? "“" : " “"}${nameOf(place[level] ?? "")}”`);
  const [root = ""] = (place.attribute ?? "").split(".");
  if (root !== "") steps.push(t.attributes[root] ?? root);
  return steps.join(" › ");
}

const kindParams = new Set(["found", "wanted", "left", "right", "kind"]);
const nameParams = new Set(["name", "table"]);

function inWords(
  param: string,
  value: string,
  kinds: Readonly<Record<ValueType, string>>,
  nameOf: (code: string) => string,
): string {
  if (kindParams.has(param)) return kinds[value as ValueType] ?? value;
  if (param === "path") return value.split(" → ").map(pathName(nameOf)).join(" → ");
  return nameParams.has(param) ? nameOf(value) : value;
}

const pathName =
  (nameOf: (code: string) => string) =>
  (step: string): string =>
    step.split("/").map(nameOf).join("/");
