import type { FoundConflict } from "#app/domain/reviews/ties/find-conflicts.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";

/**
 * Puts to the office what it has not been asked yet. A fact that was judged stays judged; a new one is a new
 * question, also where an earlier one was dismissed. How many are new.
 */
export async function keepFoundConflicts(
  trx: Write,
  ctx: Pick<Context, "actor" | "now" | "requestId">,
  application: { id: string; companyId: string; callId: string },
  found: ReadonlyMap<string, readonly FoundConflict[]>,
): Promise<number> {
  const wanted = [...found].flatMap(([personId, conflicts]) =>
    conflicts.map((conflict) => ({ personId, ...conflict })),
  );
  if (wanted.length === 0) return 0;
  const known = await trx
    .selectFrom("conflict")
    .select(["person_id as personId", "fact"])
    .where("application_id", "=", application.id)
    .where("fact", "!=", "")
    .execute();
  const asked = new Set(known.map(({ personId, fact }) => `${personId} ${fact}`));
  const fresh = wanted.filter(({ personId, fact }) => !asked.has(`${personId} ${fact}`));
  for (const { personId, kind, fact, path } of fresh) {
    const id = newId();
    const inserted = await trx
      .insertInto("conflict")
      .values({
        ...{ id, application_id: application.id, person_id: personId, source: "detected", kind, fact },
        ...{ note: "", path: JSON.stringify(path), state: "open" },
        ...{ created_at: ctx.now.toISOString(), created_by: null },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) continue;
    await recordEvent(trx, ctx, {
      type: "conflict.found",
      subject: { kind: "conflict", id },
      ...{ applicationId: application.id, companyId: application.companyId, callId: application.callId },
      data: { personId, kind },
    });
  }
  return fresh.length;
}
