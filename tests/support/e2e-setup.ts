import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type PersonActor, system } from "#app/domain/accounts/actor.ts";
import { enrolStaff } from "#app/cli/demo/enrol.ts";
import { fundProgramme, programmeYear } from "#app/cli/fund-programme.ts";
import { withPortal } from "#app/cli/open-portal.ts";
import { as, done, type Stage } from "#app/cli/demo/stage.ts";
import { installProgramme } from "#app/features/calls/install-programme.ts";
import { keepReviewerProfile } from "#app/features/reviews/office/keep-reviewer-profile.ts";
import { readSettings } from "#app/platform/config/settings.ts";
import { fundPeople, password, reviewerPeople } from "./fund-people.ts";

/** Fills two data folders once: a fund office before its first application, and the whole demonstration. */
export default async function setUp() {
  const build = resolve(process.env.BUILD_DIR ?? "build", "node/serve.js");
  if (!existsSync(build)) throw new Error(`There is no ${build}: run npm run build first`);
  const folder = await mkdtemp(join(tmpdir(), "portal-e2e-"));
  process.env.E2E_TEMPLATES = folder;
  await fillOffice(join(folder, "office"));
  await fillDemonstration(join(folder, "demo"));
  return () => rm(folder, { recursive: true, force: true });
}

/** A copy of a template that a test may change. */
export async function copyOfTemplate(name: "office" | "demo"): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `portal-e2e-${name}-`));
  await cp(join(process.env.E2E_TEMPLATES ?? "", name), folder, { recursive: true });
  return folder;
}

async function fillOffice(dataDir: string): Promise<void> {
  const settings = readSettings({ NODE_ENV: "test", DATA_DIR: dataDir, SECOND_FACTOR: "optional" });
  await withPortal({ ...settings, sqliteSynchronous: "OFF" }, async (stage) => {
    const now = new Date();
    await openProgramme(stage, now);
    const [administrator] = await inTurn(fundPeople, (person) => enrolStaff(stage, now, person, password));
    for (const person of reviewerPeople)
      await enrolReviewer(stage, now, person, administrator as PersonActor);
  });
}

async function openProgramme(stage: Stage, now: Date): Promise<void> {
  const day = 86_400_000;
  const opensAt = new Date(now.getTime() - 7 * day).toISOString();
  const closesAt = new Date(now.getTime() + 21 * day).toISOString();
  const times = { opensAt, closesAt };
  await installProgramme(as(stage, system, now), programmeYear, fundProgramme, { C1: times, C5: times });
}

async function inTurn<From, To>(list: readonly From[], work: (each: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  for (const each of list) done.push(await work(each));
  return done;
}

async function enrolReviewer(
  stage: Stage,
  now: Date,
  person: (typeof reviewerPeople)[number],
  administrator: PersonActor,
): Promise<void> {
  const { personId } = await enrolStaff(stage, now, { ...person, roles: ["reviewer"] }, password);
  const { affiliation, discipline } = person;
  const profile = { affiliation, affiliationUscc: "", discipline, expertise: [], maxLoad: 8 };
  done(await keepReviewerProfile(as(stage, administrator, now), { personId, ...profile }), "profile");
}

/** By the portal's own command, so that what is walked through is what people are shown. */
async function fillDemonstration(dataDir: string): Promise<void> {
  const portal = resolve(process.env.BUILD_DIR ?? "build", "node/portal.js");
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "test",
    DEMO: "1",
    DATA_DIR: dataDir,
    SQLITE_SYNCHRONOUS: "OFF",
  };
  const { status, stderr } = spawnSync(process.execPath, [portal, "demo"], { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`The demonstration could not be filled.\n${stderr}`);
}
