/** 统一社会信用代码, GB 32100-2015: 18 characters, the last of which checks the others. */
export type UsccCheck =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: "length"; readonly length: number }
  | { readonly ok: false; readonly reason: "characters"; readonly position: number; readonly found: string }
  | { readonly ok: false; readonly reason: "check_digit"; readonly expected: string; readonly value: string };

export type UsccKind =
  | "enterprise"
  | "individual_business"
  | "cooperative"
  | "public_institution"
  | "government_body"
  | "social_group"
  | "private_non_enterprise"
  | "foundation"
  | "other";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const codeLength = 18;

/** What a person typed or pasted, in the one form that is stored: half width, upper case, no gaps. */
export function normaliseUscc(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .normalize("NFKC")
    .replace(/[\s\p{Pd}\p{Cf}]/gu, "");
}

/**
 * A few codes really issued in early pilot areas fail the check character, so that reason alone may be
 * overridden by a person who has seen the licence; the other two may not.
 */
export function checkUscc(typed: string): UsccCheck {
  const code = normaliseUscc(typed);
  const characters = [...code];
  if (characters.length !== codeLength) return { ok: false, reason: "length", length: characters.length };
  const wrong = characters.findIndex((character, index) => !isAllowedAt(index, character));
  if (wrong >= 0) {
    return { ok: false, reason: "characters", position: wrong + 1, found: characters[wrong] ?? "" };
  }
  const expected = usccCheckCharacter(code);
  if (characters[codeLength - 1] !== expected) {
    return { ok: false, reason: "check_digit", expected, value: code };
  }
  return { ok: true, value: code };
}

/** The 18th character that the first 17 call for. They must all belong to the code's alphabet. */
export function usccCheckCharacter(code: string): string {
  const sum = weights.reduce(
    (total, weight, index) => total + alphabet.indexOf(code.charAt(index)) * weight,
    0,
  );
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

const kinds: Readonly<Record<string, UsccKind>> = {
  "11": "government_body",
  "12": "public_institution",
  "51": "social_group",
  "52": "private_non_enterprise",
  "53": "foundation",
  "91": "enterprise",
  "92": "individual_business",
  "93": "cooperative",
};

/** Read from the first two characters: the registering authority and the kind of body. */
export function usccKind(code: string): UsccKind {
  return kinds[normaliseUscc(code).slice(0, 2)] ?? "other";
}

/** Applicants are enterprises, partnerships included; partners and institutes may be of any kind. */
export const canApplyWithUscc = (code: string): boolean => usccKind(code) === "enterprise";

/** For public notices: 9114**********018F. */
export const maskUscc = (code: string): string => `${code.slice(0, 4)}${"*".repeat(10)}${code.slice(-4)}`;

const isAllowedAt = (index: number, character: string): boolean =>
  index >= 2 && index < 8 ? /^[0-9]$/.test(character) : alphabet.includes(character);
