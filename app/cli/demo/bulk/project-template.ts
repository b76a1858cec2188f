import { applyOperations } from "#app/domain/applications/draft/apply-operations.ts";
import { type DraftSection, rawAnswersOf } from "#app/domain/applications/draft/draft-section.ts";
import { type CopiedAnswers, copiedAnswersOf } from "#app/domain/applications/copied-answers.ts";
import { submissionJson } from "#app/domain/applications/submission-snapshot.ts";
import { applicationCheckOf } from "#app/domain/forms/check-answers.ts";
import { sectionOfPath } from "#app/domain/forms/admit-operation.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { differenceOfAnswers } from "#app/domain/forms/difference-of-answers.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import type { HashedFile, SnapshotEnv } from "#app/domain/forms/snapshot.ts";
import { demoPlaces } from "#db/demo/companies.ts";
import { applicantProfile, shortName } from "../applicants.ts";
import type { Moments } from "../calendar.ts";
import { withCheck } from "../cast.ts";
import { demoProject, projectAnswers } from "../project.ts";
import { type TextTemplate, textTemplate } from "./text-template.ts";

/** What differs between two applications that were written after one template. */
export type Slot =
  | "nameZh"
  | "nameEn"
  | "uscc"
  | "address"
  | "contact"
  | "mobile"
  | "email"
  | "shortName"
  | "companyId"
  | "applicationId"
  | "ownerId"
  | "ownerName"
  | "draftedAt"
  | "number"
  | "submittedAt"
  | `file${number}`;

export type Values = Record<Slot, string>;

export interface ProjectTemplate {
  copied: CopiedAnswers;
  sections: { key: string; answers: TextTemplate<Slot> }[];
  snapshot: TextTemplate<Slot>;
  /** Progress of a draft of which only the first so many sections, and files or none, are there. */
  progress(sections: number, withFiles: boolean): { answered: number; required: number };
}

export interface TemplateGround {
  project: string;
  definition: FormDefinition;
  form: { id: string; sha256: string };
  call: { code: string; year: number; titleZh: string; titleEn: string };
  files: readonly (Omit<HashedFile, "id"> & { questionKey: string })[];
  moments: Moments;
}

/** Company numbers no company has, one for each place, so that its words can be found again in the texts. */
const standIn = 990_000;

/** Fills in, checks and snapshots one project by the form's own rules, for many companies to share. */
export function projectTemplate(ground: TemplateGround, place: number, seed: number): ProjectTemplate {
  const index = standIn + place;
  const standing = applicantProfile(index);
  const profile = { ...standing, ...placeholders, uscc: withCheck(`91${standing.city}MA0T9000${place}`) };
  const slots = slotsOf(ground, index, profile);
  const env = envOf(ground, slots);
  const typed = projectAnswers({ index, profile }, seed, ground.moments, ground.project);
  const sections = draftSections(ground.definition, typed, slots);
  // What a draft gives back: cells left blank were never there.
  const answers = rawAnswersOf(sections.map(({ fields }) => fields));
  const evaluation = evaluateForm(ground.definition, { ...answers, ...signed(ground.definition) }, env);
  if (!applicationCheckOf(evaluation).complete)
    throw new Error(`Demo: project ${seed} of ${ground.project} is not complete`);
  return {
    copied: copiedAnswersOf(evaluation),
    sections: sections.map(({ key, fields }) => ({
      key,
      answers: textTemplate(JSON.stringify(fields), slots),
    })),
    snapshot: textTemplate(snapshotOf(ground, answers, env, slots), slots),
    progress: remembered((count, withFiles) => {
      const keys = new Set(sections.slice(0, count).map(({ key }) => key));
      const some = onlySections(ground.definition, answers, keys);
      const check = applicationCheckOf(
        evaluateForm(ground.definition, some, withFiles ? env : { ...env, files: {} }),
      );
      return { answered: check.progress.answered, required: check.progress.required };
    }),
  };
}

const placeholders = {
  contact: "占位联系人",
  mobile: "13899990000",
  email: "placeholder@placeholder.example",
};

function slotsOf(
  { files }: TemplateGround,
  index: number,
  profile: ReturnType<typeof applicantProfile>,
): Record<Slot, string> {
  const { nameZh, nameEn, uscc, contact, mobile, email } = profile;
  // Prefecture and county are those of the place, which has templates of its own.
  const [, , address] = profile.address;
  const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
  return {
    ...{ nameZh, nameEn, uscc, address, contact, mobile, email },
    shortName: shortName(index),
    ...{ companyId: id(1), applicationId: id(2), ownerId: id(3), ownerName: "占位签字人" },
    ...{ draftedAt: "2001-01-01T00:00:00.001Z", submittedAt: "2001-01-01T00:00:00.002Z" },
    number: "SXIC-2001-C0-990000",
    ...Object.fromEntries(files.map((_, at) => [`file${at}`, id(100 + at)])),
  };
}

function envOf({ files, moments }: TemplateGround, slots: Record<Slot, string>): SnapshotEnv {
  const byQuestion: Record<string, HashedFile[]> = {};
  for (const [at, { questionKey, ...file }] of files.entries())
    (byQuestion[questionKey] ??= []).push({ id: slots[`file${at}`] ?? "", ...file });
  return { today: moments.day(0), files: byQuestion, confirmedUsccs: [] };
}

const snapshotOf = (
  { definition, form, call }: TemplateGround,
  answers: RawAnswers,
  env: SnapshotEnv,
  slots: Record<Slot, string>,
): string =>
  submissionJson(
    {
      ...{ applicationId: slots.applicationId, number: slots.number, version: 1 },
      ...{ submittedAt: slots.submittedAt, signedName: slots.ownerName, signedBy: slots.ownerId },
      company: { id: slots.companyId, nameZh: slots.nameZh, nameEn: slots.nameEn, uscc: slots.uscc },
      call,
    },
    { ...form, definition },
    { ...answers, ...signed(definition) },
    env,
  );

const signingKeys = (definition: FormDefinition): string[] =>
  compileForm(definition)
    .sections.filter(({ section }) => section.kind === "signing")
    .flatMap(({ questions }) => questions.map(({ field }) => field.key));

const signed = (definition: FormDefinition): RawAnswers =>
  Object.fromEntries(signingKeys(definition).map((key) => [key, "yes"]));

/** The draft as saving each section once would leave it. */
function draftSections(definition: FormDefinition, answers: RawAnswers, slots: Record<Slot, string>) {
  const form = compileForm(definition);
  const fixedTables = new Set(
    [...form.questionByKey.values()].filter(({ fixedRows }) => fixedRows).map(({ field }) => field.key),
  );
  const operations = differenceOfAnswers({}, answers).filter(
    (operation) => operation.kind === "set" || !fixedTables.has(operation.table),
  );
  const circumstances = { by: slots.ownerId, at: slots.draftedAt, seen: new Map(), fixedTables };
  return form.sections.flatMap(({ section }) => {
    if (section.kind === "signing") return [];
    const own = operations.filter((operation) => {
      const path = operation.kind === "set" ? operation.path : operation.table;
      return sectionOfPath(definition, path.split("/")[0] ?? "") === section.key;
    });
    if (own.length === 0) return [];
    const typed = own.map((operation, at) => ({ ...operation, opId: String(at), baseVersion: 0 }));
    const fields: DraftSection = applyOperations({}, typed, circumstances).section;
    return [{ key: section.key, fields }];
  });
}

const onlySections = (
  definition: FormDefinition,
  answers: RawAnswers,
  keys: ReadonlySet<string>,
): RawAnswers =>
  Object.fromEntries(
    Object.entries(answers).filter(([key]) => keys.has(sectionOfPath(definition, key) ?? "")),
  );

function remembered<T>(work: (count: number, flag: boolean) => T): (count: number, flag: boolean) => T {
  const known = new Map<string, T>();
  return (count, flag) => {
    const key = `${count}${flag}`;
    const value = known.get(key) ?? work(count, flag);
    known.set(key, value);
    return value;
  };
}

/** For each place as many projects as there are different ones: enough that neighbours in a list differ. */
export function projectTemplates(ground: TemplateGround): (company: number, turn: number) => ProjectTemplate {
  const { variants } = demoProject(ground.project);
  const known = new Map<string, ProjectTemplate>();
  return (company, turn) => {
    const place = company % demoPlaces.length;
    const seed = place * variants + (turn % variants);
    const template = known.get(`${seed}`) ?? projectTemplate(ground, place, seed);
    known.set(`${seed}`, template);
    return template;
  };
}
