import { Readable } from "node:stream";
import type { Discipline } from "#app/domain/reviews/coverage.ts";
import { applicationNumber } from "#app/domain/applications/application-number.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { refreshScoreSummary } from "#app/features/refresh-score-summary.ts";
import { newId } from "#app/platform/new-id.ts";
import { hashPassword } from "#app/platform/password/hash-password.ts";
import {
  companiesPerHundred,
  crowdProjectOf,
  crowdShares,
  type CrowdShare,
  statesOfDecision,
} from "#db/demo/crowd.ts";
import { companyStems } from "#db/demo/companies.ts";
import { demoReviewers } from "#db/demo/reviewers.ts";
import { demoPassword } from "#db/demo/sign-ins.ts";
import type { Cast } from "../cast.ts";
import { defectsFor } from "#db/demo/office-texts.ts";
import { demoProject, projectPapers } from "../project.ts";
import { applicantProfile } from "../applicants.ts";
import { pick, sequence, type Stage } from "../stage.ts";
import { appendEvents, type PastEvent } from "./chained-events.ts";
import { addCrowdApplication } from "./crowd-applications.ts";
import type { CrowdApplication, CrowdGround, StoredPaper } from "./crowd-ground.ts";
import { addCompany, addReviewer, type CrowdCompany, type CrowdReviewer } from "./crowd-people.ts";
import { projectTemplates } from "./project-template.ts";
import { newSheaf } from "./sheaf.ts";

export interface CrowdSize {
  applications: number;
  reviewers: number;
  seed: number;
  /** The only project they come with; without it they are spread over all calls that are open. */
  project?: string | undefined;
}

const applicationsPerJob = 50;

/**
 * Thousands of applications beside those of the stories, written set by set instead of command by command: the
 * same rows, computed by the same rules, with an event for everything that would have been recorded.
 */
export async function fillCrowd(cast: Cast, size: CrowdSize): Promise<void> {
  const { stage, moments } = cast;
  const draw = sequence(size.seed * 7919);
  const events: PastEvent[] = [];
  const { companies, reviewers } = await enrolCrowd(cast, size, events);
  const applications = await dealOut(cast, companies, size, draw);
  const groundOf = await prepareGrounds(cast, events, { reviewers, applications });
  for (let from = 0; from < applications.length; from += applicationsPerJob) {
    const sheaf = newSheaf();
    const scored = applications
      .slice(from, from + applicationsPerJob)
      .filter((application) => addCrowdApplication(groundOf(application.project), sheaf, application));
    await stage.db.write(async (trx) => {
      await sheaf.writeTo(trx);
      for (const { id } of scored) await refreshScoreSummary(trx, id, moments.end);
    });
  }
  await appendEvents(stage.db, events);
}

async function enrolCrowd({ stage, moments, staff }: Cast, size: CrowdSize, events: PastEvent[]) {
  const passwordHash = await hashPassword(demoPassword);
  const sheaf = newSheaf();
  const making = { sheaf, events, passwordHash, administrator: staff.administrator };
  const joinedAt = moments.office(75).toISOString();
  const reviewers: CrowdReviewer[] = [];
  for (let index = demoReviewers.length; index < size.reviewers; index += 1)
    reviewers.push(addReviewer(making, index, joinedAt));
  const companies: CrowdCompany[] = [];
  const count = Math.ceil((size.applications * companiesPerHundred) / 100);
  for (let index = 0; index < count; index += 1) {
    const at = moments.any(69.4, (index * 7) % 500).toISOString();
    companies.push(addCompany(making, companyStems.length + index, at));
  }
  await stage.db.write((trx) => sheaf.writeTo(trx));
  return { companies, reviewers };
}

/** What the applications of each project are made from. */
async function prepareGrounds(
  cast: Cast,
  events: PastEvent[],
  crowd: { reviewers: readonly CrowdReviewer[]; applications: readonly CrowdApplication[] },
): Promise<(project: string) => CrowdGround> {
  // Where there is no crowd of reviewers the fourteen with names do the work.
  const named = cast.reviewers.map((each) => ({ ...each, personId: each.actor.personId }));
  const nextReviewer = inTurn(crowd.reviewers.length > 0 ? crowd.reviewers : named);
  const grounds = new Map<string, CrowdGround>();
  for (const project of new Set(crowd.applications.map((application) => application.project)))
    grounds.set(project, await prepareGround(cast, project, { events, nextReviewer }));
  return (project) => {
    const ground = grounds.get(project);
    if (!ground) throw new Error(`Demo: nothing is prepared for ${project}`);
    return ground;
  };
}

async function prepareGround(
  { stage, moments, staff, calls }: Cast,
  project: string,
  shared: Pick<CrowdGround, "events" | "nextReviewer">,
): Promise<CrowdGround> {
  const { callId, rubric } = calls.get(demoProject(project).call)!;
  const call = await stage.db.read
    .selectFrom("call")
    .innerJoin("form_version as f", "f.id", "call.form_version_id")
    .select(["f.id as formId", "f.sha256", "rubric_version_id", "call.code", "call.year"])
    .select(["title_zh as titleZh", "title_en as titleEn"])
    .where("call.id", "=", callId)
    .executeTakeFirstOrThrow();
  const { formId, sha256, rubric_version_id: rubricVersionId, ...heading } = call;
  const papers = await storePapers(stage, project);
  const definition = await formOfVersion(stage.db.read, formId);
  const template = projectTemplates({
    ...{ project, definition, form: { id: formId, sha256 }, call: heading, moments },
    files: papers.map(({ questionKey, name, size, sha256: hash }) => ({
      ...{ questionKey, name, size },
      sha256: hash,
    })),
  });
  return {
    ...{ project, moments, callId, formVersionId: formId, rubricVersionId: rubricVersionId ?? "", rubric },
    ...{ officers: [staff.officer, staff.officer2], chair: staff.chair, papers, template, ...shared },
    defects: defectsFor(project),
  };
}

async function storePapers({ files }: Stage, project: string): Promise<StoredPaper[]> {
  const papers = projectPapers({ index: 0, profile: applicantProfile(0) }, 0, { project });
  return await Promise.all(
    papers.map(async ({ questionKey, fileName, content }) => {
      const stored = await files.put(Readable.from([content]), { fileName, maxBytes: 1_000_000 });
      if (!stored.ok) throw new Error(`Demo: ${fileName} was refused: ${stored.reason}`);
      const { id: storageKey, size, sha256, mime } = stored.file;
      return { questionKey, name: fileName, size, sha256, storageKey, mime };
    }),
  );
}

function inTurn(reviewers: readonly CrowdReviewer[]): CrowdGround["nextReviewer"] {
  const places = new Map<Discipline, number>();
  const groups = Map.groupBy(reviewers, ({ discipline }) => discipline);
  return (discipline) => {
    const place = places.get(discipline) ?? 0;
    places.set(discipline, place + 1);
    return pick(groups.get(discipline) ?? reviewers, place);
  };
}

/** Who applies for what, how far each came, and numbers in the order in which they were submitted. */
async function dealOut(
  { stage, calls }: Cast,
  companies: readonly CrowdCompany[],
  size: CrowdSize,
  draw: () => number,
): Promise<CrowdApplication[]> {
  const dealt = Array.from({ length: size.applications }, (_, turn) => {
    const company = pick(companies, turn);
    const project = size.project ?? crowdProjectOf(company.index);
    const share = shareFor(project, draw() * 100);
    const [from, until] = share.age;
    return {
      ...{ id: newId(), project, share, age: from + draw() * (until - from), number: null, turn },
      ...{ company, draw: sequence(size.seed * 104_729 + turn) },
    };
  }).sort((a, b) => b.age - a.age);
  const byCall = Map.groupBy(dealt, ({ project }) => calls.get(demoProject(project).call)!.callId);
  const numbers = new Map<string, string>();
  await stage.db.write(async (trx) => {
    for (const [callId, theirs] of byCall) {
      const call = await trx
        .selectFrom("call")
        .select(["code", "year", "next_serial"])
        .where("id", "=", callId)
        .executeTakeFirstOrThrow();
      let serial = call.next_serial;
      for (const { id, share } of theirs)
        if (share.state !== "draft") numbers.set(id, applicationNumber(call.year, call.code, serial++));
      await trx.updateTable("call").set({ next_serial: serial }).where("id", "=", callId).execute();
    }
  });
  return dealt.map((application) => ({ ...application, number: numbers.get(application.id) ?? null }));
}

function shareFor(project: string, percent: number): CrowdShare {
  const share = shareAt(percent);
  const isDecided = statesOfDecision.has(share.state);
  return project === "C12" && isDecided ? crowdShares.find(({ state }) => state === "due_diligence")! : share;
}

function shareAt(percent: number): CrowdShare {
  let sum = 0;
  for (const share of crowdShares) {
    sum += share.share;
    if (percent < sum) return share;
  }
  return crowdShares[0] as CrowdShare;
}
