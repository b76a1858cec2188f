import { type CallDocument, callDocumentSchema } from "#app/domain/calls/call-document.ts";
import type { CallContent } from "#app/domain/calls/call-content.ts";
import { documentOfCall } from "#app/domain/calls/call-of-content.ts";
import { callState, type CallState } from "#app/domain/calls/call-state.ts";
import type { Context } from "#app/features/context.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import type { Read, Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { draftOfRubric, freshRubric } from "./draft-rubric.ts";

export interface StandingCall {
  id: string;
  code: string;
  year: number;
  title: { zh: string; en: string };
  /** Nothing while it was never published. */
  content: CallContent | undefined;
  opensAt: string | null;
  closesAt: string | null;
  reviewStartedAt: string | null;
  publishedAt: string | null;
  formVersionId: string | null;
  rubricVersionId: string | null;
  listed: boolean;
  withdrawnAt: string | null;
  version: number;
  state: CallState;
}

const columns = [
  "id",
  "code",
  "year",
  "title_zh",
  "title_en",
  "content",
  "opens_at as opensAt",
  "closes_at as closesAt",
  "review_started_at as reviewStartedAt",
  "published_at as publishedAt",
  "form_version_id as formVersionId",
  "rubric_version_id as rubricVersionId",
  "listed",
  "withdrawn_at as withdrawnAt",
  "version",
] as const;

type Row = Awaited<ReturnType<typeof readRow>>;

const readRow = (db: Read, id: string) =>
  db.selectFrom("call").select(columns).where("id", "=", id).executeTakeFirst();

/** A call as its row says, for those who have been asked whether they may. */
export const standingCall = async (db: Read, { now }: Pick<Context, "now">, id: string) =>
  standingOf(await readRow(db, id), now);

/** The same under a lock, in a command. */
export async function lockStandingCall(trx: Write, { now }: Pick<Context, "now">, id: string) {
  const row = await trx
    .selectFrom("call")
    .select(columns)
    .where("id", "=", id)
    .$call(forUpdate(trx))
    .executeTakeFirst();
  return standingOf(row, now);
}

function standingOf(row: Row, now: Date): StandingCall | undefined {
  if (!row) return undefined;
  const { title_zh: zh, title_en: en, content, listed, ...call } = row;
  const read = JSON.parse(content) as CallContent | Record<string, never>;
  return {
    ...call,
    title: { zh, en },
    content: "summary" in read ? (read as CallContent) : undefined,
    listed: listed === 1,
    state: callState(call, now),
  };
}

/** The call as a document: what its draft begins with, and what its draft is compared with. */
export async function documentOfStanding(db: Read, call: StandingCall): Promise<CallDocument> {
  const rubric = call.rubricVersionId
    ? draftOfRubric(await rubricOfVersion(db, call.rubricVersionId))
    : freshRubric(call.title);
  const { title, opensAt, closesAt } = call;
  if (!call.content) return emptyDocument(title, rubric);
  // Parsed so that neither side of a comparison has keys that the other lacks.
  return callDocumentSchema.parse(
    stripped(documentOfCall({ title, content: call.content, rubric, opensAt, closesAt })),
  );
}

const texts = { zh: "", en: "" };

export const emptyDocument = (
  title: { zh: string; en: string },
  rubric: CallDocument["rubric"],
): CallDocument => ({
  about: { title, measure: texts, summary: texts, fit: [], elsewhere: texts, alsoTakes: "" },
  guideline: { sections: [] },
  support: {
    ways: [],
    ...{ minimumFen: null, maximumFen: null, budgetFen: null },
    ...{ stakeCap: "", projectCap: "", matching: "" },
  },
  eligibility: { questions: [] },
  documents: { required: [], conditional: [] },
  rubric,
  reviewers: { total: "5", technology: "2", industry: "1", finance: "1", investment_legal: "1" },
  contact: { office: texts, phone: "", hours: texts },
  times: { opensAt: "", closesAt: "", resultsOn: "" },
});

/** Through JSON, so that what is undefined is not there. */
const stripped = (document: CallDocument): unknown => JSON.parse(JSON.stringify(document));
