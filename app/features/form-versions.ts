import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { Read } from "#app/platform/database/database.ts";

// A version never changes once written, and everything compiled from it hangs on this one object.
const parsed = new Map<string, FormDefinition>();

/** The form an application was started with. */
export async function formOfVersion(db: Read, versionId: string): Promise<FormDefinition> {
  const known = parsed.get(versionId);
  if (known) return known;
  const row = await db
    .selectFrom("form_version")
    .select("definition")
    .where("id", "=", versionId)
    .executeTakeFirstOrThrow();
  const definition = JSON.parse(row.definition) as FormDefinition;
  parsed.set(versionId, definition);
  return definition;
}

/** Of several at once, in one statement at most. */
export async function formsOfVersions(
  db: Read,
  versionIds: readonly string[],
): Promise<Map<string, FormDefinition>> {
  const unknown = [...new Set(versionIds)].filter((id) => !parsed.has(id));
  if (unknown.length > 0) {
    const rows = await db
      .selectFrom("form_version")
      .select(["id", "definition"])
      .where("id", "in", unknown)
      .execute();
    for (const row of rows) parsed.set(row.id, JSON.parse(row.definition) as FormDefinition);
  }
  return new Map(versionIds.flatMap((id) => (parsed.has(id) ? [[id, parsed.get(id)!] as const] : [])));
}
