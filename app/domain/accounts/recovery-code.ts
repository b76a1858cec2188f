/** Crockford's base 32: no letter that reads like a digit. */
export const recoveryAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const recoveryCodeLength = 16;
export const recoveryCodeCount = 10;

/** What a person copied, in the one form that is hashed; undefined when it cannot be a recovery code. */
export function normaliseRecoveryCode(typed: string): string | undefined {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return code.length === recoveryCodeLength && [...code].every((c) => recoveryAlphabet.includes(c))
    ? code
    : undefined;
}

/** `7KQM-2X9T-…`, as it is shown and printed. */
export const formatRecoveryCode = (code: string): string => code.match(/.{4}/g)?.join("-") ?? code;

/** Six digits from an authenticator, however they were spaced; undefined when it is something else. */
export function normaliseOneTimeCode(typed: string): string | undefined {
  const code = typed.normalize("NFKC").replace(/[\s\p{Pd}\p{Cf}]/gu, "");
  return /^[0-9]{6}$/.test(code) ? code : undefined;
}
