import type { Move } from "#emails/mail-fields.ts";
import type { CorrectionItem } from "#app/domain/applications/formal-check.ts";
import { placeName } from "#app/domain/notifications/place-name.ts";
import { daysLeft, isBefore } from "#app/domain/shared/beijing-time.ts";
import type { Localised } from "#app/domain/shared/localised.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import type { Read } from "#app/platform/database/database.ts";
import { applicationFacts, type ApplicationFacts, flagsOf } from "./application-fields.ts";
import { type EventFact, textOf } from "./event-fact.ts";
import type { Gatherers } from "./gatherer.ts";

type ApplicationMail =
  | "application-submitted"
  | "application-withdrawn"
  | "sign-off-requested"
  | "sign-off-declined"
  | "formal-check-accepted"
  | "formal-check-not-accepted"
  | "correction-requested"
  | "correction-due-soon"
  | "correction-extended"
  | "correction-lapsed"
  | "application-moved"
  | "call-extended"
  | "closing-soon";

/** Facts of the company's own mails. */
export const applicationGatherers: Gatherers<ApplicationMail> = {
  "application-submitted": submitted,
  "application-withdrawn": withdrawn,
  "sign-off-requested": about(async (db, event, { application, closesAt, dueAt, answered, required }) => {
    const request = await signOffRequest(db, event);
    const missing = Math.max(0, required - answered);
    return (
      request && {
        ...{ application, requestId: request.id, by: request.asker, note: request.note },
        ...{ missing, until: dueAt ?? closesAt, isCorrection: dueAt !== null },
      }
    );
  }),
  "sign-off-declined": about(async (db, event, { application }) => {
    const request = await signOffRequest(db, event);
    return request && { application, by: request.answerer ?? "", reason: request.reason };
  }),
  "formal-check-accepted": about(async (_db, { at }, { application }) => ({ application, at })),
  "formal-check-not-accepted": about(async (db, event, { application }) => {
    const check = await db
      .selectFrom("formal_check")
      .select(["reason_code", "reason_text"])
      .where("id", "=", event.subjectId)
      .executeTakeFirst();
    return check && { application, reasonCode: check.reason_code ?? "", reasonText: check.reason_text };
  }),
  "correction-requested": about(correction),
  "correction-due-soon": about(async (db, event, { application }) => {
    const round = roundOf(event);
    const days = Number(event.data["days"] ?? 0);
    return {
      application,
      round,
      dueAt: textOf(event, "dueAt"),
      days,
      ...(await flagsOf(db, application.id, round)),
    };
  }),
  "correction-extended": about(async (_db, event, { application }) => ({
    application,
    round: roundOf(event),
    dueBefore: textOf(event, "from"),
    dueAt: textOf(event, "to"),
    reason: textOf(event, "reason"),
  })),
  "correction-lapsed": about(async (_db, event, { application }) => ({
    application,
    round: roundOf(event),
    dueAt: textOf(event, "dueAt"),
  })),
  "application-moved": about(async (_db, event, { application }) => {
    const move = moveOf(event);
    return move && { application, move, reason: textOf(event, "reason") };
  }),
  "call-extended": extended,
  "closing-soon": about(async (_db, event, { application, state, closesAt, answered, required }) => {
    if (state !== "draft" || closesAt === null || !isBefore(event.at, closesAt)) return null;
    const missing = Math.max(0, required - answered);
    return { application, closesAt, days: daysLeft(event.at, closesAt), missing };
  }),
};

function about<F>(
  gather: (db: Read, event: EventFact, facts: ApplicationFacts) => Promise<F | null | undefined>,
) {
  return async (db: Read, event: EventFact): Promise<F | null> => {
    const facts = await applicationFacts(db, event.applicationId);
    return facts && ((await gather(db, event, facts)) ?? null);
  };
}

async function submitted(db: Read, event: EventFact) {
  const facts = await applicationFacts(db, event.applicationId);
  const submission = await db
    .selectFrom("submission")
    .select(["version", "sha256", "submitted_at", "signed_name"])
    .where("id", "=", event.subjectId)
    .executeTakeFirst();
  if (!facts || !submission) return null;
  const isCorrection = event.type === "application.resubmitted";
  const mayChange = !isCorrection && facts.closesAt !== null && isBefore(event.at, facts.closesAt);
  return {
    application: facts.application,
    version: submission.version,
    sha256: submission.sha256,
    submittedAt: submission.submitted_at,
    signedName: submission.signed_name,
    closesAt: mayChange ? facts.closesAt : null,
    isCorrection,
  };
}

async function withdrawn(db: Read, event: EventFact) {
  const facts = await applicationFacts(db, event.applicationId);
  if (!facts) return null;
  const person = await db
    .selectFrom("person")
    .select("name")
    .where("id", "=", event.actorId ?? "")
    .executeTakeFirst();
  const { application, closesAt } = facts;
  const mayApplyAgain = closesAt !== null && isBefore(event.at, closesAt);
  return { application, at: event.at, by: person?.name ?? "", closesAt: mayApplyAgain ? closesAt : null };
}

const signOffRequest = (db: Read, event: EventFact) =>
  db
    .selectFrom("sign_off_request as s")
    .innerJoin("person as p", "p.id", "s.asked_by")
    .leftJoin("person as o", "o.id", "s.answered_by")
    .select(["s.id", "s.note", "s.reason", "p.name as asker", "o.name as answerer"])
    .where("s.id", "=", textOf(event, "requestId"))
    .executeTakeFirst();

async function correction(db: Read, event: EventFact, facts: ApplicationFacts) {
  const round = roundOf(event);
  const items = await db
    .selectFrom("correction_item")
    .select(["section_key as sectionKey", "question_key as questionKey", "file_id as fileId"])
    .select(["reason", "wanted"])
    .where("application_id", "=", facts.application.id)
    .where("round", "=", round)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return correctionFields(db, facts, { items, round, dueAt: textOf(event, "dueAt") });
}

/** What the notice of a correction says; for its preview as well, before anything is on record. */
export async function correctionFields(
  db: Read,
  { application, formVersionId }: ApplicationFacts,
  { items, round, dueAt }: { items: readonly CorrectionItem[]; round: number; dueAt: string },
) {
  const definition = await formOfVersion(db, formVersionId);
  const rows = await rowOrders(db, application.id, [...new Set(items.map((item) => item.sectionKey))]);
  const names = await fileNames(
    db,
    items.flatMap(({ fileId }) => (fileId ? [fileId] : [])),
  );
  return {
    application,
    round,
    dueAt,
    items: items.map(({ sectionKey, questionKey, fileId, reason, wanted }) => ({
      where: withFile(placeName(definition, sectionKey, questionKey, rows), names.get(fileId ?? "")),
      reason,
      wanted,
    })),
  };
}

const withFile = (place: Localised, name: string | undefined): Localised =>
  name === undefined ? place : { zh: `${place.zh}（文件“${name}”）`, en: `${place.en} (file “${name}”)` };

async function fileNames(db: Read, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const files = await db.selectFrom("file").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(files.map(({ id, name }) => [id, name]));
}

/** The order of a table's rows, so that a defect can name the seventh as the seventh. */
async function rowOrders(db: Read, applicationId: string, sections: string[]) {
  const drafts =
    sections.length === 0
      ? []
      : await db
          .selectFrom("draft_section")
          .select("answers")
          .where("application_id", "=", applicationId)
          .where("section_key", "in", sections)
          .execute();
  const parsed = drafts.map(({ answers }) => JSON.parse(answers) as Record<string, { v?: unknown }>);
  return (table: string): readonly string[] => {
    const order = parsed.map((fields) => fields[table]?.v).find(Array.isArray);
    return (order as string[] | undefined) ?? [];
  };
}

async function extended(db: Read, event: EventFact) {
  const call = await db
    .selectFrom("call")
    .select(["code", "title_zh", "title_en"])
    .where("id", "=", event.callId)
    .executeTakeFirst();
  const closesAt = textOf(event, "to");
  if (!call || closesAt === "") return null;
  return {
    callCode: call.code,
    call: { zh: call.title_zh, en: call.title_en },
    closedBefore: textOf(event, "from") || null,
    closesAt,
    reason: textOf(event, "reason"),
  };
}

const roundOf = (event: EventFact): number => Number(event.data["round"] ?? 0);

const movesByEvent: Readonly<Record<string, Move>> = {
  "application.scoring_closed": "close_scoring",
  "application.sent_to_committee": "send_to_committee",
};

const stageMoves: readonly string[] = [
  "shortlist",
  "put_in_reserve",
  "not_shortlist",
  "take_from_reserve",
  "start_due_diligence",
  "propose",
] satisfies Move[];

function moveOf(event: EventFact): Move | null {
  const move = textOf(event, "move");
  return movesByEvent[event.type] ?? (stageMoves.includes(move) ? (move as Move) : null);
}
