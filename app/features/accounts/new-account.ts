import type { PersonActor } from "#app/domain/accounts/actor.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import type { Context } from "#app/features/context.ts";
import { actingPerson } from "./acting-person.ts";

/** An account whose address a mailed link has proved; undefined when the address has one already. */
export async function newAccount(
  trx: Write,
  { now }: Pick<Context, "now">,
  person: { email: string; name: string; locale: "zh" | "en"; passwordHash: string },
): Promise<PersonActor | undefined> {
  const id = newId();
  const at = now.toISOString();
  const inserted = await trx
    .insertInto("person")
    .values({
      id,
      email: person.email,
      name: person.name,
      locale: person.locale,
      password_hash: person.passwordHash,
      email_verified_at: at,
      totp_secret: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      disabled_at: null,
      created_at: at,
      version: 1,
    })
    .onConflict((oc) => oc.column("email").doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n ? actingPerson({ id, ...person }) : undefined;
}
