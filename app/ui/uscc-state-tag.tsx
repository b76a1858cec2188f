import type { Locale } from "#app/i18n/locale.ts";
import { companyMessages } from "#app/i18n/messages/companies.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { Tone } from "#app/ui/tone.ts";

type UsccState = keyof (typeof companyMessages)["zh"]["usccState"];

/** Amber is the company's turn, grey the office's. */
const tones: Record<UsccState, Tone> = { valid: "ok", confirmed: "ok", pending: "plain", refused: "warn" };

export function UsccStateTag({ state, locale }: { state: UsccState; locale: Locale }) {
  return <Tag tone={tones[state]}>{companyMessages[locale].usccState[state]}</Tag>;
}
