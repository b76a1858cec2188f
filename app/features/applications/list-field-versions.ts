import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Context } from "#app/features/context.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";

/** What fields of a draft held at earlier versions, by path. */
export async function listFieldVersions(
  ctx: Context,
  applicationId: string,
  wanted: readonly { path: string; version: number }[],
): Promise<Map<string, RawValue>> {
  if (wanted.length === 0) return new Map();
  const rows = await visibleWithTests(ctx.db.read, ctx.actor)
    .innerJoin("answer_change as c", "c.application_id", "application.id")
    .select(["c.path", "c.field_version as version", "c.after"])
    .where("application.id", "=", applicationId)
    .where("c.refused", "=", 0)
    .where(
      "c.path",
      "in",
      wanted.map((field) => field.path),
    )
    .orderBy("c.at")
    .execute();
  const versions = new Map(wanted.map((field) => [field.path, field.version]));
  const values = new Map<string, RawValue>();
  for (const row of rows)
    if (versions.get(row.path) === row.version && row.after !== null)
      values.set(row.path, JSON.parse(row.after) as RawValue);
  return values;
}
