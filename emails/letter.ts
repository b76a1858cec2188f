import type { ReactNode } from "react";
import type { MailTemplate } from "#app/domain/notifications/mail-template.ts";
import type { Localised } from "#app/domain/shared/localised.ts";
import { formatShortDateWithWeekday, formatTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { MailFields } from "./mail-fields.ts";

/** What every mail knows of its reader and of the portal. */
export interface Frame {
  locale: Locale;
  /** How the mail addresses the reader; empty when nobody knows. */
  name: string;
  /** Public origin without a trailing slash. */
  baseUrl: string;
  /** When the mail was queued. */
  at: string;
  demo: boolean;
  /** About a test application. */
  isTest?: boolean;
}

export interface Fact {
  label: string;
  value: string;
}

/** One mail in one language, before it has a shape. */
export interface Letter {
  /** What sort of mail this is, in two to four words: “补正通知”. */
  kind: string;
  /** The action and its time. Subject and heading. Neither a person's name nor a score belongs here. */
  title: string;
  /** Ends the subject, so that mails of one application can be told apart. */
  reference?: string | null;
  /** What an inbox shows after the subject. */
  preheader: string;
  body: ReactNode;
  /** The one thing to do. The address is written out beneath. */
  button?: { label: string; path: string };
  /** By when, what then, what if not. */
  facts?: readonly Fact[];
  /** Why this person gets this mail. */
  why: string;
}

export type Template<T extends MailTemplate> = (fields: MailFields[T], frame: Frame) => Letter;

/** The text in the reader's language, or in the other one rather than nothing. */
export const inLanguage = (text: Localised, locale: Locale): string =>
  text[locale] || text[locale === "zh" ? "en" : "zh"];

/** 1月27日（星期三）17:00 · Wed 27 Jan, 17:00 */
export const shortDateTime = (locale: Locale, at: string): string =>
  `${formatShortDateWithWeekday(locale, at)}${locale === "zh" ? "" : ", "}${formatTime(at)}`;

/** “8英寸碳化硅功率器件生产线” for a sentence; a draft may have no title yet. */
export const quotedTitle = (title: Localised, locale: Locale): string => {
  const text = inLanguage(title, locale);
  if (text === "") return locale === "zh" ? "未命名项目" : "your untitled project";
  return `“${text}”`;
};
