import { accepted, refused, type Result } from "./result.ts";

export type MobileRefusal =
  "empty" | "characters" | "mainland" | "hong_kong" | "macau" | "taiwan" | "international";

/** Numbering plans that a portal in Shanxi meets often enough to check to the digit. */
const plans: readonly { code: string; national: RegExp; refusal: MobileRefusal }[] = [
  { code: "+86", national: /^1[3-9][0-9]{9}$/, refusal: "mainland" },
  { code: "+852", national: /^[0-9]{8}$/, refusal: "hong_kong" },
  { code: "+853", national: /^[0-9]{8}$/, refusal: "macau" },
  { code: "+886", national: /^9[0-9]{8}$/, refusal: "taiwan" },
];

/** Any usual way of writing a mobile number, to E.164: `138-1234 5678` is `+8613812345678`. */
export function parseMobile(typed: string): Result<string, MobileRefusal> {
  const digits = typed.normalize("NFKC").replace(/[\s\p{Pd}\p{Cf}()（）.]/gu, "");
  if (digits === "") return refused("empty");
  if (!/^\+?[0-9]+$/.test(digits)) return refused("characters");
  const dialled = digits.startsWith("00") ? `+${digits.slice(2)}` : digits;
  if (!dialled.startsWith("+")) return checkNational(withoutBareCountryCode(dialled), plans[0]!);
  const plan = plans.find(({ code }) => dialled.startsWith(code));
  if (plan) return checkNational(dialled.slice(plan.code.length), plan);
  return /^\+[1-9][0-9]{6,14}$/.test(dialled) ? accepted(dialled) : refused("international");
}

/** `138 1234 5678` for the mainland, `+852 61234567` elsewhere. */
export function formatMobile(e164: string): string {
  const plan = plans.find(({ code }) => e164.startsWith(code));
  if (!plan) return e164;
  const national = e164.slice(plan.code.length);
  if (plan.code !== "+86") return `${plan.code} ${national}`;
  return `${national.slice(0, 3)} ${national.slice(3, 7)} ${national.slice(7)}`;
}

/** `138****5678`: enough to recognise one's own number, not enough to call it. */
export function maskMobile(e164: string): string {
  const shown = e164.startsWith("+86") ? e164.slice(3) : e164;
  return `${shown.slice(0, 3)}****${shown.slice(-4)}`;
}

function checkNational(national: string, plan: (typeof plans)[number]): Result<string, MobileRefusal> {
  return plan.national.test(national) ? accepted(`${plan.code}${national}`) : refused(plan.refusal);
}

const withoutBareCountryCode = (digits: string): string =>
  digits.length === 13 && digits.startsWith("86") ? digits.slice(2) : digits;
