import { sql } from "kysely";
import { mayQuestion } from "#app/domain/reviews/question-policy.ts";
import {
  type QuestionStanding,
  questionStanding,
  type QuestionState,
  questionTransition,
  waitingForOffice,
} from "#app/domain/reviews/question-workflow.ts";
import type { Context } from "#app/features/context.ts";
import {
  beyondCursor,
  type Cursor,
  cursorText,
  type Page,
  pageSize,
  readsBackwards,
  toPage,
} from "#app/features/keyset.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";

export const questionViews = ["waiting", "with_company", "done"] as const;
export type QuestionView = (typeof questionViews)[number];

const statesOf: Record<QuestionView, readonly QuestionState[]> = {
  waiting: waitingForOffice,
  with_company: ["forwarded"],
  done: ["passed_on", "declined"],
};

export interface OfficeQuestion {
  id: string;
  applicationId: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  sectionKey: string;
  standing: QuestionStanding;
  /** Null for those who read codes and not names. */
  asker: string | null;
  question: string;
  wording: string;
  dueAt: string | null;
  reason: string;
  handledBy: string | null;
  answer: string;
  answeredAt: string | null;
  askedAt: string;
  version: number;
  mayHandle: boolean;
  /** Nothing but passing on is left. */
  mayPassOn: boolean;
}

/** Reviewers' questions, the oldest first, as far as the reader may see their applications. */
export async function listQuestions(
  ctx: Context,
  view: QuestionView,
  cursor: Cursor | null,
): Promise<Page<OfficeQuestion>> {
  if (!mayQuestion(ctx.actor, "read", ctx.now)) return { rows: [], next: null, previous: null };
  const upwards = !readsBackwards(cursor);
  let rows = questions(ctx)
    .where("q.state", "in", [...statesOf[view]])
    .orderBy("q.asked_at", upwards ? "asc" : "desc")
    .orderBy("q.id", upwards ? "asc" : "desc")
    .limit(pageSize + 1);
  if (cursor) rows = rows.where(beyondCursor(sql.ref("q.asked_at"), sql.ref("q.id"), cursor, upwards));
  const fetched = (await rows.execute()).map((row) => shown(ctx, row));
  return toPage(fetched, cursor, (row) => cursorText(row.askedAt, row.id));
}

/** All about one application, the newest first. */
export async function listApplicationQuestions(
  ctx: Context,
  applicationId: string,
): Promise<OfficeQuestion[]> {
  if (!mayQuestion(ctx.actor, "read", ctx.now)) return [];
  const rows = await questions(ctx)
    .where("application.id", "=", applicationId)
    .orderBy("q.asked_at", "desc")
    .orderBy("q.id", "desc")
    .execute();
  return rows.map((row) => shown(ctx, row));
}

const questions = (ctx: Context) =>
  visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("review_question as q", "q.application_id", "application.id")
    .innerJoin("assignment as g", "g.id", "q.assignment_id")
    .innerJoin("person as p", "p.id", "g.reviewer_id")
    .leftJoin("person as h", "h.id", "q.handled_by")
    .select(["q.id as id", "application.id as applicationId", "application.number as number"])
    .select(["application.title_zh as titleZh", "application.title_en as titleEn"])
    .select(["application.company_id as companyId", "application.state as applicationState"])
    .select(["q.section_key as sectionKey", "q.state as state", "q.question as question"])
    .select(["q.wording as wording", "q.due_at as dueAt", "q.reason as reason", "h.name as handledBy"])
    .select(["q.answer as answer", "q.answered_at as answeredAt", "q.asked_at as askedAt"])
    .select(["q.version as version", "p.name as asker", "g.reviewer_id as askedBy"]);

type Row = Awaited<ReturnType<ReturnType<typeof questions>["execute"]>>[number];

function shown({ actor, now }: Context, row: Row): OfficeQuestion {
  const { companyId, applicationState, askedBy, state, asker, ...rest } = row;
  const subject = { companyId, applicationState, askedBy, dueAt: row.dueAt };
  const mayHandle = mayQuestion(actor, "handle", now, subject);
  return {
    ...rest,
    standing: questionStanding({ state, dueAt: row.dueAt }, now),
    asker: mayQuestion(actor, "read_asker", now, subject) ? asker : null,
    mayHandle: mayHandle && questionTransition(state, "forward", "office") !== null,
    mayPassOn: mayHandle && questionTransition(state, "pass_on", "office") !== null,
  };
}
