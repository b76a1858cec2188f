import { isFormalCheckCode } from "#app/domain/applications/formal-check.ts";
import { isDecisionReason } from "#app/domain/decisions/decision-reasons.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { decisionReasonMessages } from "#app/i18n/messages/decision-reasons.ts";
import { formalCheckMessages } from "#app/i18n/messages/formal-check.ts";

/** The rule that decided, in the reader's language, and under it the office's own words. */
export function reasonLines(locale: Locale, code: string | null, text: string): string {
  const rule = code === null ? undefined : ruleOf(locale, code);
  return [rule, text].filter(Boolean).join("\n");
}

function ruleOf(locale: Locale, code: string): string | undefined {
  if (isFormalCheckCode(code)) return formalCheckMessages[locale].reason[code];
  return isDecisionReason(code) ? decisionReasonMessages[locale].reason[code] : undefined;
}
