import { applyOperations } from "#app/domain/applications/draft/apply-operations.ts";
import type {
  AnswerChange,
  DraftOperation,
  OperationOutcome,
} from "#app/domain/applications/draft/draft-operation.ts";
import type { DraftSection } from "#app/domain/applications/draft/draft-section.ts";
import { wantedHistory } from "#app/domain/applications/draft/wanted-history.ts";
import { isOpenForChange } from "#app/domain/applications/correction.ts";
import { isCopied } from "#app/domain/applications/copied-answers.ts";
import { can } from "#app/domain/applications/policy.ts";
import type { Present } from "#app/domain/applications/presence.ts";
import { steeringKeys } from "#app/domain/applications/steering-keys.ts";
import { admitsOperation, isRunningText, sectionOfPath } from "#app/domain/forms/admit-operation.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { isBlank, type RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { refreshAnsweredFlags } from "#app/features/refresh-answered-flags.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";
import type { Write } from "#app/platform/database/database.ts";
import { earlierDeliveries, readHistory, seenColumn } from "./earlier-changes.ts";
import { listCorrectionItems } from "./list-correction-items.ts";
import { presentColumn, readPresent } from "./list-present.ts";
import { refreshApplication } from "./refresh-application.ts";

interface SaveAnswers {
  applicationId: string;
  sectionKey: string;
  operations: readonly DraftOperation[];
}

export type SavedAnswers =
  /** `present`: who of the company has which section open. */
  | { ok: true; savedAt: string; outcomes: OperationOutcome[]; present: Present[] }
  | { ok: false; reason: "not_found" | "not_editable" | "not_in_form" | "not_flagged" | "busy" };

/** How often a section may be found changed between our reading and our writing before we give up. */
const attempts = 12;

/**
 * Changes a draft field by field: each operation once, each against the version its writer saw, all in one
 * transaction. What somebody else changed first stays and comes back as a conflict, with their text.
 */
export async function saveAnswers(ctx: Context, input: SaveAnswers): Promise<SavedAnswers> {
  return await ctx.db.write((trx) => saveAnswersIn(trx, ctx, input));
}

/** The same as a part of a larger change. */
export async function saveAnswersIn(trx: Write, ctx: Context, input: SaveAnswers): Promise<SavedAnswers> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const result = await tryToSave(trx, ctx, input, attempt > 0);
    if (result) return result;
  }
  return { ok: false, reason: "busy" };
}

/** Undefined when somebody else wrote the section between our reading and our writing. */
async function tryToSave(
  trx: Write,
  ctx: Context,
  { applicationId, sectionKey, operations }: SaveAnswers,
  inTurn: boolean,
): Promise<SavedAnswers | undefined> {
  if (inTurn) await waitForTurn(trx, applicationId, sectionKey);
  const row = await readSection(trx, ctx, applicationId, sectionKey, operations);
  if (!row) return { ok: false, reason: "not_found" };
  if (!can(ctx.actor, "edit", row, ctx.now)) return { ok: false, reason: "not_editable" };
  const definition = await formOfVersion(trx, row.formVersionId);
  if (!operations.every((operation) => belongs(definition, sectionKey, operation)))
    return { ok: false, reason: "not_in_form" };
  const flags =
    row.state === "supplement_required"
      ? await listCorrectionItems(trx, applicationId, row.correctionRound)
      : undefined;
  if (!operations.every((operation) => isOpenForChange(flags, sectionKey, placeOf(operation))))
    return { ok: false, reason: "not_flagged" };

  const by = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
  const at = ctx.now.toISOString();
  const before = row.answers === null ? {} : (JSON.parse(row.answers) as DraftSection);
  const applied = applyOperations(before, operations, {
    by,
    at,
    seen: await earlierDeliveries(trx, row.seen),
    history: await readHistory(trx, applicationId, wantedHistory(before, operations)),
    fixedTables: fixedTables(definition),
    isText: (path) => isRunningText(definition, path),
  });
  if (applied.changes.length > 0 || applied.refusals.length > 0) {
    const stamp = { applicationId, sectionKey, at, by };
    if (!(await writeSection(trx, stamp, row.sectionVersion, applied.section))) return undefined;
    await writeHistory(trx, stamp, [...applied.changes, ...applied.refusals]);
    if (flags && applied.changes.length > 0) await refreshAnsweredFlags(trx, ctx, applicationId);
    if (touchesTotals(definition, applied.changes))
      await refreshApplication(trx, ctx, applicationId, definition);
  }
  return { ok: true, savedAt: at, outcomes: applied.outcomes, present: readPresent(row.present) };
}

/** One statement: the application, the section and which of these operations came before. */
async function readSection(
  trx: Write,
  ctx: Context,
  applicationId: string,
  sectionKey: string,
  operations: readonly DraftOperation[],
) {
  const ids = operations.map((operation) => operation.opId);
  return await visibleWithTests(trx, ctx.actor)
    .innerJoin("call", "call.id", "application.call_id")
    .leftJoin("draft_section as s", (join) =>
      join.onRef("s.application_id", "=", "application.id").on("s.section_key", "=", sectionKey),
    )
    .select([
      "application.company_id as companyId",
      "application.state as state",
      "application.due_at as dueAt",
      "application.form_version_id as formVersionId",
      "application.correction_round as correctionRound",
      "call.closes_at as closesAt",
      "s.answers as answers",
      "s.version as sectionVersion",
    ])
    .select([seenColumn(trx, ids), presentColumn(trx, applicationId, ctx.now)])
    .where("application.id", "=", applicationId)
    .executeTakeFirst();
}

/** After losing a race once, PostgreSQL queues us behind the others instead of racing again. */
async function waitForTurn(trx: Write, applicationId: string, sectionKey: string): Promise<void> {
  await trx
    .updateTable("draft_section")
    .set((eb) => ({ version: eb.ref("version") }))
    .where("application_id", "=", applicationId)
    .where("section_key", "=", sectionKey)
    .execute();
}

/** Compare and set in one statement. False: the section has moved on since it was read. */
async function writeSection(
  trx: Write,
  {
    applicationId,
    sectionKey,
    at,
    by,
  }: { applicationId: string; sectionKey: string; at: string; by: string },
  version: number | null,
  section: DraftSection,
): Promise<boolean> {
  const values = { answers: JSON.stringify(section), updated_at: at, updated_by: by };
  if (version === null) {
    const result = await trx
      .insertInto("draft_section")
      .values({ application_id: applicationId, section_key: sectionKey, version: 1, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return Number(result.numInsertedOrUpdatedRows) === 1;
  }
  const result = await trx
    .updateTable("draft_section")
    .set({ ...values, version: version + 1 })
    .where("application_id", "=", applicationId)
    .where("section_key", "=", sectionKey)
    .where("version", "=", version)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

async function writeHistory(
  trx: Write,
  {
    applicationId,
    sectionKey,
    at,
    by,
  }: { applicationId: string; sectionKey: string; at: string; by: string },
  changes: readonly AnswerChange[],
): Promise<void> {
  // A database takes so many parameters in one statement, and an import of a long table has more.
  for (let from = 0; from < changes.length; from += historyRowsPerStatement)
    await trx
      .insertInto("answer_change")
      .values(
        changes.slice(from, from + historyRowsPerStatement).map((change) => ({
          op_id: change.opId,
          application_id: applicationId,
          section_key: sectionKey,
          path: change.path,
          before: change.before === null ? null : JSON.stringify(change.before),
          after: change.after === null ? null : JSON.stringify(change.after),
          field_version: change.version,
          typed: change.typed === undefined ? null : JSON.stringify(change.typed),
          refused: change.refused ? 1 : 0,
          person_id: by,
          at,
        })),
      )
      .execute();
}

const historyRowsPerStatement = 500;

const belongs = (definition: FormDefinition, sectionKey: string, operation: DraftOperation): boolean =>
  admitsOperation(definition, operation) &&
  sectionOfPath(definition, placeOf(operation).split("/")[0] ?? "") === sectionKey;

function placeOf(operation: DraftOperation): string {
  if (operation.kind === "set") return operation.path;
  return operation.kind === "order_rows" ? operation.table : `${operation.table}/${operation.rowId}`;
}

const fixedTablesOf = new WeakMap<FormDefinition, ReadonlySet<string>>();

function fixedTables(definition: FormDefinition): ReadonlySet<string> {
  const known = fixedTablesOf.get(definition);
  if (known) return known;
  const questions = [...compileForm(definition).questionByKey.values()];
  const tables = new Set(
    questions.filter((question) => question.fixedRows).map((question) => question.field.key),
  );
  fixedTablesOf.set(definition, tables);
  return tables;
}

/** Typing on in a text that was begun moves no total; most autosaves are that. */
function touchesTotals(definition: FormDefinition, changes: readonly AnswerChange[]): boolean {
  const steering = steeringKeys(definition);
  return changes.some(({ path, before, after }) => {
    const [key = "", rowId, column] = path.split("/");
    if (rowId !== undefined && column === undefined) return true;
    return steering.has(key) || isCopied(definition, key) || isEmpty(before) !== isEmpty(after);
  });
}

const isEmpty = (value: unknown): boolean => isBlank((value ?? undefined) as RawValue | undefined);
