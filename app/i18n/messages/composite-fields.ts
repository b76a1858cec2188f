import { defineMessages } from "#app/i18n/define-messages.ts";

/** The boxes of answers that have several parts. */
export const compositeMessages = defineMessages({
  zh: {
    city: "省、市",
    county: "县（市、区）",
    countyNote: "山西省内可从列表中选择",
    detail: "街道、门牌",
    name: "姓名",
    title: "职务",
    mobile: "手机",
    email: "邮箱",
    amount: "金额",
    currency: "币种",
    amountUnit: "万",
    cny: "折合人民币（万元）",
    rateDate: "汇率日期",
    foreignNote: "人民币以外的币种，另填折合人民币和汇率日期",
  },
  en: {
    city: "Province and city",
    county: "County or district",
    countyNote: "Within Shanxi, choose from the list",
    detail: "Street and number",
    name: "Name",
    title: "Position",
    mobile: "Mobile",
    email: "E-mail",
    amount: "Amount",
    currency: "Currency",
    amountUnit: "10k",
    cny: "Equivalent (RMB 10k)",
    rateDate: "Date of the rate",
    foreignNote: "For other currencies than RMB, also give the equivalent and the date of its rate",
  },
});
