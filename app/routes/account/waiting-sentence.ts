import type { Locale } from "#app/i18n/locale.ts";
import { signInMessages } from "#app/i18n/messages/sign-in.ts";

/** "Try again in 12 minutes". */
export const waitingSentence = (locale: Locale, retryAfterSeconds: number): string =>
  signInMessages[locale].minutes({ minutes: Math.max(1, Math.ceil(retryAfterSeconds / 60)) });
