import { createHash } from "node:crypto";
import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import { rubricSchema } from "#app/domain/reviews/rubric.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import type { Database, Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";

/** The fund's programme as data: what db/programme holds. */
export interface Programme {
  year: number;
  /** By code; a call uses the form and the rubric of its own code. */
  forms: readonly { code: string; version: number }[];
  rubrics: readonly { code: string; version: number }[];
  calls: readonly {
    code: string;
    title: { zh: string; en: string };
    content: object;
    opensAt?: string | null;
    closesAt?: string | null;
  }[];
}

export interface InstalledProgramme {
  /** Versions that were not there before. */
  forms: string[];
  rubrics: string[];
  calls: string[];
}

export class ProgrammeFault extends Error {
  override name = "ProgrammeFault";
}

/**
 * Writes calls, forms and rubrics that are new or have changed; running it again changes nothing. A call that has
 * opened keeps the form and rubric it opened with, and its dates are the office's.
 */
export async function installProgramme(
  db: Database,
  programme: Programme,
  now: Date,
): Promise<InstalledProgramme> {
  const forms = programme.forms.map((form) => ({ ...readForm(form), code: form.code }));
  const rubrics = programme.rubrics.map((rubric) => ({ ...readRubric(rubric), code: rubric.code }));
  return await db.write(async (trx) => {
    const at = now.toISOString();
    const installed: InstalledProgramme = { forms: [], rubrics: [], calls: [] };
    const formIds = new Map<string, string>();
    for (const form of forms) {
      const { id, isNew } = await keepVersion(trx, "form_version", form, at);
      formIds.set(form.code, id);
      if (isNew) installed.forms.push(form.code);
    }
    const rubricIds = new Map<string, string>();
    for (const rubric of rubrics) {
      const { id, isNew } = await keepVersion(trx, "rubric_version", rubric, at);
      rubricIds.set(rubric.code, id);
      if (isNew) installed.rubrics.push(rubric.code);
    }
    for (const call of programme.calls) {
      const versions = { form: formIds.get(call.code) ?? null, rubric: rubricIds.get(call.code) ?? null };
      if (await keepCall(trx, programme.year, call, versions, at)) installed.calls.push(call.code);
    }
    return installed;
  });
}

interface Version {
  code: string;
  json: string;
  sha256: string;
  version: number;
}

function readForm(source: { code: string; version: number }): Omit<Version, "code"> {
  const checked = checkDefinition(source);
  if (!checked.ok) {
    const [first] = checked.problems;
    throw new ProgrammeFault(`Form ${source.code}: ${first?.place}: ${first?.problem}`);
  }
  return hashed(checked.definition as unknown as Json, source.version);
}

function readRubric(source: { code: string; version: number }): Omit<Version, "code"> {
  const parsed = rubricSchema.safeParse(source);
  if (!parsed.success) throw new ProgrammeFault(`Rubric ${source.code}: ${parsed.error.issues[0]?.message}`);
  return hashed(parsed.data as unknown as Json, source.version);
}

function hashed(content: Json, version: number): Omit<Version, "code"> {
  const json = canonicalJson(content);
  return { json, sha256: createHash("sha256").update(json).digest("hex"), version };
}

/** The row with this very content, or a new one under the next free version number. */
async function keepVersion(
  trx: Write,
  table: "form_version" | "rubric_version",
  { code, json, sha256, version }: Version,
  at: string,
): Promise<{ id: string; isNew: boolean }> {
  const standing = await trx
    .selectFrom(table)
    .select(["id", "version", "sha256"])
    .where("code", "=", code)
    .execute();
  const same = standing.find((row) => row.sha256 === sha256);
  if (same) return { id: same.id, isNew: false };
  const id = newId();
  const next = Math.max(version, ...standing.map((row) => row.version + 1));
  await trx
    .insertInto(table)
    .values({ id, code, version: next, definition: json, sha256, created_at: at })
    .execute();
  return { id, isNew: true };
}

/** True when the call was added or something of it changed. */
async function keepCall(
  trx: Write,
  year: number,
  call: Programme["calls"][number],
  versions: { form: string | null; rubric: string | null },
  at: string,
): Promise<boolean> {
  const standing = await trx
    .selectFrom("call")
    .selectAll()
    .where("code", "=", call.code)
    .where("year", "=", year)
    .executeTakeFirst();
  const said = {
    title_zh: call.title.zh,
    title_en: call.title.en,
    content: canonicalJson(call.content as Json),
  };
  if (!standing) {
    await trx
      .insertInto("call")
      .values({
        id: newId(),
        code: call.code,
        year,
        ...said,
        opens_at: call.opensAt ?? null,
        closes_at: call.closesAt ?? null,
        review_started_at: null,
        published_at: null,
        form_version_id: versions.form,
        rubric_version_id: versions.rubric,
        next_serial: 1,
        version: 1,
      })
      .execute();
    return true;
  }
  const opened = standing.opens_at !== null && standing.opens_at <= at;
  const wanted = {
    ...said,
    form_version_id: opened ? (standing.form_version_id ?? versions.form) : versions.form,
    rubric_version_id: opened ? (standing.rubric_version_id ?? versions.rubric) : versions.rubric,
  };
  const changed = Object.entries(wanted).some(
    ([column, value]) => standing[column as keyof typeof wanted] !== value,
  );
  if (!changed) return false;
  await trx
    .updateTable("call")
    .set({ ...wanted, version: standing.version + 1 })
    .where("id", "=", standing.id)
    .execute();
  return true;
}
