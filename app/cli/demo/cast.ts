import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { beijingInstant } from "#app/domain/shared/beijing-time.ts";
import { usccCheckCharacter } from "#app/domain/companies/uscc.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { installProgramme } from "#app/features/calls/install-programme.ts";
import { scheduleCall } from "#app/features/calls/office/schedule-call.ts";
import { keepReviewerProfile } from "#app/features/reviews/office/keep-reviewer-profile.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { fundProgramme, programmeYear } from "#app/cli/fund-programme.ts";
import { openCalls } from "#db/demo/round.ts";
import { demoReviewerDetails } from "#db/demo/reviewer-details.ts";
import { type DemoReviewer, demoReviewers } from "#db/demo/reviewers.ts";
import { demoPassword, demoStaff, type DemoStaffKey } from "#db/demo/sign-ins.ts";
import type { Moments } from "./calendar.ts";
import { enrolStaff } from "./enrol.ts";
import { giveDetails, takeFewer } from "./reviewer-registry.ts";
import { as, done, type Stage } from "./stage.ts";

export interface CastReviewer extends Pick<DemoReviewer, "discipline" | "severity"> {
  actor: PersonActor;
  /** Assignments the stories gave so far. */
  given: number;
}

export interface Cast {
  stage: Stage;
  moments: Moments;
  staff: Record<DemoStaffKey, PersonActor>;
  reviewers: CastReviewer[];
  /** The calls of the round, by code. */
  calls: ReadonlyMap<string, CastCall>;
  /** Of the first of them, which the crowd applies to. */
  callId: string;
  rubric: Rubric;
}

export interface CastCall {
  callId: string;
  rubric: Rubric;
}

/** The fund before the first application: its people, its programme, and the calls of the round with their times. */
export async function assembleCast(stage: Stage, moments: Moments): Promise<Cast> {
  const administrator = await enrolStaff(stage, moments.office(95), demoStaff[0], demoPassword);
  const staff = { administrator } as Record<DemoStaffKey, PersonActor>;
  for (const [index, person] of demoStaff.slice(1).entries())
    staff[person.key] = await enrolStaff(
      stage,
      moments.office(93, index * 11),
      person,
      demoPassword,
      administrator,
    );
  await installProgramme(as(stage, system, moments.office(91)), programmeYear, fundProgramme);
  const calls = await openRound(stage, moments, staff.officer);
  const reviewers = await enrolReviewers(stage, moments, staff);
  const { callId, rubric } = calls.get("C5")!;
  return { stage, moments, staff, reviewers, calls, callId, rubric };
}

/** Opens the round's calls. */
async function openRound(stage: Stage, moments: Moments, officer: PersonActor) {
  const opened = new Map<string, CastCall>();
  for (const [index, { code, closesInDays }] of openCalls.entries()) {
    const call = await stage.db.read
      .selectFrom("call")
      .select(["id", "version", "rubric_version_id"])
      .where("code", "=", code)
      .where("year", "=", programmeYear)
      .executeTakeFirstOrThrow();
    const scheduled = await scheduleCall(as(stage, officer, moments.office(80, index * 7)), {
      ...{ callId: call.id, version: call.version },
      opensAt: beijingInstant(moments.day(70), "09:00"),
      closesAt: beijingInstant(moments.day(-closesInDays), "17:00"),
    });
    done(scheduled, `scheduling ${code}`);
    if (call.rubric_version_id === null) throw new Error(`${code} has no rubric`);
    opened.set(code, {
      callId: call.id,
      rubric: await rubricOfVersion(stage.db.read, call.rubric_version_id),
    });
  }
  return opened;
}

async function enrolReviewers(
  stage: Stage,
  moments: Moments,
  { administrator, officer }: Cast["staff"],
): Promise<CastReviewer[]> {
  const reviewers: CastReviewer[] = [];
  for (const [index, reviewer] of demoReviewers.entries()) {
    const { discipline, severity, affiliation, usccStem, expertise, maxLoad } = reviewer;
    const now = moments.office(77, index * 9);
    const invited = { ...reviewer, roles: ["reviewer"] } as const;
    const actor = await enrolStaff(stage, now, invited, demoPassword, administrator);
    const profile = { affiliation, affiliationUscc: withCheck(usccStem), discipline, expertise, maxLoad };
    done(
      await keepReviewerProfile(as(stage, officer, now), { personId: actor.personId, ...profile }),
      "profile",
    );
    reviewers.push({ actor, discipline, severity, given: 0 });
  }
  await registerReviewers(stage, moments, officer, reviewers);
  return reviewers;
}

/** All but the last give their details; one changes them again. */
async function registerReviewers(
  stage: Stage,
  moments: Moments,
  officer: PersonActor,
  reviewers: readonly CastReviewer[],
): Promise<void> {
  for (const [index, details] of demoReviewerDetails.entries()) {
    const [reviewer, cast] = [demoReviewers[index]!, reviewers[index]!];
    const given = { reviewer, affiliationUscc: withCheck(reviewer.usccStem), details };
    await giveDetails(stage, moments.office(76, index * 9), { actor: cast.actor, officer }, given);
  }
  for (const [index, { fewerLater }] of demoReviewerDetails.entries())
    if (fewerLater) await takeFewer(stage, moments.office(75), reviewers[index]!.actor, fewerLater);
}

/** The code whose first 17 characters these are. */
export const withCheck = (stem: string): string => (stem === "" ? "" : stem + usccCheckCharacter(stem));
