import { system } from "#app/domain/accounts/actor.ts";
import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { addDays, beijingDay, beijingInstant } from "#app/domain/shared/beijing-time.ts";
import { attach, beginDraft, signAndSubmit, typeAnswers } from "#app/cli/demo/applying.ts";
import {
  decide,
  failCheck,
  move,
  openCheck,
  passCheck,
  release,
  sendBack,
  standingOf,
} from "#app/cli/demo/judging.ts";
import { projectAnswers, projectPapers } from "#app/cli/demo/project.ts";
import { assign, declareNoConflict, fillSheet, sendReview, writtenSheet } from "#app/cli/demo/reviewing.ts";
import { as, done, type Stage } from "#app/cli/demo/stage.ts";
import { applicantProfile } from "#app/cli/demo/applicants.ts";
import { momentsBefore } from "#app/cli/demo/calendar.ts";
import { fundProgramme, programmeYear } from "#app/cli/fund-programme.ts";
import { withdrawApplication } from "#app/features/applications/withdraw-application.ts";
import { installProgramme } from "#app/features/calls/install-programme.ts";
import { scheduleCall } from "#app/features/calls/office/schedule-call.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { defectLists, refusals, rejection } from "#db/demo/office-texts.ts";
import { enrolPersonas, type Personas, type ReviewerName } from "./personas.ts";

/** One call (C5, open), two companies and everybody around them; `applicationIn` adds what a test needs. */
export interface World extends Personas {
  stage: Stage;
  now: Date;
  callId: string;
  rubric: Rubric;
  /** Applications so far: each gets other answers. */
  serial: number;
}

export async function smallWorld(stage: Stage, now: Date): Promise<World> {
  await installProgramme(as(stage, system, now), programmeYear, fundProgramme);
  const personas = await enrolPersonas(stage, now);
  const call = await stage.db.read
    .selectFrom("call")
    .select(["id", "version", "rubric_version_id"])
    .where("code", "=", "C5")
    .executeTakeFirstOrThrow();
  const scheduled = await scheduleCall(as(stage, personas.people.officer, openedBefore(now)), {
    ...{ callId: call.id, version: call.version },
    opensAt: openedBefore(now),
    closesAt: closingAfter(now),
  });
  done(scheduled, "scheduling C5");
  const rubric = await rubricOfVersion(stage.db.read, call.rubric_version_id ?? "");
  return { ...personas, stage, now, callId: call.id, rubric, serial: 0 };
}

const openedBefore = (now: Date) => beijingInstant(addDays(beijingDay(now), -42), "09:00");
const closingAfter = (now: Date) => beijingInstant(addDays(beijingDay(now), 30), "17:00");

export interface Situation {
  company?: "ours" | "theirs";
  /** Of a draft: nothing by default. */
  filled?: boolean;
  /** Who is assigned once the application is with the experts; three of them score it where it goes on. */
  reviewers?: readonly ReviewerName[];
}

export interface PlacedApplication {
  id: string;
  assignments: Partial<Record<ReviewerName, string>>;
}

/** An application that came to that state by the rules: each step by the person who may take it. */
export async function applicationIn(
  world: World,
  state: ApplicationState,
  situation: Situation = {},
): Promise<PlacedApplication> {
  const owner = situation.company === "theirs" ? world.people.otherOwner : world.people.owner;
  const company = world.companies[situation.company ?? "ours"];
  world.serial += 1;
  const { stage, now, callId } = world;
  const id = await beginDraft(stage, now, owner, { callId, companyId: company.id });
  const placed: PlacedApplication = { id, assignments: {} };
  if (state === "draft") {
    if (situation.filled) await fillCompletely(world, owner, id, company.uscc);
    return placed;
  }
  await fillCompletely(world, owner, id, company.uscc);
  await signAndSubmit(stage, now, owner, id);
  if (state === "submitted") return placed;
  if (state === "withdrawn") {
    done(await withdrawApplication(as(stage, owner, now), { applicationId: id }), "withdrawing");
    return placed;
  }
  return await pastSubmission(world, state, situation, placed);
}

async function fillCompletely(world: World, owner: World["people"]["owner"], id: string, uscc: string) {
  const { stage, now, serial } = world;
  const applicant = { index: serial, profile: { ...applicantProfile(serial), uscc } };
  await typeAnswers(stage, now, owner, id, completeAnswers(world, uscc));
  await attach(stage, now, owner, id, projectPapers(applicant, serial));
}

/** What `applicationIn` types for a company with that code: without an error. */
export const completeAnswers = ({ now, serial }: Pick<World, "now" | "serial">, uscc: string): RawAnswers =>
  projectAnswers(
    { index: serial, profile: { ...applicantProfile(serial), uscc } },
    serial,
    momentsBefore(now),
  );

async function pastSubmission(
  world: World,
  state: ApplicationState,
  { reviewers = ["reviewer", "thirdReviewer", "fourthReviewer"] }: Situation,
  placed: PlacedApplication,
): Promise<PlacedApplication> {
  const { stage, now, people } = world;
  const { officer } = people;
  const checkId = await openCheck(stage, now, officer, placed.id);
  if (state === "formal_review") return placed;
  if (state === "supplement_required") await sendBack(stage, now, officer, checkId, defectLists[0]!);
  else if (state === "not_accepted") await failCheck(stage, now, officer, checkId, refusals[0]!);
  else {
    await passCheck(stage, now, officer, checkId);
    for (const name of reviewers) placed.assignments[name] = await assignTo(world, placed.id, name);
    if (state !== "expert_review") await pastReview(world, state, placed);
  }
  return placed;
}

const assignTo = ({ stage, now, people }: World, applicationId: string, name: ReviewerName) =>
  assign(stage, now, people.officer, {
    ...{ applicationId, reviewerId: people[name].personId },
    dueOn: addDays(beijingDay(now), 14),
  });

/** Declares, scores and submits as that reviewer. */
export async function scoreAs(
  world: World,
  name: ReviewerName,
  assignmentId: string,
  quality = 3.8,
): Promise<void> {
  const { stage, now, rubric } = world;
  const reviewer = world.people[name];
  await declareNoConflict(stage, now, reviewer, assignmentId);
  const sheet = writtenSheet(rubric, { quality, severity: 0, seed: world.serial });
  await fillSheet(stage, now, reviewer, assignmentId, sheet);
  await sendReview(stage, now, reviewer, assignmentId);
}

async function pastReview(world: World, state: ApplicationState, { id, assignments }: PlacedApplication) {
  const { stage, now, people } = world;
  const { officer } = people;
  for (const [name, assignmentId] of Object.entries(assignments))
    await scoreAs(world, name as ReviewerName, assignmentId);
  await move(stage, now, officer, id, "close_scoring");
  if (state === "panel") return;
  if (state === "reserve") return await move(stage, now, officer, id, "put_in_reserve");
  if (state === "not_shortlisted")
    return await move(stage, now, officer, id, "not_shortlist", "会议评审认为条件尚不成熟，本批不予立项。");
  await move(stage, now, officer, id, "shortlist");
  if (state === "initiated") return;
  await move(stage, now, officer, id, "start_due_diligence");
  if (state === "due_diligence") return;
  await move(stage, now, officer, id, "propose");
  if (state === "proposal") return;
  await move(stage, now, officer, id, "send_to_committee");
  if (state === "ic_review") return;
  const decisionId = await recordAs(world, id, state === "rejected" ? "reject" : "approve");
  await release(stage, now, people.chair, decisionId);
}

/** The officer records what the committee decided; `release` is another person's act. */
export async function recordAs(
  world: World,
  applicationId: string,
  kind: "approve" | "reject",
): Promise<string> {
  const { stage, now, people } = world;
  const { amount_requested_fen: amountFen } = await standingOf(stage, applicationId);
  return await decide(stage, now, people.officer, {
    applicationId,
    kind,
    amountFen: kind === "approve" ? amountFen : null,
    conditions: "",
    reasonCode: kind === "approve" ? null : rejection.code,
    reasonText: kind === "approve" ? "" : rejection.text,
    meetingOn: beijingDay(now),
  });
}
