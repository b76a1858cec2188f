import type { FormIssue, IssueCode } from "#app/domain/forms/issue.ts";
import { defineMessages } from "#app/i18n/define-messages.ts";
import type { Locale } from "#app/i18n/locale.ts";

/** `label` names the question; the rest are the issue's own figures, already written in the language. */
type Words = Record<string, string> & { label: string };
type Sentence = (words: Words) => string;

/** What stands at the field: what is wrong and what to do. */
const sentences = defineMessages({
  zh: {
    missing_text: (w: Words) => `请填写${w.label}`,
    missing_choice: (w: Words) => `请选择${w.label}`,
    missing_answer: (w: Words) => `请回答“${w.label}”`,
    missing_file: (w: Words) => `请上传${w.label}`,
    missing_rows: (w: Words) => `请填写${w.label}`,
    missing_declaration: () => "提交前须勾选这一项",
    too_short: (w: Words) => `再写具体一些：至少${w.min}字，现在${w.length}字`,
    too_long: (w: Words) => `最多${w.max}字，现在${w.length}字，请删去${w.over}字`,
    too_few_words: (w: Words) => `再写具体一些：至少${w.min}个词，现在${w.length}个`,
    too_many_words: (w: Words) => `最多${w.max}个词，现在${w.length}个，请删去${w.over}个`,
    text_form: () => "和常见的写法不一样。请再核对一遍；确认无误的，可以不改",
    not_a_number: () => "请只填数字，如 1,234.5",
    not_whole: () => "请填整数",
    too_many_places: (w: Words) => `最多${w.places}位小数`,
    too_small: (w: Words) => `不能小于${w.min}`,
    too_large: (w: Words) => `不能大于${w.max}`,
    below_call: (w: Words) => `本专题单个项目最低申请${w.limit}，请提高金额`,
    above_call: (w: Words) => `本专题单个项目最高申请${w.limit}，请降低金额`,
    money_unit: () => "请只填数字，单位已经是“万元”",
    money_commas: () => "逗号的位置不对。请写成 11,600.00 或 11600",
    money_form: () => "请填金额，如 11,600.00，单位万元",
    money_negative: () => "金额不能是负数",
    money_as_yuan: (w: Words) => `这里按“万元”填写。如果实际是${w.meant}，请填 ${w.wan}`,
    date_form: () => "请填日期，如 2026-11-30",
    month_form: () => "请填年月，如 2026-11",
    date_too_early: (w: Words) => `不能早于${w.date}`,
    date_too_late: (w: Words) => `不能晚于${w.date}`,
    unknown_option: () => "这个选项已不在表中，请重新选择",
    too_few_chosen: (w: Words) => `至少选${w.min}项`,
    too_many_chosen: (w: Words) => `最多选${w.max}项`,
    exclusive_option: (w: Words) => `选了“${w.option}”，就不要再选别的`,
    uscc_length: (w: Words) => `统一社会信用代码是18位，现在是${w.length}位。请对照营业执照核对`,
    uscc_characters: (w: Words) =>
      `第${w.position}位的“${w.found}”不会出现在信用代码中（代码不用字母 I、O、S、V、Z）。请对照营业执照核对`,
    uscc_check: (w: Words) =>
      `${w.row}信用代码的校验位不符：末位是${w.last}，按前17位算应为${w.expected}。请对照营业执照核对；确认无误的，可上传执照申请人工核验`,
    uscc_check_by_person: (w: Words) =>
      `校验位不符（末位是${w.last}，应为${w.expected}），由基金办对照上传的执照人工核验`,
    uscc_kind: (w: Words) => `申报企业的信用代码以${w.starts}开头。个体工商户、合作社和事业单位不能申报`,
    mobile_form: () => "请填手机号，如 138 1234 5678；境外号码以 + 和国家代码开头",
    email_form: () => "请填邮箱地址，如 name@example.com",
    url_form: () => "请填网址，如 https://www.example.com",
    postcode_form: () => "邮编是6位数字",
    ip_number_form: () =>
      "编号的写法不对。中国专利形如 202110123456.7；布图设计形如 BS.215012345；软件著作权形如 2021SR0123456",
    ip_number_check: () => "专利号的校验位不符。请对照证书核对",
    ip_number_old: () => "2003年10月以前的老专利号，无法自动核对，请自行确认",
    pair_stale: (w: Words) => `“${w.other}”后来改过，请核对这一项是否也要改`,
    gb4754_form: () => "请从列表中选择，或填4位行业代码，如 3973",
    address_city: () => "请选择省、市",
    address_county: () => "请填写县（市、区）",
    address_county_unknown: (w: Words) => `${w.city}没有“${w.county}”。请从列表中选择县（市、区）`,
    address_detail: () => "请填写街道、门牌等详细地址",
    person_name: () => "请填写姓名",
    person_title: () => "请填写职务",
    person_contact: () => "手机和邮箱至少填一项",
    person_mobile: () => "请填写手机号",
    person_email: () => "请填写邮箱",
    currency_amount: () => "请填外币金额，如 120.00，单位万",
    currency_cny: () => "请填折合人民币多少万元",
    currency_rate_date: () => "请填汇率日期，如 2026-11-30",
    currency_rate_future: () => "汇率日期不能晚于今天",
    amount_form: () => "请填金额，如 1,200.50",
    amount_currency: () => "请选择币种",
    amount_negative: () => "金额不能是负数",
    country_form: () => "请从列表中选择国家或地区",
    foreign_country: () => "请选择国家或地区",
    foreign_line: () => "请填写街道、门牌",
    foreign_place: () => "请填写城市",
    foreign_postcode: () => "请填写邮编，最多16个字符",
    foreign_postcode_form: () => "邮编和当地常见的写法不一样。请再核对一遍；确认无误的，可以不改",
    too_few_rows: (w: Words) => `至少${w.min}行，现在${w.count}行`,
    too_many_rows: (w: Words) => `最多${w.max}行，现在${w.count}行`,
    too_few_files: (w: Words) => `至少${w.min}份文件，现在${w.count}份`,
    too_many_files: (w: Words) => `最多${w.max}份文件，现在${w.count}份，请删去多余的`,
    file_too_many_pages: (w: Words) => `“${w.name}”有${w.pages}页，最多${w.max}页，请缩短后重新上传`,
    file_too_large: (w: Words) => `“${w.name}”超过${w.max} MB，请压缩后重新上传`,
    file_type: (w: Words) => `“${w.name}”不是这里可以上传的类型`,
    rule: () => "两处不一致，请核对",
  },
  en: {
    missing_text: (w: Words) => `Fill in “${w.label}”`,
    missing_choice: (w: Words) => `Choose an option for “${w.label}”`,
    missing_answer: (w: Words) => `Answer “${w.label}”`,
    missing_file: (w: Words) => `Upload “${w.label}”`,
    missing_rows: (w: Words) => `Fill in “${w.label}”`,
    missing_declaration: () => "Tick this before you submit",
    too_short: (w: Words) => `Say a little more: at least ${w.min} characters, now ${w.length}`,
    too_long: (w: Words) => `At most ${w.max} characters, now ${w.length}; take out ${w.over}`,
    too_few_words: (w: Words) => `Say a little more: at least ${w.min} words, now ${w.length}`,
    too_many_words: (w: Words) => `At most ${w.max} words, now ${w.length}; take out ${w.over}`,
    text_form: () => "This is not the usual form. Check it again; if it is right, leave it",
    not_a_number: () => "Digits only, such as 1,234.5",
    not_whole: () => "Give a whole number",
    too_many_places: (w: Words) => `At most ${w.places} decimals`,
    too_small: (w: Words) => `It cannot be less than ${w.min}`,
    too_large: (w: Words) => `It cannot be more than ${w.max}`,
    below_call: (w: Words) => `In this call one project asks for at least ${w.limit}. Raise the amount`,
    above_call: (w: Words) => `In this call one project asks for at most ${w.limit}. Lower the amount`,
    money_unit: () => "Digits only; the unit is RMB 10k already",
    money_commas: () => "A comma is in the wrong place. Write 11,600.00 or 11600",
    money_form: () => "Give an amount in RMB 10k, such as 11,600.00",
    money_negative: () => "The amount cannot be negative",
    money_as_yuan: (w: Words) => `Give this in RMB 10k. If you mean ${w.meant}, type ${w.wan}`,
    date_form: () => "Give a date, such as 2026-11-30",
    month_form: () => "Give year and month, such as 2026-11",
    date_too_early: (w: Words) => `It cannot be before ${w.date}`,
    date_too_late: (w: Words) => `It cannot be after ${w.date}`,
    unknown_option: () => "This option is no longer in the list; choose again",
    too_few_chosen: (w: Words) => `Choose at least ${w.min}`,
    too_many_chosen: (w: Words) => `Choose at most ${w.max}`,
    exclusive_option: (w: Words) => `With “${w.option}” nothing else can be chosen`,
    uscc_length: (w: Words) => `A credit code has 18 characters; this has ${w.length}. Check the licence`,
    uscc_characters: (w: Words) =>
      `Character ${w.position}, “${w.found}”, does not occur in credit codes (the letters I, O, S, V and Z are not used). Check the licence`,
    uscc_check: (w: Words) =>
      `${w.row}${w.row ? "the" : "The"} check character does not match. It ends in ${w.last}; the first 17 characters give ${w.expected}. Check the licence; if it is right, upload the licence for a manual check`,
    uscc_check_by_person: (w: Words) =>
      `The check character does not match (${w.last}, expected ${w.expected}); the fund office will compare it with the licence you uploaded`,
    uscc_kind: (w: Words) =>
      `An applicant’s credit code begins with ${w.starts}. Sole traders, cooperatives and public institutions cannot apply`,
    mobile_form: () =>
      "Give a mobile number, such as 138 1234 5678; abroad, begin with + and the country code",
    email_form: () => "Give an e-mail address, such as name@example.com",
    url_form: () => "Give a web address, such as https://www.example.com",
    postcode_form: () => "A postcode has 6 digits",
    ip_number_form: () =>
      "The number is not in its usual form. Chinese patents look like 202110123456.7, layout designs like BS.215012345, software like 2021SR0123456",
    ip_number_check: () => "The patent number’s check digit does not match. Compare it with the certificate",
    ip_number_old: () => "Numbers from before October 2003 cannot be checked here; please make sure yourself",
    pair_stale: (w: Words) => `“${w.other}” was changed since. Check whether this must change too`,
    gb4754_form: () => "Choose from the list or give the four-digit code, such as 3973",
    address_city: () => "Choose the province and city",
    address_county: () => "Give the county or district",
    address_county_unknown: (w: Words) =>
      `${w.city} has no “${w.county}”. Choose a county or district from the list`,
    address_detail: () => "Give the street and number",
    person_name: () => "Give the name",
    person_title: () => "Give the position",
    person_contact: () => "Give a mobile number or an e-mail address",
    person_mobile: () => "Give a mobile number",
    person_email: () => "Give an e-mail address",
    currency_amount: () => "Give the foreign amount in units of 10,000, such as 120.00",
    currency_cny: () => "Give the equivalent in RMB 10k",
    currency_rate_date: () => "Give the date of the rate, such as 2026-11-30",
    currency_rate_future: () => "The date of the rate cannot be later than today",
    amount_form: () => "Give an amount, such as 1,200.50",
    amount_currency: () => "Choose the currency",
    amount_negative: () => "The amount cannot be negative",
    country_form: () => "Choose a country or region from the list",
    foreign_country: () => "Choose the country or region",
    foreign_line: () => "Give the street and number",
    foreign_place: () => "Give the town or city",
    foreign_postcode: () => "Give the postcode, at most 16 characters",
    foreign_postcode_form: () =>
      "This is not how postcodes are usually written there. Check it once more; if it is right, leave it",
    too_few_rows: (w: Words) => `At least ${w.min} rows, now ${w.count}`,
    too_many_rows: (w: Words) => `At most ${w.max} rows, now ${w.count}`,
    too_few_files: (w: Words) => `At least ${w.min} files, now ${w.count}`,
    too_many_files: (w: Words) => `At most ${w.max} files, now ${w.count}; remove the others`,
    file_too_many_pages: (w: Words) =>
      `“${w.name}” has ${w.pages} pages, and at most ${w.max} are allowed; shorten it and upload it again`,
    file_too_large: (w: Words) =>
      `“${w.name}” is larger than ${w.max} MB; make it smaller and upload it again`,
    file_type: (w: Words) => `“${w.name}” is not of a type that can be uploaded here`,
    rule: () => "Two answers do not agree; check them",
  },
});

/** In the summary after “label：”, where the sentence would be too long. */
const shortForms = defineMessages({
  zh: {
    money_as_yuan: "像是按“元”填写，应按“万元”",
    below_call: "低于本专题的最低申请金额",
    above_call: "高于本专题的最高申请金额",
    uscc_check: "校验位不符",
    uscc_check_by_person: "校验位不符，由人工核验",
    uscc_length: "应为18位",
    uscc_characters: "有不会出现的字符",
    uscc_kind: "不是企业的信用代码",
    ip_number_form: "编号的写法不对",
    ip_number_check: "校验位不符",
    missing_declaration: "须勾选",
  },
  en: {
    money_as_yuan: "looks like yuan, give it in RMB 10k",
    below_call: "less than this call gives one project",
    above_call: "more than this call gives one project",
    uscc_check: "check character does not match",
    uscc_check_by_person: "check character does not match, checked by a person",
    uscc_length: "18 characters needed",
    uscc_characters: "a character that does not occur in codes",
    uscc_kind: "not the code of an enterprise",
    ip_number_form: "not in its usual form",
    ip_number_check: "check digit does not match",
    missing_declaration: "must be ticked",
  },
});

/** The sentence at the field. */
export function issueSentence(issue: FormIssue, locale: Locale): string {
  return issue.message?.[locale] ?? sentenceOf(issue.code, locale)(wordsOf(issue, locale));
}

/** The line in the summary at the head of the page: where, then what. */
export function issueSummary(issue: FormIssue, locale: Locale): string {
  if (issue.code === "rule") return issue.summary?.[locale] ?? issueSentence(issue, locale);
  const words = wordsOf(issue, locale);
  if (issue.code.startsWith("missing_") && issue.code !== "missing_declaration") {
    return `${rowOf(issue, locale, true)}${sentenceOf(issue.code, locale)(words)}`;
  }
  const short: Partial<Record<IssueCode, string>> = shortForms[locale];
  const what = short[issue.code] ?? sentenceOf(issue.code, locale)({ ...words, row: "" });
  return locale === "zh"
    ? `${rowOf(issue, locale, false)}${words.label}：${what}`
    : `${rowOf(issue, locale, false)}${words.label}: ${lowerFirst(what)}`;
}

/** Typed so that a code without its sentence does not compile. */
function sentenceOf(code: IssueCode, locale: Locale): Sentence {
  const all: Record<IssueCode, Sentence> = sentences[locale];
  return all[code];
}

function wordsOf(issue: FormIssue, locale: Locale): Words {
  const words: Words = { label: issue.label[locale] };
  for (const [name, text] of Object.entries(issue.params)) words[name] = text[locale];
  words["row"] = rowOf(issue, locale, locale === "en");
  return words;
}

/** 第2行, or the name of a fixed row; followed by a colon before a whole sentence. */
function rowOf(issue: FormIssue, locale: Locale, beforeSentence: boolean): string {
  const { rowLabel, rowNumber } = issue;
  if (rowLabel) return locale === "zh" ? `${rowLabel.zh}${beforeSentence ? "：" : "的"}` : `${rowLabel.en}: `;
  if (rowNumber === undefined) return "";
  if (locale === "en") return `Row ${rowNumber}${beforeSentence ? ":" : ""} `;
  return `第${rowNumber}行${beforeSentence ? "：" : ""}`;
}

/** After a colon; abbreviations keep their capitals. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) && !text.startsWith("Chinese")
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
