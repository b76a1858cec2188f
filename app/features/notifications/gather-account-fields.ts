import type { MailFields } from "#emails/mail-fields.ts";
import type { Read } from "#app/platform/database/database.ts";
import type { EventFact } from "./event-fact.ts";
import type { Gatherers } from "./gatherer.ts";

type AccountMail =
  "password-changed" | "second-factor-changed" | "company-uscc-confirmed" | "company-uscc-refused";

export const accountGatherers: Gatherers<AccountMail> = {
  "password-changed": async (_db, { at }) => ({ at }),
  "second-factor-changed": async (_db, { at, type }) => {
    const change = secondFactorChanges[type];
    return change ? { at, change } : null;
  },
  "company-uscc-confirmed": (db, event) => companyFields(db, event),
  "company-uscc-refused": (db, event) => companyFields(db, event),
};

const secondFactorChanges: Readonly<Record<string, MailFields["second-factor-changed"]["change"]>> = {
  "person.second_factor_set_up": "added",
  "person.second_factor_removed": "removed",
  "person.recovery_codes_renewed": "recovery_codes_renewed",
  "person.recovery_code_used": "recovery_code_used",
};

async function companyFields(db: Read, { companyId }: EventFact) {
  const row = await db
    .selectFrom("company")
    .select(["name_zh", "name_en", "uscc", "uscc_note"])
    .where("id", "=", companyId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    companyId,
    company: { zh: row.name_zh, en: row.name_en },
    uscc: row.uscc,
    reason: row.uscc_note,
  };
}
