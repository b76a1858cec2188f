import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import { keepVersion } from "#app/features/keep-version.ts";
import type { Write } from "#app/platform/database/database.ts";

type Made = NonNullable<Parameters<typeof keepVersion>[5]>;

/** The id of a draft's definition as an immutable version under its number. */
export const keepForm = async (
  trx: Write,
  { now }: Pick<Context, "now">,
  code: string,
  definition: FormDefinition,
  made: Made,
) => keepVersion(trx, "form_version", code, await numbered(trx, definition), now.toISOString(), made);

/** The draft remembers what it last became, and as which of its own versions. */
export async function markPublished(
  trx: Write,
  draft: { id: string; version: number },
  formId: string | null,
): Promise<void> {
  await trx
    .updateTable("form_draft")
    .set({ published_version: draft.version, published_form_id: formId })
    .where("id", "=", draft.id)
    .execute();
}

/** The same questions under the number of the version they stand in already, others under the next one. */
async function numbered(trx: Write, definition: FormDefinition): Promise<FormDefinition> {
  const rows = await trx
    .selectFrom("form_version")
    .select(["version", "definition"])
    .where("code", "=", definition.code)
    .orderBy("version")
    .execute();
  const same = rows
    .map((row) => JSON.parse(row.definition) as FormDefinition)
    .find((standing) => isSameForm(standing, definition));
  return same ?? { ...definition, version: Math.max(0, ...rows.map((row) => row.version)) + 1 };
}

const isSameForm = (a: FormDefinition, b: FormDefinition): boolean =>
  canonicalJson({ ...a, version: 0 } as unknown as Json) ===
  canonicalJson({ ...b, version: 0 } as unknown as Json);
