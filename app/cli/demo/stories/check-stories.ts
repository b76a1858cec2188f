import { system } from "#app/domain/accounts/actor.ts";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { lapseCorrections } from "#app/features/applications/office/lapse-corrections.ts";
import { correctedTexts, defectLists, refusals } from "#db/demo/office-texts.ts";
import type { Applicant } from "../applicants.ts";
import { attach, draftFor, signAndSubmit, typeAnswers } from "../applying.ts";
import { failCheck, handTo, openCheck, passCheck, saveCheck, sendBack } from "../judging.ts";
import { projectPapers } from "../project.ts";
import { as, pick } from "../stage.ts";
import type { Begun, Part, Stretch } from "./part.ts";

/** The two officers share the work. */
export const officerOf = ({ cast, seed }: Part): PersonActor =>
  seed % 3 === 2 ? cast.staff.officer2 : cast.staff.officer;

/** Opens the check of a submitted application; returns its id. */
export async function* checking(part: Part, begun: Begun, daysAgo: number): Stretch<string> {
  const { stage, moments, staff } = part.cast;
  const officer = officerOf(part);
  if (part.seed % 4 === 1) {
    const now = yield moments.office(daysAgo + 1, 25);
    await handTo(stage, now, staff.administrator, begun.applicationId, officer);
  }
  const now = yield moments.office(daysAgo, 40 + (part.seed % 17) * 9);
  return await openCheck(stage, now, officer, begun.applicationId);
}

export async function* halfChecking(
  part: Part,
  checkId: string,
  daysAgo: number,
  upTo: number,
): Stretch<void> {
  const now = yield part.cast.moments.office(daysAgo, 200);
  await saveCheck(part.cast.stage, now, officerOf(part), checkId, upTo);
}

/** Checked and accepted on one day. */
export async function* accepting(part: Part, begun: Begun, daysAgo: number): Stretch<void> {
  const checkId = yield* checking(part, begun, daysAgo);
  const now = yield part.cast.moments.office(daysAgo, 260);
  await passCheck(part.cast.stage, now, officerOf(part), checkId);
}

export async function* refusing(part: Part, begun: Begun, daysAgo: number, which: number): Stretch<void> {
  const checkId = yield* checking(part, begun, daysAgo + 1);
  const now = yield part.cast.moments.office(daysAgo, 310);
  await failCheck(part.cast.stage, now, officerOf(part), checkId, pick(refusals, which));
}

/** Sent back with all its defects at once. */
export async function* returning(part: Part, begun: Begun, daysAgo: number, which: number): Stretch<void> {
  const checkId = yield* checking(part, begun, daysAgo + 1);
  const now = yield part.cast.moments.office(daysAgo, 120);
  await sendBack(part.cast.stage, now, officerOf(part), checkId, pick(defectLists, which));
}

/** The company mends the first `count` defects of that list. */
export async function* mending(
  part: Part,
  begun: Begun,
  daysAgo: number,
  { which, count = Infinity }: { which: number; count?: number },
): Stretch<void> {
  const now = yield part.cast.moments.any(daysAgo, 380);
  for (const { questionKey } of pick(defectLists, which).slice(0, count))
    await mend(part, begun, now, questionKey);
}

async function mend(part: Part, { applicant, applicationId }: Begun, now: Date, questionKey: string) {
  const { stage } = part.cast;
  const text = correctedTexts[questionKey];
  if (text !== undefined)
    return await typeAnswers(stage, now, applicant.writer, applicationId, { [questionKey]: text });
  const paper = newPaper(applicant, part, questionKey);
  const draft = await draftFor(stage, now, applicant.writer, applicationId);
  const standing = draft.files.find((file) => file.questionKey === questionKey);
  await attach(stage, now, applicant.writer, applicationId, [
    standing ? { ...paper, replaces: standing.id } : paper,
  ]);
}

function newPaper(applicant: Applicant, { seed, planned: { project } }: Part, questionKey: string) {
  const paper = projectPapers(applicant, seed + 1000, { project }).find(
    (each) => each.questionKey === questionKey,
  );
  if (!paper) throw new Error(`Demo: no paper for ${questionKey}`);
  return { ...paper, fileName: paper.fileName.replace(/\.(\w+)$/, "_补正.$1") };
}

export async function* answering(part: Part, begun: Begun, daysAgo: number): Stretch<void> {
  const now = yield part.cast.moments.any(daysAgo, 430);
  await signAndSubmit(part.cast.stage, now, begun.applicant.owner, begun.applicationId);
}

/** Nobody answered: the portal itself ends it after the deadline. */
export async function* lapsing(part: Part, begun: Begun): Stretch<void> {
  const { stage } = part.cast;
  const row = await stage.db.read
    .selectFrom("application")
    .select("due_at")
    .where("id", "=", begun.applicationId)
    .executeTakeFirstOrThrow();
  const now = yield new Date(Date.parse(row.due_at ?? "") + 60_000);
  await lapseCorrections(as(stage, system, now));
}
