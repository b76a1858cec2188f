import { sql } from "kysely";
import type { EarlierDelivery, FieldVersion } from "#app/domain/applications/draft/draft-operation.ts";
import type { WantedHistory } from "#app/domain/applications/draft/wanted-history.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Write } from "#app/platform/database/database.ts";

/** Which of these operations came before, as one column of a larger query. */
export const seenColumn = (trx: Write, ids: readonly string[]) =>
  trx
    .selectFrom("answer_change as c")
    .select(
      sql<
        string | null
      >`string_agg(c.op_id || ':' || c.field_version || ':' || c.refused || ':' || (case when c.typed is null then 0 else 1 end), ',')`.as(
        "seen",
      ),
    )
    .where("c.op_id", "in", ids.length > 0 ? ids : [""])
    .as("seen");

/** What earlier deliveries came to. Texts that were merged are read only when there are any. */
export async function earlierDeliveries(
  trx: Write,
  list: string | null,
): Promise<Map<string, EarlierDelivery>> {
  const seen = new Map<string, EarlierDelivery>();
  const merged: string[] = [];
  for (const entry of (list ?? "").split(",").filter(Boolean)) {
    const [opId = "", version, refused, typed] = entry.split(":");
    seen.set(opId, { version: Number(version), ...(refused === "1" ? { refused: true } : {}) });
    if (refused === "0" && typed === "1") merged.push(opId);
  }
  if (merged.length === 0) return seen;
  const rows = await trx
    .selectFrom("answer_change")
    .select(["op_id", "after"])
    .where("op_id", "in", merged)
    .execute();
  for (const { op_id, after } of rows) {
    const delivery = seen.get(op_id);
    if (delivery && after !== null) delivery.merged = JSON.parse(after) as RawValue;
  }
  return seen;
}

/** The versions that operations were typed upon, and what their own pages wrote since. */
export async function readHistory(
  trx: Write,
  applicationId: string,
  wanted: readonly WantedHistory[],
): Promise<Map<string, FieldVersion[]>> {
  const history = new Map<string, FieldVersion[]>();
  for (let from = 0; from < wanted.length; from += wantedPerStatement) {
    const part = wanted.slice(from, from + wantedPerStatement);
    for (const { path, ...version } of await readVersions(trx, applicationId, part))
      history.set(path, [...(history.get(path) ?? []), version]);
  }
  return history;
}

// A database nests conditions only so deep, and an import of a long table may ask for more.
const wantedPerStatement = 200;

async function readVersions(
  trx: Write,
  applicationId: string,
  wanted: readonly WantedHistory[],
): Promise<(FieldVersion & { path: string })[]> {
  const rows = await trx
    .selectFrom("answer_change")
    .select(["op_id", "path", "field_version", "after", "typed", "refused"])
    .where("application_id", "=", applicationId)
    .where((eb) =>
      eb.or(
        wanted.map(({ path, version, page }) =>
          eb.and([
            eb("path", "=", path),
            eb("field_version", ">=", version),
            eb.or([
              eb("field_version", "=", version),
              // Ids are letters, digits and hyphens: nothing in them stands for anything else.
              ...(page === undefined ? [] : [eb("op_id", "like", `${page}.%`)]),
            ]),
          ]),
        ),
      ),
    )
    .execute();
  return rows.map((row) => ({
    path: row.path,
    opId: row.op_id,
    version: row.field_version,
    after: readValue(row.after),
    typed: readValue(row.typed),
    refused: row.refused === 1,
  }));
}

const readValue = (json: string | null): RawValue | null =>
  json === null ? null : (JSON.parse(json) as RawValue);
