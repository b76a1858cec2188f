import { defineMessages } from "#app/i18n/define-messages.ts";

/** Texts asked in both languages. */
export const pairMessages = defineMessages({
  zh: {
    changedSince: (other: string) => `“${other}”后来改过，请核对这里是否也要改。`,
    stillRight: "确认无需修改",
    staleTag: "另一种语言后来改过",
    mayDiffer: (other: string) => `“${other}”改过之后，这里没有再改，两种文本可能不一致。`,
  },
  en: {
    changedSince: (other: string) => `“${other}” was changed since. Check whether this must change too.`,
    stillRight: "Still right",
    staleTag: "Other language changed since",
    mayDiffer: (other: string) =>
      `“${other}” was changed later and this was not, so the two may not say the same.`,
  },
});
