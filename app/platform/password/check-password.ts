import { commonPasswords } from "./common-passwords.ts";

export type PasswordRefusal = "too_short" | "too_long" | "common" | "personal";

/** NIST 800-63B-4: fifteen characters where the password stands alone, fewer beside a second factor. */
export const passwordMinimum = { alone: 15, withSecondFactor: 12 } as const;
export const passwordMaximum = 256;

/**
 * Length and a blocklist, no rules of composition. `personal` holds what others know of the person:
 * e-mail address, name, company.
 */
export function checkPassword(
  password: string,
  options: { readonly minimum: number; readonly personal?: readonly string[] },
): PasswordRefusal | null {
  const text = password.normalize("NFKC");
  const length = [...text].length;
  if (length < options.minimum) return "too_short";
  if (length > passwordMaximum) return "too_long";
  if (isMadeOf(text, [])) return "common";
  return isMadeOf(text, (options.personal ?? []).flatMap(personalWords)) ? "personal" : null;
}

const commonWords = new Set(commonPasswords);
/** Characters that are not part of any known word and still add next to nothing. */
const slack = 3;
/** Longer pieces are seen as several. */
const longestPiece = 40;

/** Whether all but a few characters belong to well-known passwords, personal words, runs or repeats. */
function isMadeOf(password: string, extra: readonly string[]): boolean {
  const text = password.toLowerCase();
  if (/^(.{1,4})\1+.{0,3}$/su.test(text)) return true;
  const spelled = [text, withoutLeet(text)];
  return spelled.some((candidate) => unknownCharacters(candidate, extra) <= slack);
}

/** The fewest characters left over when the text is cut into known words, runs (1234, aaaa) and leftovers. */
function unknownCharacters(text: string, extra: readonly string[]): number {
  const least = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let best = (least[end - 1] ?? 0) + 1;
    for (let start = end - 1; start >= Math.max(0, end - longestPiece); start -= 1) {
      const piece = text.slice(start, end);
      if ((least[start] ?? 0) < best && isKnown(piece, extra)) best = least[start] ?? 0;
    }
    least[end] = best;
  }
  return least[text.length] ?? 0;
}

const isKnown = (piece: string, extra: readonly string[]): boolean =>
  commonWords.has(piece) || extra.includes(piece) || isRun(piece) || isYear(piece);

/** aaa, 123, cba: three or more with one constant step. */
function isRun(piece: string): boolean {
  if (piece.length < 3) return false;
  const step = piece.charCodeAt(1) - piece.charCodeAt(0);
  if (Math.abs(step) > 1) return false;
  for (let index = 2; index < piece.length; index += 1) {
    if (piece.charCodeAt(index) - piece.charCodeAt(index - 1) !== step) return false;
  }
  return true;
}

const isYear = (piece: string): boolean => /^(?:19|20)[0-9]{2}$/.test(piece);

const leet: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

const withoutLeet = (text: string): string => text.replace(/[013457@$]/g, (letter) => leet[letter] ?? letter);

/** `Li.Lei@example.com` is known as li, lei, example, com and the whole of it; pieces of one letter tell nothing. */
const personalWords = (known: string): string[] => {
  const text = known.normalize("NFKC").toLowerCase();
  const pieces = text.split(/[\s@.,_+\-()（）]+/u);
  return [...new Set([text, text.split("@")[0] ?? "", ...pieces])].filter((word) => [...word].length >= 2);
};
