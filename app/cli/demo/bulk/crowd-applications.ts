import { createHash } from "node:crypto";
import { newId } from "#app/platform/new-id.ts";
import { shortName } from "../applicants.ts";
import { pick } from "../stage.ts";
import { checkLife } from "./crowd-checks.ts";
import { decideLife } from "./crowd-decisions.ts";
import { type CrowdApplication, type CrowdGround, enter, type Life } from "./crowd-ground.ts";
import { reviewLife } from "./crowd-reviews.ts";
import type { ProjectTemplate, Values } from "./project-template.ts";
import type { Sheaf } from "./sheaf.ts";

/** Writes one application of the crowd, from its first draft to where it stands. True when it has been scored. */
export function addCrowdApplication(
  ground: CrowdGround,
  sheaf: Sheaf,
  application: CrowdApplication,
): boolean {
  const { id, company, share, age, number, draw, turn } = application;
  const { owner, companyId } = company;
  const template = ground.template(company.index, turn);
  const isDraft = share.state === "draft";
  const startedAt = ground.moments.any(isDraft ? age : age + 8, 60 + draw() * 480).toISOString();
  const draftedAt = ground.moments.any(isDraft ? age * 0.6 : age + 2, 60 + draw() * 600).toISOString();
  const life = newLife(ground, sheaf, application, template, startedAt);
  const values = valuesOf(life, draftedAt);
  life.record(startedAt, { actor: owner, type: "application.started", subject: { kind: "application", id } });
  const kept = isDraft ? Math.floor(template.sections.length * draw()) : template.sections.length;
  addDraft(life, template, values, kept, draftedAt);
  const withFiles = !isDraft || kept === template.sections.length;
  if (withFiles) addFiles(life, values, draftedAt);
  const submittedAt = isDraft ? null : submit(life, template, values);
  const isScored = submittedAt !== null && live(life);
  sheaf.add("application", {
    ...{ id, number, call_id: ground.callId, company_id: companyId, form_version_id: ground.formVersionId },
    ...{ state: life.state, state_since: life.stateSince, version: life.version, officer_id: life.officerId },
    ...{ created_by: owner.personId, created_at: startedAt, updated_at: later(life.stateSince, draftedAt) },
    ...copiedFor(template, values, kept),
    ...template.progress(kept, withFiles),
    ...{ current_submission_id: submittedAt && life.submissionId, submitted_at: submittedAt },
    ...{ correction_round: life.round, due_at: life.dueAt },
  });
  return isScored;
}

function newLife(
  ground: CrowdGround,
  sheaf: Sheaf,
  application: CrowdApplication,
  template: ProjectTemplate,
  startedAt: string,
): Life {
  const { id: applicationId, company } = application;
  const { callId } = ground;
  return {
    ...{
      ground,
      sheaf,
      application,
      officer: pick(ground.officers, application.turn),
      submissionId: newId(),
    },
    ...{ state: "draft", stateSince: startedAt, version: 1, dueAt: null, round: 0, officerId: null },
    requestedFen: template.copied.amount_requested_fen ?? 0,
    record: (at, event) =>
      void ground.events.push({ ...event, at, applicationId, companyId: company.companyId, callId }),
  };
}

function valuesOf({ ground, application }: Life, draftedAt: string): Values {
  const { company, age, number, draw } = application;
  const { profile, owner } = company;
  const submittedAt = ground.moments.any(age, 90 + draw() * 460).toISOString();
  return {
    ...{ nameZh: profile.nameZh, nameEn: profile.nameEn, uscc: profile.uscc, address: profile.address[2] },
    ...{ contact: profile.contact, mobile: profile.mobile, email: profile.email },
    shortName: shortName(company.index),
    ...{ companyId: company.companyId, applicationId: application.id },
    ...{ ownerId: owner.personId, ownerName: owner.name, draftedAt, submittedAt, number: number ?? "" },
    ...Object.fromEntries(ground.papers.map((_, at) => [`file${at}`, newId()])),
  };
}

function addDraft(
  { sheaf, application }: Life,
  template: ProjectTemplate,
  values: Values,
  kept: number,
  at: string,
): void {
  for (const { key, answers } of template.sections.slice(0, kept))
    sheaf.add("draft_section", {
      ...{ application_id: application.id, section_key: key, answers: answers(values), version: 1 },
      ...{ updated_at: at, updated_by: values.ownerId },
    });
}

function addFiles({ ground, sheaf, application, record }: Life, values: Values, at: string): void {
  const { owner } = application.company;
  for (const [place, paper] of ground.papers.entries()) {
    const id = fileId(values, place);
    sheaf.add("file", {
      ...{ id, storage_key: paper.storageKey, sha256: paper.sha256, size: paper.size, mime: paper.mime },
      ...{ name: paper.name, application_id: application.id, question_key: paper.questionKey },
      ...{ uploaded_by: owner.personId, uploaded_at: at },
    });
    record(at, {
      ...{ actor: owner, type: "file.uploaded", subject: { kind: "file", id } },
      data: { question: paper.questionKey, sha256: paper.sha256, size: paper.size },
    });
  }
}

function submit(life: Life, template: ProjectTemplate, values: Values): string {
  const { ground, sheaf, application, submissionId: id } = life;
  const { owner } = application.company;
  const snapshot = template.snapshot(values);
  const sha256 = createHash("sha256").update(snapshot).digest("hex");
  const { submittedAt, number } = values;
  sheaf.add("submission", {
    ...{ id, application_id: application.id, version: 1, snapshot, sha256 },
    ...{ signed_name: owner.name, submitted_by: owner.personId, submitted_at: submittedAt },
    idempotency_key: newId(),
  });
  for (const [place, { questionKey }] of ground.papers.entries())
    sheaf.add("submission_file", {
      ...{ submission_id: id, file_id: fileId(values, place), question_key: questionKey },
    });
  enter(life, "submitted", submittedAt);
  life.record(submittedAt, {
    ...{ actor: owner, type: "application.submitted", subject: { kind: "submission", id } },
    data: { number, version: 1, sha256, from: "draft", to: "submitted", round: 0 },
  });
  return submittedAt;
}

/** What happened to it since; true when reviews came in. */
function live(life: Life): boolean {
  const { share, age, company, draw } = life.application;
  if (share.state === "submitted") return false;
  if (share.state === "withdrawn") {
    const at = life.ground.moments.any(age * draw() * 0.8, 300).toISOString();
    const subject = { kind: "application", id: life.application.id };
    const data = { from: life.state, to: "withdrawn" };
    enter(life, "withdrawn", at);
    life.record(at, { actor: company.owner, type: "application.withdrawn", subject, data });
    return false;
  }
  checkLife(life);
  if (life.state !== "expert_review") return false;
  const isScored = reviewLife(life);
  decideLife(life);
  return isScored;
}

/** A title and figures are copied as soon as the section that asks for them is there. */
function copiedFor({ copied, sections }: ProjectTemplate, values: Values, kept: number) {
  const has = (key: string) => sections.findIndex((section) => section.key === key) < kept;
  const filing = has("filing");
  const funding = has("funding");
  return {
    title_zh: filing ? copied.title_zh.replace(/^.*示例第\d+号/, values.shortName) : "",
    title_en: filing ? copied.title_en : "",
    city_code: filing ? copied.city_code : "",
    chain_segment: filing ? copied.chain_segment : "",
    amount_requested_fen: funding ? copied.amount_requested_fen : null,
    total_investment_fen: funding ? copied.total_investment_fen : null,
  };
}

const fileId = (values: Values, place: number): string => values[`file${place}`] ?? "";

const later = (a: string, b: string): string => (a > b ? a : b);
