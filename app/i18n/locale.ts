export const locales = ["zh", "en"] as const;

/** Interface language. Chinese is the first language of most users and the default. */
export type Locale = (typeof locales)[number];

export const isLocale = (value: unknown): value is Locale => value === "zh" || value === "en";

/** BCP 47 tag for `lang` attributes and Intl. */
export const languageTag = { zh: "zh-CN", en: "en" } as const;
