import { randomInt } from "node:crypto";
import {
  formatRecoveryCode,
  recoveryAlphabet,
  recoveryCodeCount,
  recoveryCodeLength,
} from "#app/domain/accounts/recovery-code.ts";
import type { Write } from "#app/platform/database/database.ts";
import { hashToken } from "#app/platform/secret-token.ts";

/** A fresh set in place of any earlier one. What it returns can be shown once: only hashes are kept (80 random bits each). */
export async function issueRecoveryCodes(trx: Write, personId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, newCode);
  await trx.deleteFrom("recovery_code").where("person_id", "=", personId).execute();
  await trx
    .insertInto("recovery_code")
    .values(codes.map((code) => ({ person_id: personId, code_hash: hashToken(code), used_at: null })))
    .execute();
  return codes.map(formatRecoveryCode);
}

const newCode = (): string =>
  Array.from({ length: recoveryCodeLength }, () =>
    recoveryAlphabet.charAt(randomInt(recoveryAlphabet.length)),
  ).join("");
