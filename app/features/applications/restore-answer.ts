import { companyRole } from "#app/domain/accounts/actor.ts";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import { isField } from "#app/domain/applications/draft/sittings.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Context } from "#app/features/context.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";
import { newId } from "#app/platform/new-id.ts";
import { saveAnswers, type SavedAnswers } from "./save-answers.ts";

interface RestoreAnswer {
  applicationId: string;
  sectionKey: string;
  /** A version of a field (0: as it was before anybody typed), or a change that removed a row or was refused. */
  wanted: { path: string; version: number } | { opId: string };
  /** Version of the field that the person saw standing. */
  seen: number;
}

/** Brings back what a field held, or a row that was removed: a change like any other, in the history itself. */
export async function restoreAnswer(
  ctx: Context,
  { applicationId, sectionKey, wanted, seen }: RestoreAnswer,
): Promise<SavedAnswers> {
  const operations =
    "path" in wanted && wanted.version === 0
      ? [set(wanted.path, "", seen)]
      : await operationsOf(ctx, applicationId, sectionKey, wanted, seen);
  if (operations.length === 0) return { ok: false, reason: "not_found" };
  return await saveAnswers(ctx, { applicationId, sectionKey, operations });
}

async function operationsOf(
  ctx: Context,
  applicationId: string,
  sectionKey: string,
  wanted: RestoreAnswer["wanted"],
  seen: number,
): Promise<DraftOperation[]> {
  const row = await visibleWithTests(ctx.db.read, ctx.actor)
    .innerJoin("answer_change as c", "c.application_id", "application.id")
    .select(["application.company_id", "c.path", "c.before", "c.after", "c.typed", "c.refused"])
    .where("application.id", "=", applicationId)
    .where("c.section_key", "=", sectionKey)
    .$call((query) =>
      "opId" in wanted
        ? query.where("c.op_id", "=", wanted.opId)
        : query
            .where("c.path", "=", wanted.path)
            .where("c.field_version", "=", wanted.version)
            .where("c.refused", "=", 0),
    )
    .executeTakeFirst();
  if (!row || !companyRole(ctx.actor, row.company_id)) return [];
  if (!isField(row.path)) return row.before === null ? [] : rowBack(row.path, row.before);
  const kept = "opId" in wanted && row.refused === 1 ? row.typed : row.after;
  return kept === null ? [] : [set(row.path, JSON.parse(kept) as RawValue, seen)];
}

function rowBack(path: string, before: string): DraftOperation[] {
  const cells = JSON.parse(before) as Record<string, RawValue> | string[];
  const [table = "", rowId = ""] = path.split("/");
  if (Array.isArray(cells) || rowId === "") return [];
  return [
    { kind: "add_row", table, rowId, opId: newId(), baseVersion: 0 },
    ...Object.entries(cells).map(([column, value]) => set(`${path}/${column}`, value, 0)),
  ];
}

const set = (path: string, value: RawValue, baseVersion: number): DraftOperation => ({
  ...{ kind: "set", path, value, baseVersion, opId: newId() },
});
