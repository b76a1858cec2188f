import { createHash } from "node:crypto";
import { usccCheckCharacter } from "#app/domain/companies/uscc.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { Write } from "#app/platform/database/database.ts";
import { hashPassword } from "#app/platform/password/hash-password.ts";
import { hashToken } from "#app/platform/secret-token.ts";
import { emptyForm } from "#app/domain/forms/edit/fresh-node.ts";
import { newId } from "#app/platform/new-id.ts";
import { calls } from "#db/programme/calls.ts";
import { c5Form } from "#db/programme/forms/c5.ts";
import { type OpenPortal, openPortal } from "#tests/support/open-portal.ts";
import { c5Rubric } from "#tests/unit/reviews/c5-rubric.ts";
import { canary } from "./canaries.ts";
import {
  addApplication,
  type ApplicationName,
  applicationNames,
  type Ground,
  storeFiles,
  type WorldApplication,
} from "./world-applications.ts";
import { addOffice, type OfficeIds } from "./world-office.ts";
import { addPeople, emailOf, password, type PersonName } from "./world-people.ts";
import { addProposal } from "./world-proposal.ts";

/** The moment of most tests: the call is open. */
export const now = new Date("2026-11-23T08:00:00.000Z");
export const closesAt = "2027-01-15T09:00:00.000Z";
/** Exactly the closing time is too late. */
export const afterClosing = new Date(closesAt);

export const sha256Of = hashToken;

/** Ids of everything a request may name. */
export interface World extends OfficeIds {
  people: Record<PersonName, string>;
  companies: { ours: string; theirs: string };
  applications: Record<ApplicationName, WorldApplication>;
  callId: string;
  /** A call that the public does not know of. */
  draftCallId: string;
  formDraftId: string;
  noticeId: string;
  /** Of an invitation into our company and of one into the fund's staff. */
  invitationId: string;
  /** Invitations from outside to try the call in preparation: one accepted by otherOwner, one that still waits. */
  testers: { accepted: string; waiting: string };
  tokens: typeof tokens;
}

/** Of links that were mailed. */
const tokens = {
  invitation: "invitation-into-our-company",
  staffInvitation: "invitation-into-the-staff",
  testInvitation: "invitation-to-try-the-draft-call",
  verification: "verification-of-an-address",
  reset: "reset-of-the-viewers-password",
};

/** A portal with canaries in every private text. It is the template that tests copy. */
export async function plantWorld(): Promise<{ portal: OpenPortal; world: World }> {
  const portal = await openPortal(now);
  const { db, files } = portal.services;
  const stored = new Map<ApplicationName, Awaited<ReturnType<typeof storeFiles>>>();
  for (const name of applicationNames) stored.set(name, await storeFiles(files, name));

  const passwordHash = await hashPassword(password);
  const world = await db.write(async (trx) => {
    const people = await addPeople(trx, passwordHash);
    const companies = await addCompanies(trx, people);
    const { draftCallId, ...call } = await addCall(trx);
    const ground: Ground = { ...call, companies, people, files };
    const applications = {} as Record<ApplicationName, WorldApplication>;
    for (const name of applicationNames)
      applications[name] = await addApplication(trx, ground, name, stored.get(name)!);
    const ids = await addOffice(trx, { people, applications, companies, callId: ground.callId, now });
    await addProposal(trx, { people, applications, callId: ground.callId });
    const formDraftId = await addFormDraft(trx, ground.callId, people.officer);
    const more = await addPapers(trx, people, companies, ground.callId);
    const testers = await addTesters(trx, people, draftCallId);
    return {
      people,
      companies,
      applications,
      callId: ground.callId,
      draftCallId,
      formDraftId,
      testers,
      ...ids,
      ...more,
    };
  });
  return { portal, world };
}

async function addCall(trx: Write) {
  const at = now.toISOString();
  const call = calls.find(({ code }) => code === "C5")!;
  const callId = newId();
  const version = (definition: object) => {
    const json = canonicalJson(definition as Parameters<typeof canonicalJson>[0]);
    const sha256 = createHash("sha256").update(json).digest("hex");
    return { id: newId(), code: "C5", version: 1, definition: json, sha256, created_at: at };
  };
  const form = version(c5Form);
  const rubric = version(c5Rubric);
  await trx.insertInto("form_version").values(form).execute();
  await trx.insertInto("rubric_version").values(rubric).execute();
  await trx
    .insertInto("call")
    .values({
      id: callId,
      code: "C5",
      year: 2026,
      title_zh: call.title.zh,
      title_en: call.title.en,
      content: JSON.stringify(call.content),
      opens_at: "2026-10-01T01:00:00.000Z",
      closes_at: closesAt,
      form_version_id: form.id,
      rubric_version_id: rubric.id,
      next_serial: 100,
      version: 1,
    })
    .execute();
  const draftCallId = newId();
  await trx
    .insertInto("call")
    .values({
      ...{ id: draftCallId, code: "C90", year: 2026, content: "{}", listed: 0, next_serial: 1, version: 1 },
      ...{ title_zh: "筹备中的专题", title_en: "Call in preparation" },
      ...{ opens_at: null, closes_at: null, form_version_id: form.id, rubric_version_id: null },
    })
    .execute();
  return {
    ...{ callId, draftCallId },
    form: { id: form.id, sha256: form.sha256, definition: JSON.parse(form.definition) as FormDefinition },
  };
}

/** A draft of a form for the call; what it asks is not yet for everybody. */
async function addFormDraft(trx: Write, callId: string, officer: string): Promise<string> {
  const id = newId();
  const at = now.toISOString();
  const definition = JSON.stringify(emptyForm("C5", { zh: "示例表单草稿", en: "Sample form draft" }));
  await trx
    .insertInto("form_draft")
    .values({
      ...{ id, call_id: callId, definition, version: 1 },
      ...{ created_by: officer, created_at: at, updated_by: officer, updated_at: at },
      ...{ published_version: null, published_form_id: null },
    })
    .execute();
  return id;
}

async function addCompanies(trx: Write, people: Record<PersonName, string>) {
  const ours = await addCompany(trx, "91140100MA0000001", canary("company", "ourCompany"), people.owner);
  const theirs = await addCompany(
    trx,
    "91140100MA0000002",
    canary("company", "otherCompany"),
    people.otherOwner,
  );
  const join = (companyId: string, personId: string, role: "owner" | "editor" | "viewer") =>
    trx
      .insertInto("company_member")
      .values({ company_id: companyId, person_id: personId, role, added_at: now.toISOString() })
      .execute();
  await join(ours, people.owner, "owner");
  await join(ours, people.editor, "editor");
  await join(ours, people.viewer, "viewer");
  await join(theirs, people.otherOwner, "owner");
  return { ours, theirs };
}

async function addCompany(trx: Write, body: string, name: string, createdBy: string): Promise<string> {
  const id = newId();
  await trx
    .insertInto("company")
    .values({
      id,
      uscc: body + usccCheckCharacter(body),
      uscc_state: "valid",
      name_zh: name,
      name_en: "",
      licence_file_id: null,
      profile: "{}",
      created_at: now.toISOString(),
      created_by: createdBy,
      version: 1,
    })
    .execute();
  return id;
}

async function addPapers(
  trx: Write,
  people: Record<PersonName, string>,
  companies: { ours: string },
  callId: string,
) {
  const ids = { noticeId: newId(), invitationId: newId() };
  const at = now.toISOString();
  await trx
    .insertInto("notice")
    .values({
      id: ids.noticeId,
      call_id: callId,
      title_zh: "示例公告",
      title_en: "Example notice",
      body_zh: "正文",
      body_en: "Text",
      published_at: "2026-10-01T01:00:00.000Z",
    })
    .execute();
  const expires = "2028-01-01T00:00:00.000Z";
  await trx
    .insertInto("company_invitation")
    .values({
      id: ids.invitationId,
      company_id: companies.ours,
      email: "invited@example.test",
      role: "editor",
      token_hash: hashToken(tokens.invitation),
      invited_by: people.owner,
      created_at: at,
      expires_at: expires,
    })
    .execute();
  const link = (token: string, kind: "verify_email" | "reset_password" | "invite_staff", more: object) =>
    trx
      .insertInto("one_time_token")
      .values({
        ...{ token_hash: hashToken(token), kind, person_id: null, email: `${kind}@example.test`, data: "{}" },
        ...{ created_at: at, expires_at: expires, ...more },
      })
      .execute();
  await link(tokens.staffInvitation, "invite_staff", {
    data: JSON.stringify({ name: "新示例", roles: ["officer"], locale: "zh", invitedBy: "冯示例" }),
  });
  await link(tokens.verification, "verify_email", { data: JSON.stringify({ name: "新示例", locale: "zh" }) });
  await link(tokens.reset, "reset_password", { person_id: people.viewer, email: emailOf("viewer") });
  return { ...ids, tokens };
}

async function addTesters(trx: Write, people: World["people"], callId: string): Promise<World["testers"]> {
  const ids = { accepted: newId(), waiting: newId() };
  const at = now.toISOString();
  const invited = {
    ...{ call_id: callId, locale: "zh" as const, invited_by: people.administrator },
    ...{ invited_at: at, expires_at: "2028-01-01T00:00:00.000Z" },
  };
  await trx
    .insertInto("call_tester")
    .values([
      {
        ...{ ...invited, id: ids.accepted, email: emailOf("otherOwner"), token_hash: hashToken("spent") },
        ...{ person_id: people.otherOwner, accepted_at: at },
      },
      {
        ...{ ...invited, id: ids.waiting, email: "tester@example.test" },
        ...{ token_hash: hashToken(tokens.testInvitation), person_id: null, accepted_at: null },
      },
    ])
    .execute();
  return ids;
}
