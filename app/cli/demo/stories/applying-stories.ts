import { withdrawApplication } from "#app/features/applications/withdraw-application.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { attach, beginDraft, draftFor, signAndSubmit, typeAnswers } from "../applying.ts";
import { pagesOf, projectAnswers, projectPapers } from "../project.ts";
import { as, done } from "../stage.ts";
import { type Begun, callOf, type Part, type Stretch } from "./part.ts";

interface Effort {
  /** Days ago the draft is begun. */
  from: number;
  /** Days ago of the last evening spent on it. */
  until: number;
  /** Share of the form's pages that get done. */
  filled: number;
  files: number;
  /** Answers beyond, or other than, those of the example. */
  with?: RawAnswers;
}

/** A company fills in its form on a few evenings. */
export async function* drafting(part: Part, effort: Effort): Stretch<Begun> {
  const { stage, moments } = part.cast;
  const { project } = part.planned;
  const { callId } = callOf(part);
  const { from, until, filled, files } = effort;
  let now = yield moments.any(from, 70 + (part.seed % 11) * 13);
  const applicant = await part.applicantAt(now);
  const { writer, companyId } = applicant;
  const applicationId = await beginDraft(stage, now, writer, { callId, companyId });
  const { definition } = await draftFor(stage, now, writer, applicationId);
  const pages = pagesOf(definition);
  const answers = { ...projectAnswers(applicant, part.seed, moments, project), ...effort.with };
  const full = filled * pages.length;
  const evenings = full > 0 ? 3 : 0;
  for (let evening = 1; evening <= evenings; evening += 1) {
    now = yield moments.any(from - ((from - until) * evening) / evenings, 420 + (part.seed % 7) * 17);
    const upTo = (full * evening) / evenings;
    const finished = pages.slice(0, Math.floor(upTo)).map(({ key }) => key);
    await typeAnswers(stage, now, writer, applicationId, answers, finished);
    const begun = evening === evenings ? pages[Math.floor(upTo)] : undefined;
    if (begun) await typeAnswers(stage, now, writer, applicationId, halfOf(answers, begun.questions));
  }
  if (files > 0) {
    now = yield moments.any(until, 560);
    await attach(
      stage,
      now,
      writer,
      applicationId,
      projectPapers(applicant, part.seed, { count: files, project }),
    );
  }
  return { applicationId, applicant };
}

const halfOf = (answers: RawAnswers, questions: readonly string[]): RawAnswers =>
  Object.fromEntries(
    questions
      .slice(0, Math.ceil(questions.length / 2))
      .flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]]])),
  );

/** Filled in completely and submitted that many days ago. */
export async function* submitting(part: Part, daysAgo: number, extra: RawAnswers = {}): Stretch<Begun> {
  const { stage, moments } = part.cast;
  const from = Math.min(69, daysAgo + 6 + (part.seed % 5));
  const begun = yield* drafting(part, {
    ...{ from, until: daysAgo + 1, filled: 1, files: Infinity },
    with: extra,
  });
  const now = yield moments.any(daysAgo, 90 + (part.seed % 23) * 19);
  await signAndSubmit(stage, now, begun.applicant.owner, begun.applicationId);
  return begun;
}

/** Until the call closes a better version may follow. */
export async function* submittingAgain(part: Part, begun: Begun, daysAgo: number): Stretch<void> {
  const { stage, moments } = part.cast;
  const { applicant, applicationId } = begun;
  let now = yield moments.any(daysAgo + 1, 300);
  const text = "两家客户已完成第二轮验证，报告随附件更新；爬坡表按最新的设备交期顺延一个月，总产能不变。";
  const summary = projectAnswers(applicant, part.seed, moments, part.planned.project)["maturity_evidence"];
  const changed = { maturity_evidence: `${String(summary)}${text}` };
  await typeAnswers(stage, now, applicant.writer, applicationId, changed);
  now = yield moments.any(daysAgo, 215 + (part.seed % 11) * 13);
  await signAndSubmit(stage, now, applicant.owner, applicationId);
}

export async function* withdrawing(part: Part, begun: Begun, daysAgo: number): Stretch<void> {
  const now = yield part.cast.moments.any(daysAgo, 180);
  const ctx = as(part.cast.stage, begun.applicant.owner, now);
  done(await withdrawApplication(ctx, { applicationId: begun.applicationId }), "withdrawing");
}
