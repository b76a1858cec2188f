import { type Actor, companyRole, hasRole, isStaff } from "#app/domain/accounts/actor.ts";
import type { ApplicationSubject } from "#app/domain/applications/policy.ts";
import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import { rowScope } from "#app/features/visible-applications.ts";
import type { Read } from "#app/platform/database/database.ts";
import { keptQuery } from "#app/platform/database/kept-query.ts";

/** An application with its company and call: what every page about it says first. */
export interface ApplicationHead {
  id: string;
  number: string | null;
  state: ApplicationState;
  stateSince: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  formVersionId: string;
  titleZh: string;
  titleEn: string;
  cityCode: string;
  chainSegment: string;
  amountRequestedFen: number | null;
  totalInvestmentFen: number | null;
  answered: number;
  required: number;
  currentSubmissionId: string | null;
  /** Version of the submission that stands. */
  currentVersion: number | null;
  submittedAt: string | null;
  correctionRound: number;
  dueAt: string | null;
  officerId: string | null;
  companyId: string;
  companyNameZh: string;
  companyNameEn: string;
  uscc: string;
  usccState: string;
  callId: string;
  callCode: string;
  callYear: number;
  /** Made before the call opened, to try its form out. */
  isTest: 0 | 1;
  callTitleZh: string;
  callTitleEn: string;
  opensAt: string | null;
  closesAt: string | null;
  reviewStartedAt: string | null;
  publishedAt: string | null;
  /** What the call lets one application ask for. */
  minimumFen: number | null;
  maximumFen: number | null;
}

/** Heads of the applications `actor` may know of; further conditions are the caller's. */
export const applicationHeads = (db: Read, actor: Actor) => allHeads(db).where(rowScope(db, actor));

const allHeads = keptQuery((db) =>
  db
    .selectFrom("application")
    .innerJoin("company", "company.id", "application.company_id")
    .innerJoin("call", "call.id", "application.call_id")
    .select((eb) =>
      eb
        .selectFrom("submission as standing")
        .select("standing.version")
        .whereRef("standing.id", "=", "application.current_submission_id")
        .as("currentVersion"),
    )
    .select([
      "application.id as id",
      "application.number as number",
      "application.state as state",
      "application.state_since as stateSince",
      "application.version as version",
      "application.created_at as createdAt",
      "application.updated_at as updatedAt",
      "application.form_version_id as formVersionId",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "application.city_code as cityCode",
      "application.chain_segment as chainSegment",
      "application.amount_requested_fen as amountRequestedFen",
      "application.total_investment_fen as totalInvestmentFen",
      "application.answered as answered",
      "application.required as required",
      "application.current_submission_id as currentSubmissionId",
      "application.submitted_at as submittedAt",
      "application.correction_round as correctionRound",
      "application.due_at as dueAt",
      "application.officer_id as officerId",
      "application.is_test as isTest",
      "company.id as companyId",
      "company.name_zh as companyNameZh",
      "company.name_en as companyNameEn",
      "company.uscc as uscc",
      "company.uscc_state as usccState",
      "call.id as callId",
      "call.code as callCode",
      "call.year as callYear",
      "call.title_zh as callTitleZh",
      "call.title_en as callTitleEn",
      "call.opens_at as opensAt",
      "call.closes_at as closesAt",
      "call.review_started_at as reviewStartedAt",
      "call.published_at as publishedAt",
      "call.minimum_fen as minimumFen",
      "call.maximum_fen as maximumFen",
    ])
    .$narrowType<{ state: ApplicationState }>(),
);

/** What the fund's people and reviewers need beside the head before `can` may be asked; nothing for a company. */
export interface Standing {
  assignmentState: string | null;
  declaredAt: string | null;
  conflicts: number;
}

/** One more statement only for those whose rights depend on an assignment or a conflict. */
export async function standingOf(
  db: Read,
  actor: Actor,
  applicationId: string,
): Promise<Standing | undefined> {
  if (actor.kind !== "person" || !(isStaff(actor) || hasRole(actor, "reviewer"))) return undefined;
  return await db
    .selectFrom("application")
    .leftJoin("assignment as a", (join) =>
      join.onRef("a.application_id", "=", "application.id").on("a.reviewer_id", "=", actor.personId),
    )
    .select(["a.state as assignmentState", "a.declared_at as declaredAt"])
    .select((eb) =>
      eb
        .selectFrom("conflict")
        .select((count) => count.fn.countAll<number>().as("n"))
        .whereRef("conflict.application_id", "=", "application.id")
        .where("conflict.person_id", "=", actor.personId)
        .where("conflict.state", "in", conflictsThatCount(actor))
        .$asScalar()
        .as("conflicts"),
    )
    .where("application.id", "=", applicationId)
    .executeTakeFirst()
    .then((row) => row && { ...row, conflicts: row.conflicts ?? 0 });
}

/** A reviewer waits outside until somebody has judged; the fund's people work on until a conflict is confirmed. */
const conflictsThatCount = (actor: Actor): ("open" | "confirmed")[] =>
  hasRole(actor, "reviewer") ? ["open", "confirmed"] : ["confirmed"];

/** The head as the policy sees it. */
export const subjectOf = (
  head: Pick<ApplicationHead, "companyId" | "state" | "closesAt" | "dueAt">,
  standing?: Standing,
): ApplicationSubject => ({
  companyId: head.companyId,
  state: head.state,
  closesAt: head.closesAt,
  dueAt: head.dueAt,
  conflicted: (standing?.conflicts ?? 0) > 0,
  assignment:
    standing?.assignmentState != null
      ? { state: standing.assignmentState, declaredAt: standing.declaredAt }
      : undefined,
});

export const roleIn = (actor: Actor, head: Pick<ApplicationHead, "companyId">) =>
  companyRole(actor, head.companyId);
