import type { PersonActor } from "#app/domain/accounts/actor.ts";
import type { Read, Write } from "#app/platform/database/database.ts";

/** Invited to try this call, and accepted. */
export const isTester = async (db: Read | Write, { personId }: PersonActor, callId: string) =>
  (await db
    .selectFrom("call_tester")
    .select("id")
    .where("call_id", "=", callId)
    .where("person_id", "=", personId)
    .executeTakeFirst()) !== undefined;
