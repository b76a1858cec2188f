import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { CompanyRole, PersonActor } from "#app/domain/accounts/actor.ts";
import { system } from "#app/domain/accounts/actor.ts";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import { draftStamp } from "#app/domain/applications/draft/draft-stamp.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { RawAnswers, RawValue } from "#app/domain/forms/raw-answers.ts";
import { differenceOfAnswers } from "#app/domain/forms/difference-of-answers.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { startApplication } from "#app/features/applications/start-application.ts";
import { submitApplication, type SubmitApplication } from "#app/features/applications/submit-application.ts";
import { installProgramme, type ProgrammeCall } from "#app/features/calls/install-programme.ts";
import { acceptInvitation } from "#app/features/companies/accept-invitation.ts";
import { inviteMember } from "#app/features/companies/invite-member.ts";
import { addFile } from "#app/features/files/add-file.ts";
import { fundProgramme, programmeYear } from "#app/cli/fund-programme.ts";
import { addCompany, registerPerson, signedIn } from "#tests/support/people.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";
import type { Dialect } from "#db/migrations/migration.ts";
import { c5Definition, exampleAnswersC5, exampleFilesC5 } from "#tests/world/example-answers-c5.ts";
import { zip } from "#tests/support/zip.ts";

export const opensAt = "2026-11-01T00:00:00.000Z";
export const closesAt = "2027-01-15T09:00:00.000Z";

export const declared = [
  "truthful",
  "no_violations",
  "no_duplicate_funding",
  "confidentiality",
  "personal_information",
  "due_diligence",
  "consent_banks",
];

/** What is filed: a call, with answers and files that complete its form. */
export interface Filing {
  code: string;
  definition: FormDefinition;
  answers: RawAnswers;
  files: Readonly<Record<string, readonly { name: string }[]>>;
  /** The fund's own when absent. */
  programme?: readonly ProgrammeCall[];
}

const c5Filing: Filing = {
  ...{ code: "C5", definition: c5Definition, answers: exampleAnswersC5, files: exampleFilesC5 },
};

/** A company with people of every role, and a call open: made by the commands real people use. */
export interface FilingCompany {
  portal: TestPortal;
  callId: string;
  companyId: string;
  owner: PersonActor;
  editor: PersonActor;
  viewer: PersonActor;
  stranger: PersonActor;
  /** Session tokens by person id. */
  tokens: ReadonlyMap<string, string>;
  join(role: CompanyRole): Promise<PersonActor>;
  /** A new draft of the owner's. */
  start(): Promise<string>;
  /** Types the example into a draft, with the files it needs. */
  complete(applicationId: string): Promise<void>;
  /** A draft with everything in it. */
  completed(): Promise<string>;
  /** What the check page would send. */
  signing(applicationId: string, changes?: Partial<SubmitApplication>): Promise<SubmitApplication>;
  submit(applicationId: string, changes?: Partial<SubmitApplication>): ReturnType<typeof submitApplication>;
}

export async function filingCompany(dialect: Dialect, filing: Filing = c5Filing): Promise<FilingCompany> {
  const portal = await testPortal(dialect);
  await installProgramme(portal.ctx(system), programmeYear, filing.programme ?? fundProgramme, {
    [filing.code]: { opensAt, closesAt },
  });
  const { id: callId } = await portal.db.read
    .selectFrom("call")
    .select("id")
    .where("code", "=", filing.code)
    .executeTakeFirstOrThrow();
  const founder = await registerPerson(portal, "owner@example.com");
  const { companyId, owner } = await addCompany(portal, founder);
  const stranger = await registerPerson(portal, "stranger@example.com");
  let joined = 0;
  const tokens = new Map([
    [owner.actor.personId, owner.token],
    [stranger.actor.personId, stranger.token],
  ]);
  const world: FilingCompany = {
    portal,
    callId,
    companyId,
    owner: owner.actor,
    editor: owner.actor,
    viewer: owner.actor,
    stranger: stranger.actor,
    tokens,
    async join(role) {
      const person = await registerPerson(portal, `member${(joined += 1)}@example.com`, "王敏");
      const invited = await inviteMember(portal.ctx(owner.actor), {
        companyId,
        email: person.email,
        role,
        locale: "zh",
      });
      if (!invited.ok) throw new Error(invited.reason);
      const accepted = await acceptInvitation(portal.ctx(person.actor), { token: invited.token });
      if (!accepted.ok) throw new Error(accepted.reason);
      tokens.set(person.actor.personId, person.token);
      return (await signedIn(portal, person.token, person.email)).actor;
    },
    async start() {
      const started = await startApplication(portal.ctx(world.owner), { callId, companyId });
      if (!started.ok) throw new Error(started.reason);
      return started.applicationId;
    },
    async complete(applicationId) {
      for (const { sectionKey, operations } of operationsOf(filing)) {
        const saved = await saveAnswers(portal.ctx(world.owner), { applicationId, sectionKey, operations });
        if (!saved.ok) throw new Error(`${sectionKey}: ${saved.reason}`);
      }
      for (const [questionKey, files] of Object.entries(filing.files))
        for (const { name } of files) await upload(world, applicationId, questionKey, name);
    },
    async completed() {
      const id = await world.start();
      await world.complete(id);
      return id;
    },
    async signing(applicationId, changes = {}) {
      const draft = await findDraft(portal.ctx(world.owner), applicationId);
      return {
        applicationId,
        signedName: "赵敏",
        declared,
        idempotencyKey: randomUUID(),
        seen: draft ? draftStamp(draft.sections.values(), draft.files) : "",
        ...changes,
      };
    },
    async submit(applicationId, changes) {
      return submitApplication(portal.ctx(world.owner), await world.signing(applicationId, changes));
    },
  };
  world.editor = await world.join("editor");
  world.viewer = await world.join("viewer");
  return world;
}

/** All answers as the operations a browser would send, section by section. */
function operationsOf({
  definition,
  answers: all,
}: Filing): { sectionKey: string; operations: DraftOperation[] }[] {
  const form = compileForm(definition);
  return form.sections
    .filter(({ section }) => section.kind !== "signing")
    .map(({ section, questions }) => {
      const keys = new Set(questions.map(({ field }) => field.key));
      const answers = Object.fromEntries(Object.entries(all).filter(([key]) => keys.has(key)));
      const operations = differenceOfAnswers({}, answers)
        .filter(
          (operation) => operation.kind === "set" || !form.questionByKey.get(operation.table)?.fixedRows,
        )
        .map((operation) => ({ ...operation, opId: randomUUID(), baseVersion: 0 }));
      return { sectionKey: section.key, operations };
    });
}

export const set = (
  path: string,
  value: RawValue,
  baseVersion = 0,
  opId: string = randomUUID(),
): DraftOperation => ({
  kind: "set",
  path,
  value,
  baseVersion,
  opId,
});

export const pdf = (words: string): Buffer =>
  Buffer.from(`%PDF-1.4\n%${words}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`);

/** As much of a workbook as shows what it is. */
const xlsx = (): Buffer =>
  zip([
    {
      name: "[Content_Types].xml",
      content:
        '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    },
    { name: "xl/workbook.xml", content: "<workbook/>" },
  ]);

async function upload(world: FilingCompany, applicationId: string, questionKey: string, fileName: string) {
  const bytes = fileName.endsWith(".xlsx") ? xlsx() : pdf(`${questionKey} ${fileName}`);
  const added = await addFile(world.portal.ctx(world.owner), {
    applicationId,
    questionKey,
    fileName,
    content: Readable.from([bytes]),
  });
  if (!added.ok) throw new Error(`${questionKey}: ${added.reason}`);
}
