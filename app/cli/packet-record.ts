import { createHash } from "node:crypto";
import { reducedSnapshot } from "#app/domain/applications/packet/packet-answers.ts";
import type { PacketManifest } from "#app/domain/applications/packet/packet-manifest.ts";
import type { SubmissionSnapshot } from "#app/domain/applications/submission-snapshot.ts";
import { verifyChain } from "#app/features/audit/verify-chain.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import type { Database } from "#app/platform/database/database.ts";

interface RecordQuestion {
  submission: NonNullable<PacketManifest["submission"]>;
  /** The packet's answers, as its bytes say them. */
  answers: string;
}

/**
 * Whether the event record is whole and holds the hash for this number and version, and whether the packet's answers
 * are those that the database keeps under it, without the restricted ones where the packet leaves them out.
 */
export async function findInRecord(
  db: Database,
  question: RecordQuestion,
  log: (line: string) => void,
): Promise<boolean> {
  const verdict = await verifyChain(db);
  if (!verdict.ok) {
    log(`The event record is broken at event ${verdict.seq}; npm run portal -- audit verify tells more.`);
    return false;
  }
  const event = await eventOf(db, question);
  if (!event) {
    log("The event record is whole and holds no submission with this number, version and hash.");
    return false;
  }
  if (!(await isKept(db, event.submissionId, question))) {
    log(`The event record holds the hash (event ${event.seq}), but answers.json is not what was submitted.`);
    return false;
  }
  log(`The event record is whole and holds this hash: event ${event.seq} of ${verdict.count}.`);
  return true;
}

async function eventOf(db: Database, { submission }: RecordQuestion) {
  const { number, version, sha256 } = submission;
  const events = await db.read
    .selectFrom("event")
    .innerJoin("submission as s", "s.id", "event.subject_id")
    .select(["event.seq", "event.data", "s.id as submissionId"])
    .where("s.sha256", "=", sha256)
    .where("event.type", "in", ["application.submitted", "application.resubmitted"])
    .execute();
  return events.find(({ data }) => {
    const said = JSON.parse(data) as Record<string, unknown>;
    return said["number"] === number && said["version"] === version && said["sha256"] === sha256;
  });
}

async function isKept(
  db: Database,
  submissionId: string,
  { submission, answers }: RecordQuestion,
): Promise<boolean> {
  const { snapshot: json } = await db.read
    .selectFrom("submission")
    .select("snapshot")
    .where("id", "=", submissionId)
    .executeTakeFirstOrThrow();
  if (createHash("sha256").update(json).digest("hex") !== submission.sha256) return false;
  if (submission.isWhole) return answers === json;
  const snapshot = JSON.parse(json) as SubmissionSnapshot;
  return answers === reducedSnapshot(snapshot, await formOfVersion(db.read, snapshot.form.id));
}
