import type { Readable } from "node:stream";
import { companyRole, hasRole } from "#app/domain/accounts/actor.ts";
import { type ApplicationSubject, can } from "#app/domain/applications/policy.ts";
import { fileQuestion } from "#app/domain/applications/file-rules.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";

export interface FoundFile {
  id: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  open(range?: { start: number; end: number }): Promise<Readable>;
}

/**
 * A file of an application, for those who may read it: its company, whatever stands in the draft; the fund's staff
 * and reviewers whose declaration is signed, only what was submitted; restricted questions, only their readers.
 */
export async function findFile(ctx: Context, id: string): Promise<FoundFile | undefined> {
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const file = await visibleWithTests(ctx.db.read, ctx.actor)
    .innerJoin("file as f", "f.application_id", "application.id")
    .innerJoin("call", "call.id", "application.call_id")
    .leftJoin("assignment as a", (join) =>
      join.onRef("a.application_id", "=", "application.id").on("a.reviewer_id", "=", personId),
    )
    .select([
      "f.id",
      "f.storage_key as storageKey",
      "f.name",
      "f.mime",
      "f.size",
      "f.sha256",
      "f.question_key as questionKey",
      "f.removed_at as removedAt",
      "application.company_id as companyId",
      "application.state",
      "application.due_at as dueAt",
      "application.form_version_id as formVersionId",
      "call.closes_at as closesAt",
      "a.state as assignmentState",
      "a.declared_at as declaredAt",
    ])
    .select((eb) => [
      eb
        .selectFrom("submission_file as sf")
        .select((count) => count.fn.countAll<number>().as("n"))
        .whereRef("sf.file_id", "=", "f.id")
        .as("submissions"),
      eb
        .selectFrom("conflict as c")
        .select((count) => count.fn.countAll<number>().as("n"))
        .whereRef("c.application_id", "=", "application.id")
        .where("c.person_id", "=", personId)
        // A reviewer waits outside until somebody has judged.
        .where("c.state", "in", hasRole(ctx.actor, "reviewer") ? ["open", "confirmed"] : ["confirmed"])
        .as("conflicts"),
    ])
    .where("f.id", "=", id)
    .executeTakeFirst();
  if (!file) return undefined;
  const subject: ApplicationSubject = {
    companyId: file.companyId,
    state: file.state,
    closesAt: file.closesAt,
    dueAt: file.dueAt,
    conflicted: (file.conflicts ?? 0) > 0,
    assignment:
      file.assignmentState === null
        ? undefined
        : { state: file.assignmentState, declaredAt: file.declaredAt },
  };
  if (!can(ctx.actor, "read", subject, ctx.now)) return undefined;
  const submitted = (file.submissions ?? 0) > 0;
  const ownCompany = companyRole(ctx.actor, file.companyId) !== undefined;
  if (!submitted && (!ownCompany || file.removedAt !== null)) return undefined;
  const question = fileQuestion(await formOfVersion(ctx.db.read, file.formVersionId), file.questionKey);
  if (question?.restricted !== false && !can(ctx.actor, "read_restricted", subject, ctx.now))
    return undefined;
  const { name, mime, size, sha256, storageKey } = file;
  const open = async (range?: { start: number; end: number }) =>
    (await ctx.files.open(storageKey, range)).stream;
  return { id: file.id, name, mime, size, sha256, open };
}
