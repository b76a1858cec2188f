import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { attach, beginDraft, draftFor, typeAnswers } from "#app/cli/demo/applying.ts";
import { applicantProfile } from "#app/cli/demo/applicants.ts";
import { found, register } from "#app/cli/demo/enrol.ts";
import { momentsBefore } from "#app/cli/demo/calendar.ts";
import { projectAnswers, projectPapers } from "#app/cli/demo/project.ts";
import type { Stage } from "#app/cli/demo/stage.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { readSettings } from "#app/platform/config/settings.ts";
import { migrate } from "#app/platform/database/migrate.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";
import { diskStore } from "#app/platform/storage/disk-store.ts";
import { migrations } from "#db/migrations/index.ts";
import { personaPassword, sessionOf } from "#tests/world/personas.ts";
import { smallWorld, type World } from "#tests/world/world.ts";

/** Somebody with a complete draft, signed in. */
export interface RushWriter {
  applicationId: string;
  personId: string;
  cookie: string;
  declarations: readonly string[];
}

/** A data folder with so many companies, each about to submit. */
export async function prepareRush(folder: string, count: number): Promise<RushWriter[]> {
  await mkdir(folder, { recursive: true });
  const url = join(folder, "portal.sqlite");
  await migrate({ url, synchronous: "OFF" }, migrations);
  const db = await openDatabase({ url, synchronous: "OFF" });
  const settings = readSettings({ NODE_ENV: "test", DEMO: "1", DATA_DIR: folder });
  const stage = { db, settings, files: await diskStore(join(folder, "files")) };
  const world = await smallWorld(stage, new Date());
  const writers: RushWriter[] = [];
  for (let index = 0; index < count; index += 1) writers.push(await addWriter(stage, world, index));
  await db.close();
  return writers;
}

async function addWriter(stage: Stage, { now, callId }: World, index: number): Promise<RushWriter> {
  const profile = applicantProfile(index);
  const founder = await register(
    stage,
    now,
    { email: `rush${index}@persona.example`, name: "韩示例", locale: "zh" },
    personaPassword,
  );
  const { companyId, owner } = await found(stage, now, founder, profile);
  const applicationId = await beginDraft(stage, now, owner, { callId, companyId });
  const applicant = { index, profile };
  await typeAnswers(stage, now, owner, applicationId, projectAnswers(applicant, index, momentsBefore(now)));
  await attach(stage, now, owner, applicationId, projectPapers(applicant, index));
  const { definition } = await draftFor(stage, now, owner, applicationId);
  const signing = compileForm(definition).sections.filter(({ section }) => section.kind === "signing");
  return {
    ...{ applicationId, personId: owner.personId },
    cookie: `session=${await sessionOf(stage, owner, now)}`,
    declarations: signing.flatMap(({ questions }) => questions.map(({ field }) => field.key)),
  };
}
