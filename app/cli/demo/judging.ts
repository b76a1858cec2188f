import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { type Checklist, formalCheckCodes } from "#app/domain/applications/formal-check.ts";
import type { OfficeMove } from "#app/domain/applications/office-moves.ts";
import { acceptApplication } from "#app/features/applications/office/accept-application.ts";
import { assignOfficer } from "#app/features/applications/office/assign-officer.ts";
import { moveApplication } from "#app/features/applications/office/move-application.ts";
import { refuseApplication } from "#app/features/applications/office/refuse-application.ts";
import { requestCorrection } from "#app/features/applications/office/request-correction.ts";
import { saveFormalCheck } from "#app/features/applications/office/save-formal-check.ts";
import { startFormalCheck } from "#app/features/applications/office/start-formal-check.ts";
import { type RecordDecision, recordDecision } from "#app/features/decisions/record-decision.ts";
import { releaseDecision } from "#app/features/decisions/release-decision.ts";
import { letterTemplates } from "#app/domain/decisions/letter-agrees.ts";
import type { DemoDefect, DemoRefusal } from "#db/demo/office-texts.ts";
import { as, done, type Stage } from "./stage.ts";

/** Everything in order, but for what `problems` says of a code. */
export const checklist = (problems: Readonly<Record<string, string>> = {}): Checklist =>
  Object.fromEntries(
    formalCheckCodes.map((code) => {
      const note = problems[code];
      return [code, note === undefined ? { result: "ok", note: "" } : { result: "problem", note }];
    }),
  );

/** Opens the check; while the call is open the officer takes the application knowingly. */
export async function openCheck(
  stage: Stage,
  now: Date,
  officer: PersonActor,
  applicationId: string,
): Promise<string> {
  const { version } = await standingOf(stage, applicationId);
  const started = await startFormalCheck(as(stage, officer, now), {
    ...{ applicationId, version },
    evenThoughOpen: true,
  });
  return done(started, "starting the formal check").checkId;
}

export async function saveCheck(
  stage: Stage,
  now: Date,
  officer: PersonActor,
  checkId: string,
  upTo: number,
): Promise<void> {
  const some = Object.fromEntries(Object.entries(checklist()).slice(0, upTo));
  const input = { checkId, version: await checkVersion(stage, checkId), checklist: some };
  done(await saveFormalCheck(as(stage, officer, now), input), "saving the formal check");
}

export async function passCheck(
  stage: Stage,
  now: Date,
  officer: PersonActor,
  checkId: string,
): Promise<void> {
  const input = { checkId, version: await checkVersion(stage, checkId), checklist: checklist() };
  done(await acceptApplication(as(stage, officer, now), input), "accepting");
}

export async function failCheck(
  stage: Stage,
  now: Date,
  officer: PersonActor,
  checkId: string,
  { code, note, text }: DemoRefusal,
): Promise<void> {
  const input = {
    checkId,
    version: await checkVersion(stage, checkId),
    checklist: checklist({ [code]: note }),
  };
  const refused = await refuseApplication(as(stage, officer, now), {
    ...input,
    reasonCode: code,
    reasonText: text,
  });
  done(refused, "not accepting");
}

export async function sendBack(
  stage: Stage,
  now: Date,
  officer: PersonActor,
  checkId: string,
  defects: readonly DemoDefect[],
): Promise<void> {
  const note = defects.map(({ reason }) => reason).join("");
  const input = { checkId, version: await checkVersion(stage, checkId), checklist: checklist({ F08: note }) };
  done(await requestCorrection(as(stage, officer, now), { ...input, items: defects }), "sending back");
}

export async function handTo(
  stage: Stage,
  now: Date,
  by: PersonActor,
  applicationId: string,
  officer: PersonActor,
): Promise<void> {
  const { version } = await standingOf(stage, applicationId);
  const input = { applicationId, version, officerId: officer.personId };
  done(await assignOfficer(as(stage, by, now), input), "dealing out");
}

export async function move(
  stage: Stage,
  now: Date,
  officer: PersonActor,
  applicationId: string,
  step: OfficeMove,
  reason?: string,
): Promise<void> {
  const { version } = await standingOf(stage, applicationId);
  const input = { applicationId, version, move: step, ...(reason === undefined ? {} : { reason }) };
  done(await moveApplication(as(stage, officer, now), input), step);
}

export async function decide(
  stage: Stage,
  now: Date,
  by: PersonActor,
  decision: Omit<RecordDecision, "replaces">,
): Promise<string> {
  const recorded = await recordDecision(as(stage, by, now), { ...decision, replaces: null });
  return done(recorded, "recording a decision").decisionId;
}

/** The second person's act, with the letter as the decision's facts make it. */
export async function release(stage: Stage, now: Date, by: PersonActor, decisionId: string): Promise<void> {
  const facts = await stage.db.read
    .selectFrom("decision as d")
    .innerJoin("application as a", "a.id", "d.application_id")
    .select(["d.kind", "d.amount_fen", "d.conditions", "d.version", "a.company_id", "a.number"])
    .where("d.id", "=", decisionId)
    .executeTakeFirstOrThrow();
  const letter = {
    ...{ template: letterTemplates[facts.kind], decisionId, amountFen: facts.amount_fen },
    ...{ conditions: facts.conditions, companyId: facts.company_id, applicationNumber: facts.number ?? "" },
  };
  const input = { decisionId, version: facts.version, letters: [letter] };
  done(await releaseDecision(as(stage, by, now), input), "releasing a decision");
}

export const standingOf = ({ db }: Stage, id: string) =>
  db.read
    .selectFrom("application")
    .select(["version", "state", "amount_requested_fen"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

async function checkVersion({ db }: Stage, id: string): Promise<number> {
  const row = await db.read
    .selectFrom("formal_check")
    .select("version")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.version;
}
