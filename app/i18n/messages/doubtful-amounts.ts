import { defineMessages } from "#app/i18n/define-messages.ts";

/** An amount so large that 元 were more likely typed into a 万元 box. */
export const amountMessages = defineMessages({
  zh: {
    at: (p: { label: string }) => `${p.label}：`,
    ask: (p: { meant: string }) => `这里的单位是万元。您要填的是${p.meant}吗？`,
    inWan: (p: { wan: string }) => `是，改为 ${p.wan}`,
    isRight: "不是，金额没有填错",
  },
  en: {
    at: (p) => `${p.label}: `,
    ask: (p) => `This box is in RMB 10k. Do you mean ${p.meant}?`,
    inWan: (p) => `Yes, change to ${p.wan}`,
    isRight: "No, the amount is right",
  },
});
