import type { Context } from "#app/features/context.ts";

export interface SecondFactorState {
  setUpAt: string | null;
  recoveryCodesLeft: number;
  /** Fund's people must have one. */
  required: boolean;
}

/** The signed-in (or half signed-in) person's own second factor. */
export async function findSecondFactor(ctx: Context): Promise<SecondFactorState | undefined> {
  if (ctx.actor.kind !== "person") return undefined;
  const row = await ctx.db.read
    .selectFrom("person")
    .select((eb) => [
      "totp_confirmed_at as setUpAt",
      eb
        .selectFrom("recovery_code")
        .select((count) => count.fn.countAll<number>().as("n"))
        .whereRef("recovery_code.person_id", "=", "person.id")
        .where("recovery_code.used_at", "is", null)
        .as("left"),
      eb
        .selectFrom("staff_role")
        .select((count) => count.fn.countAll<number>().as("n"))
        .whereRef("staff_role.person_id", "=", "person.id")
        .as("roles"),
    ])
    .where("person.id", "=", ctx.actor.personId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    setUpAt: row.setUpAt,
    recoveryCodesLeft: Number(row.left ?? 0),
    required: ctx.settings.secondFactorRequired && Number(row.roles ?? 0) > 0,
  };
}
