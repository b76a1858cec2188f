import { companyRole } from "#app/domain/accounts/actor.ts";
import { can } from "#app/domain/applications/policy.ts";
import { presentSince } from "#app/domain/applications/presence.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";

interface NotePresence {
  applicationId: string;
  sectionKey: string;
  /** The page goes away. */
  leaving: boolean;
}

export type NotedPresence =
  { ok: true } | { ok: false; reason: "not_found" | "not_editable" | "not_in_form" };

/** Says that the actor has a section open: one row a person and application, forgotten when it is stale. */
export async function notePresence(ctx: Context, input: NotePresence): Promise<NotedPresence> {
  const { applicationId, sectionKey, leaving } = input;
  return await ctx.db.write(async (trx) => {
    const row = await visibleWithTests(trx, ctx.actor)
      .innerJoin("call", "call.id", "application.call_id")
      .select([
        "application.company_id as companyId",
        "application.state as state",
        "application.due_at as dueAt",
        "application.form_version_id as formVersionId",
        "call.closes_at as closesAt",
      ])
      .where("application.id", "=", applicationId)
      .executeTakeFirst();
    if (!row || ctx.actor.kind !== "person" || !companyRole(ctx.actor, row.companyId))
      return { ok: false, reason: "not_found" };
    if (!can(ctx.actor, "edit", row, ctx.now)) return { ok: false, reason: "not_editable" };
    const definition = await formOfVersion(trx, row.formVersionId);
    if (!compileForm(definition).sectionByKey.has(sectionKey)) return { ok: false, reason: "not_in_form" };
    const { personId } = ctx.actor;
    const now = ctx.now.toISOString();
    if (leaving) {
      await trx
        .deleteFrom("section_presence")
        .where("application_id", "=", applicationId)
        .where("person_id", "=", personId)
        .where("section_key", "=", sectionKey)
        .execute();
      return { ok: true };
    }
    await trx
      .insertInto("section_presence")
      .values({
        ...{ application_id: applicationId, person_id: personId, section_key: sectionKey },
        ...{ since: now, seen_at: now },
      })
      .onConflict((conflict) =>
        conflict.columns(["application_id", "person_id"]).doUpdateSet((eb) => ({
          section_key: sectionKey,
          seen_at: now,
          since: eb
            .case()
            .when(
              eb.and([
                eb("section_presence.section_key", "=", sectionKey),
                eb("section_presence.seen_at", ">", presentSince(ctx.now)),
              ]),
            )
            .then(eb.ref("section_presence.since"))
            .else(now)
            .end(),
        })),
      )
      .execute();
    return { ok: true };
  });
}
