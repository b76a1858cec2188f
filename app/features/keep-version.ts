import { createHash } from "node:crypto";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";

/** Who made a version of a form, and which one's texts it puts right. */
interface Made {
  by?: Actor;
  corrects?: string;
  reason?: string;
}

/** The id of the version with exactly this content, written now when there is none. */
export async function keepVersion(
  trx: Write,
  table: "form_version" | "rubric_version",
  code: string,
  definition: unknown,
  now: string,
  made: Made = {},
): Promise<string | null> {
  if (definition === undefined) return null;
  const json = canonicalJson(definition as never);
  const sha256 = createHash("sha256").update(json).digest("hex");
  const rows = await trx
    .selectFrom(table)
    .select(["id", "version", "sha256"])
    .where("code", "=", code)
    .execute();
  const same = rows.find((row) => row.sha256 === sha256);
  if (same) return same.id;
  const id = newId();
  const next = Math.max(0, ...rows.map((row) => row.version)) + 1;
  await trx
    .insertInto(table)
    .values({
      ...{ id, code, version: next, definition: json, sha256, created_at: now },
      ...(made.by?.kind === "person" && { created_by: made.by.personId }),
      ...(made.corrects !== undefined && { corrects: made.corrects, reason: made.reason ?? "" }),
    })
    .execute();
  return id;
}
