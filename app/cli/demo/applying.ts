import { Readable } from "node:stream";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { draftStamp } from "#app/domain/applications/draft/draft-stamp.ts";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import { sectionOfPath } from "#app/domain/forms/admit-operation.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { differenceOfAnswers } from "#app/domain/forms/difference-of-answers.ts";
import type { AnswerOperation, RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { type Draft, findDraft } from "#app/features/applications/find-draft.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { startApplication } from "#app/features/applications/start-application.ts";
import type { Receipt } from "#app/features/applications/keep-submission.ts";
import { submitApplication } from "#app/features/applications/submit-application.ts";
import { addFile } from "#app/features/files/add-file.ts";
import { newId } from "#app/platform/new-id.ts";
import { as, done, type Stage } from "./stage.ts";

export async function beginDraft(
  stage: Stage,
  now: Date,
  actor: PersonActor,
  input: { callId: string; companyId: string },
): Promise<string> {
  const started = await startApplication(as(stage, actor, now), input);
  return done(started, "starting an application").applicationId;
}

/** Types answers into a draft, each section as its page would send it. Those of other sections are left out. */
export async function typeAnswers(
  stage: Stage,
  now: Date,
  actor: PersonActor,
  applicationId: string,
  answers: RawAnswers,
  sections?: readonly string[],
): Promise<void> {
  const ctx = as(stage, actor, now);
  const draft = await draftFor(stage, now, actor, applicationId);
  const pages = new Map<string, DraftOperation[]>();
  for (const operation of differenceOfAnswers(draft.raw, answers)) {
    const key = sectionOfPath(draft.definition, firstKey(operation));
    if (key === null || isSigning(draft, key) || (sections && !sections.includes(key))) continue;
    if (operation.kind !== "set" && isFixed(draft, operation.table)) continue;
    const page = pages.get(key) ?? [];
    page.push({ ...operation, opId: newId(), baseVersion: versionSeen(draft, key, operation) });
    pages.set(key, page);
  }
  // Together, so that they share one commit.
  await Promise.all(
    [...pages].map(async ([sectionKey, operations]) =>
      done(await saveAnswers(ctx, { applicationId, sectionKey, operations }), `saving ${sectionKey}`),
    ),
  );
}

export interface Paper {
  questionKey: string;
  fileName: string;
  content: Buffer;
}

export async function attach(
  stage: Stage,
  now: Date,
  actor: PersonActor,
  applicationId: string,
  papers: readonly (Paper & { replaces?: string })[],
): Promise<void> {
  const ctx = as(stage, actor, now);
  await Promise.all(
    papers.map(async ({ questionKey, fileName, content, replaces }) =>
      done(
        await addFile(ctx, {
          ...{ applicationId, questionKey, fileName, replaces },
          content: Readable.from([content]),
        }),
        `attaching ${fileName}`,
      ),
    ),
  );
}

/** The owner ticks every declaration the form asks for and types their name. */
export async function signAndSubmit(
  stage: Stage,
  now: Date,
  owner: PersonActor,
  applicationId: string,
): Promise<Receipt> {
  const draft = await draftFor(stage, now, owner, applicationId);
  const submitted = await submitApplication(as(stage, owner, now), {
    applicationId,
    signedName: owner.name,
    declared: declarationsOf(draft),
    idempotencyKey: newId(),
    seen: draftStamp(draft.sections.values(), draft.files),
  });
  return done(submitted, "submitting").receipt;
}

export async function draftFor(
  stage: Stage,
  now: Date,
  actor: PersonActor,
  applicationId: string,
): Promise<Draft> {
  const draft = await findDraft(as(stage, actor, now), applicationId);
  if (!draft) throw new Error(`Demo: ${actor.name} has no application ${applicationId}`);
  return draft;
}

const isSigning = (draft: Draft, key: string): boolean =>
  compileForm(draft.definition).sectionByKey.get(key)?.section.kind === "signing";

/** Rows that the form itself gives are neither added nor moved. */
const isFixed = (draft: Draft, table: string): boolean =>
  compileForm(draft.definition).questionByKey.get(table)?.fixedRows !== undefined;

const declarationsOf = ({ definition }: Draft): string[] =>
  compileForm(definition)
    .sections.filter(({ section }) => section.kind === "signing")
    .flatMap(({ questions }) => questions.map(({ field }) => field.key));

const firstKey = (operation: AnswerOperation): string =>
  (operation.kind === "set" ? operation.path : operation.table).split("/")[0] ?? "";

function versionSeen(draft: Draft, sectionKey: string, operation: AnswerOperation): number {
  const path = operation.kind === "set" ? operation.path : `${operation.table}/`;
  return draft.sections.get(sectionKey)?.fields[path]?.n ?? 0;
}
