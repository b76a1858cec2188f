import { createHash } from "node:crypto";
import { isRestricted } from "#app/domain/applications/packet/packet-answers.ts";
import type { SubmissionSnapshot } from "#app/domain/applications/submission-snapshot.ts";
import { type ReviewRecord, reviewRecordJson } from "#app/domain/reviews/review-record.ts";
import type { Json } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { rawSheetOf } from "#app/features/refresh-score-summary.ts";
import type { Write } from "#app/platform/database/database.ts";

interface Kept {
  revision: number;
  sha256: string;
}

/** Writes down what the author of a sheet could see when it came in; in the transaction in which it does. */
export async function keepReviewRecord(
  trx: Write,
  { now }: Pick<Context, "now">,
  reviewId: string,
): Promise<Kept> {
  const row = await findReview(trx, reviewId);
  const earlier = await trx
    .selectFrom("review_record")
    .select((eb) => eb.fn.max("revision").as("last"))
    .where("review_id", "=", reviewId)
    .executeTakeFirst();
  const revision = Number(earlier?.last ?? 0) + 1;
  const about = { applicationId: row.applicationId, reviewerId: row.reviewerId };
  const submissions = await findSubmissions(trx, row.applicationId, row.submissionVersion);
  const record: ReviewRecord = {
    format: 1,
    review: {
      ...{ id: reviewId, revision, submittedAt: now.toISOString() },
      ...{ totalX100: row.totalX100 ?? 0, advice: row.advice ?? "", inScope: row.inScope === 1 },
      sheet: typedTexts(row.sheet),
    },
    assignment: {
      ...{ id: row.assignmentId, reviewerId: row.reviewerId, assignedAt: row.assignedAt },
      ...{ dueAt: row.dueAt, declaredAt: row.declaredAt },
      declaration: row.declaration === null ? null : (JSON.parse(row.declaration) as Json),
    },
    application: { id: row.applicationId, number: row.number ?? "" },
    submissions,
    ...(await findForm(trx, row)),
    rubric: { id: row.rubricId, version: row.rubricVersion, sha256: row.rubricSha256 },
    conflicts: await findConflicts(trx, about),
    messages: await findMessages(trx, about),
    otherSheets: [],
  };
  const content = reviewRecordJson(record);
  const sha256 = createHash("sha256").update(content).digest("hex");
  await trx
    .insertInto("review_record")
    .values({ review_id: reviewId, revision, content, sha256, recorded_at: now.toISOString() })
    .execute();
  return { revision, sha256 };
}

const findReview = (trx: Write, reviewId: string) =>
  trx
    .selectFrom("review as r")
    .innerJoin("assignment as g", "g.id", "r.assignment_id")
    .innerJoin("application as a", "a.id", "g.application_id")
    .innerJoin("submission as s", "s.id", "r.submission_id")
    .innerJoin("rubric_version as v", "v.id", "r.rubric_version_id")
    .select([
      "r.sheet",
      "r.total_x100 as totalX100",
      "r.advice",
      "r.in_scope as inScope",
      "g.id as assignmentId",
      "g.reviewer_id as reviewerId",
      "g.assigned_at as assignedAt",
      "g.due_at as dueAt",
      "g.declared_at as declaredAt",
      "g.declaration",
      "a.id as applicationId",
      "a.number",
      "a.form_version_id as formVersionId",
      "s.version as submissionVersion",
      "s.snapshot",
      "v.id as rubricId",
      "v.version as rubricVersion",
      "v.sha256 as rubricSha256",
    ])
    .where("r.id", "=", reviewId)
    .executeTakeFirstOrThrow();

const typedTexts = (sheet: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rawSheetOf(sheet)).flatMap(([path, text]) => (text ? [[path, text] as const] : [])),
  );

const findSubmissions = (trx: Write, applicationId: string, upTo: number) =>
  trx
    .selectFrom("submission")
    .select(["id", "version", "sha256", "submitted_at as submittedAt"])
    .where("application_id", "=", applicationId)
    .where("version", "<=", upTo)
    .orderBy("version")
    .execute();

async function findForm(
  trx: Write,
  { snapshot, formVersionId }: Awaited<ReturnType<typeof findReview>>,
): Promise<Pick<ReviewRecord, "form" | "files">> {
  const { form, files } = JSON.parse(snapshot) as Partial<SubmissionSnapshot>;
  const formId = form?.id ?? formVersionId;
  const version = await trx
    .selectFrom("form_version")
    .select(["id", "version", "sha256"])
    .where("id", "=", formId)
    .executeTakeFirstOrThrow();
  const attached = Object.entries(files ?? {});
  if (attached.length === 0) return { form: version, files: [] };
  const definition = await formOfVersion(trx, formId);
  return {
    form: version,
    files: attached
      .filter(([question]) => !isRestricted(definition, question))
      .flatMap(([question, each]) =>
        each.map(({ id, name, size, sha256 }) => ({ id, question, name, size, sha256 })),
      ),
  };
}

interface About {
  applicationId: string;
  reviewerId: string;
}

const findConflicts = (trx: Write, { applicationId, reviewerId }: About) =>
  trx
    .selectFrom("conflict")
    .select(["id", "source", "kind", "state", "created_at as createdAt"])
    .where("application_id", "=", applicationId)
    .where("person_id", "=", reviewerId)
    .orderBy("id")
    .execute();

/** Those that have left, in the order in which they were put together. */
const findMessages = (trx: Write, { applicationId, reviewerId }: About) =>
  trx
    .selectFrom("mail_delivery as m")
    .innerJoin("event as e", "e.id", "m.event_id")
    .select(["m.id", "m.template", "m.created_at as at"])
    .where("m.recipient_id", "=", reviewerId)
    .where("e.application_id", "=", applicationId)
    .where("m.state", "!=", "cancelled")
    .orderBy("m.created_at")
    .orderBy("m.id")
    .execute();
