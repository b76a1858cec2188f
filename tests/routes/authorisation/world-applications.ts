import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { submissionJson } from "#app/domain/applications/submission-snapshot.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import type { FileStore, StoredFile } from "#app/platform/storage/file-store.ts";
import { canary } from "./canaries.ts";

export const applicationNames = [
  "draft",
  "submitted",
  "formal",
  "correction",
  "scoring",
  "panel",
  "committee",
  "released",
  "refused",
  "withdrawn",
  "otherDraft",
  "otherScoring",
] as const;
export type ApplicationName = (typeof applicationNames)[number];

export const stateOf: Record<ApplicationName, string> = {
  draft: "draft",
  submitted: "submitted",
  formal: "formal_review",
  correction: "supplement_required",
  scoring: "expert_review",
  panel: "panel",
  committee: "ic_review",
  released: "public_notice",
  refused: "not_accepted",
  withdrawn: "withdrawn",
  otherDraft: "draft",
  otherScoring: "expert_review",
};

export const correctionDue = "2026-12-01T09:00:00.000Z";
const at = "2026-11-10T01:00:00.000Z";

export interface Ground {
  callId: string;
  form: { id: string; sha256: string; definition: FormDefinition };
  companies: { ours: string; theirs: string };
  people: { owner: string; otherOwner: string; officer: string };
  files: FileStore;
}

export interface WorldApplication {
  id: string;
  number: string | null;
  submissionId: string | null;
  /** In the submission. */
  fileId: string;
  /** Only in the draft. */
  newFileId: string;
}

const pdf = (text: string) =>
  `%PDF-1.4\n% ${text}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`;

/** Bytes are stored outside the transaction, as uploads are. */
export async function storeFiles(files: FileStore, name: ApplicationName) {
  const put = async (text: string) => {
    const kept = await files.put(Readable.from([Buffer.from(pdf(text))]), {
      fileName: "a.pdf",
      maxBytes: 10_000,
    });
    if (!kept.ok) throw new Error(kept.reason);
    return kept.file;
  };
  return { submitted: await put(canary("content", name)), fresh: await put(canary("newfile", name)) };
}

let serial = 0;

/** An application in its state, with what was submitted and, different from it, what is being typed. */
export async function addApplication(
  trx: Write,
  ground: Ground,
  name: ApplicationName,
  stored: { submitted: StoredFile; fresh: StoredFile },
): Promise<WorldApplication> {
  serial += 1;
  const id = newId();
  const isOurs = !name.startsWith("other");
  const ownerId = isOurs ? ground.people.owner : ground.people.otherOwner;
  const submitted = stateOf[name] !== "draft";
  const number = submitted ? `SXIC-2026-C5-${String(serial).padStart(4, "0")}` : null;
  const submissionId = submitted ? newId() : null;
  await trx
    .insertInto("application")
    .values({
      id,
      number,
      call_id: ground.callId,
      company_id: isOurs ? ground.companies.ours : ground.companies.theirs,
      state: stateOf[name],
      state_since: at,
      version: 1,
      created_by: ownerId,
      created_at: at,
      updated_at: at,
      form_version_id: ground.form.id,
      officer_id: submitted ? ground.people.officer : null,
      title_zh: canary("title", name),
      title_en: "",
      city_code: "140100",
      chain_segment: "manufacturing",
      amount_requested_fen: 100_000_000,
      total_investment_fen: 400_000_000,
      answered: 3,
      required: 60,
      current_submission_id: submissionId,
      submitted_at: submitted ? at : null,
      correction_round: name === "correction" ? 1 : 0,
      due_at: name === "correction" ? correctionDue : null,
    })
    .execute();
  const fileId = await addFile(trx, id, ownerId, stored.submitted, canary("file", name));
  const newFileId = await addFile(trx, id, ownerId, stored.fresh, canary("newfile", name));
  if (submissionId && number)
    await addSubmission(trx, ground, {
      id,
      number,
      submissionId,
      name,
      ownerId,
      fileId,
      file: stored.submitted,
    });
  await addDraft(trx, id, name, ownerId);
  return { id, number, submissionId, fileId, newFileId };
}

const fileQuestion = "a01_licence";

async function addFile(trx: Write, applicationId: string, by: string, stored: StoredFile, name: string) {
  const id = newId();
  await trx
    .insertInto("file")
    .values({
      id,
      storage_key: stored.id,
      sha256: stored.sha256,
      size: stored.size,
      mime: stored.mime,
      name: `${name}.pdf`,
      application_id: applicationId,
      company_id: null,
      question_key: fileQuestion,
      uploaded_by: by,
      uploaded_at: at,
      replaced_by: null,
      removed_at: null,
    })
    .execute();
  return id;
}

interface ToSubmit {
  id: string;
  number: string;
  submissionId: string;
  name: ApplicationName;
  ownerId: string;
  fileId: string;
  file: StoredFile;
}

const answersOf = (name: ApplicationName): RawAnswers => ({
  strand: "c5",
  project_name_zh: canary("title", name),
  significance: canary("answers", name),
  on_cn_list: "yes",
  on_cn_list_text: canary("restricted", name),
  reviewers_to_avoid: [
    { id: "r1", cells: { reviewer_name: canary("restricted", name), reviewer_unit: "", reason: "" } },
  ],
});

async function addSubmission(trx: Write, ground: Ground, submission: ToSubmit): Promise<void> {
  const { id, number, submissionId, name, ownerId, fileId, file } = submission;
  const attached = { id: fileId, name: `${canary("file", name)}.pdf`, size: file.size, sha256: file.sha256 };
  const snapshot = submissionJson(
    {
      applicationId: id,
      number,
      version: 1,
      submittedAt: at,
      signedName: canary("person", name.startsWith("other") ? "otherOwner" : "owner"),
      signedBy: ownerId,
      company: { id: ground.companies.ours, nameZh: canary("company", "ourCompany"), nameEn: "", uscc: "" },
      call: { code: "C5", year: 2026, titleZh: "示例", titleEn: "Example" },
    },
    ground.form,
    answersOf(name),
    { today: "2026-11-10", files: { [fileQuestion]: [attached] } },
  );
  await trx
    .insertInto("submission")
    .values({
      id: submissionId,
      application_id: id,
      version: 1,
      snapshot,
      sha256: createHash("sha256").update(snapshot).digest("hex"),
      signed_name: canary("person", name.startsWith("other") ? "otherOwner" : "owner"),
      submitted_by: ownerId,
      submitted_at: at,
      idempotency_key: newId(),
    })
    .execute();
  await trx
    .insertInto("submission_file")
    .values({ submission_id: submissionId, file_id: fileId, question_key: fileQuestion })
    .execute();
}

async function addDraft(trx: Write, id: string, name: ApplicationName, ownerId: string): Promise<void> {
  const field = (v: string | string[]) => ({ v, n: 1, at, by: ownerId });
  const sections = {
    filing: {
      strand: field("c5"),
      project_name_zh: field(canary("title", name)),
      summary: field(canary("draft", name)),
      significance: field(canary("answers", name)),
    },
    export_control: { on_cn_list: field("yes"), on_cn_list_text: field(canary("restricted", name)) },
  };
  for (const [key, answers] of Object.entries(sections))
    await trx
      .insertInto("draft_section")
      .values({
        application_id: id,
        section_key: key,
        answers: JSON.stringify(answers),
        version: 1,
        updated_at: at,
        updated_by: ownerId,
      })
      .execute();
}
