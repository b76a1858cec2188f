import { text } from "../ask.ts";
import type { Condition, RuleData } from "../programme-types.ts";

const ref = (key: string) => ({ ref: key });

/** Shanxi is 140000 in GB/T 2260. Unknown while there is no address. */
export const registeredOutside: Condition = { not: { includes: [ref("reg_address"), "140000"] } };

/** Each group of employees is part of the one before it. */
function within(part: string, whole: string, zh: [string, string], en: [string, string]): RuleData {
  return {
    key: `${part}_within`,
    level: "error",
    at: [part, whole],
    holds: { le: [ref(part), ref(whole)] },
    params: {
      part: { value: ref(part), as: "integer" },
      whole: { value: ref(whole), as: "integer" },
    },
    message: text(
      `${zh[0]}{part}人，多于${zh[1]}{whole}人。请核对两项。`,
      `${en[0]} ({part}) cannot be more than ${en[1]} ({whole}). Check both.`,
    ),
    summary: text(`${zh[0]}多于${zh[1]}`, `${en[0]} exceed ${en[1]}`),
  };
}

export const companyRules: RuleData[] = [
  within("employees_rd", "employees_total", ["研发人员", "总人数"], ["R&D staff", "the total"]),
  within(
    "employees_college",
    "employees_total",
    ["大专及以上", "总人数"],
    ["Staff with junior college or above", "the total"],
  ),
  within(
    "employees_bachelor",
    "employees_college",
    ["本科及以上", "大专及以上"],
    ["Staff with a bachelor’s or above", "those with junior college or above"],
  ),
  within(
    "employees_master",
    "employees_bachelor",
    ["硕士及以上", "本科及以上"],
    ["Staff with a master’s or above", "those with a bachelor’s or above"],
  ),
  within(
    "employees_doctor",
    "employees_master",
    ["博士", "硕士及以上"],
    ["Staff with a doctorate", "those with a master’s or above"],
  ),
  within(
    "employees_shanxi",
    "employees_total",
    ["在山西工作的", "总人数"],
    ["Staff based in Shanxi", "the total"],
  ),
  {
    key: "certificate_expired",
    level: "warning",
    forEach: "qualification_certificates",
    at: ["expires_on"],
    holds: { ge: [{ cell: "expires_on" }, { today: true }] },
    params: { date: { value: { cell: "expires_on" }, as: "date" } },
    message: text(
      "第{row}份证书已于{date}到期。已续期的，请填新的有效期。",
      "Certificate {row} expired on {date}. If it was renewed, give the new date.",
    ),
    summary: text("第{row}份证书已到期", "Certificate {row} has expired"),
  },
];

export const applicantForm: RuleData = {
  key: "applicant_form",
  level: "warning",
  at: ["entity_type"],
  when: { includes: [ref("instrument"), "direct_equity"] },
  holds: { ne: [ref("entity_type"), "partnership"] },
  message: text(
    "直接投资认购的是公司股权，合伙企业请先与基金办确认是否适用。",
    "Direct equity subscribes shares of a company. For a partnership, ask the fund office first.",
  ),
};
