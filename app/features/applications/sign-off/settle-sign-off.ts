import type { Write } from "#app/platform/database/database.ts";

/** A submission is the answer to whatever was asked. */
export async function settleSignOff(
  trx: Write,
  { applicationId, personId, at }: { applicationId: string; personId: string; at: string },
): Promise<void> {
  await trx
    .updateTable("sign_off_request")
    .set({ state: "submitted", answered_by: personId, answered_at: at })
    .where("application_id", "=", applicationId)
    .where("state", "=", "open")
    .execute();
}
