import { sql } from "kysely";
import { canDecide } from "#app/domain/decisions/policy.ts";
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

export interface AwaitingApplication {
  id: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  companyZh: string;
  companyEn: string;
  callCode: string;
  amountRequestedFen: number | null;
  since: string;
  scoreX100: number | null;
}

/** Before the committee with nothing recorded yet, by how long they wait. */
export async function listAwaiting(
  ctx: Context,
  callId: string | null,
  cursor: Cursor | null,
): Promise<Page<AwaitingApplication>> {
  if (!canDecide(ctx.actor, "read")) return { rows: [], next: null, previous: null };
  const upwards = !readsBackwards(cursor);
  let rows = awaiting(ctx, callId)
    .innerJoin("company", "company.id", "application.company_id")
    .innerJoin("call", "call.id", "application.call_id")
    .leftJoin("score_summary", "score_summary.application_id", "application.id")
    .select([
      "application.id as id",
      "application.number as number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "application.amount_requested_fen as amountRequestedFen",
      "application.state_since as since",
      "company.name_zh as companyZh",
      "company.name_en as companyEn",
      "call.code as callCode",
      "score_summary.score_x100 as scoreX100",
    ])
    .orderBy("application.state_since", upwards ? "asc" : "desc")
    .orderBy("application.id", upwards ? "asc" : "desc")
    .limit(pageSize + 1);
  if (cursor)
    rows = rows.where(
      beyondCursor(sql.ref("application.state_since"), sql.ref("application.id"), cursor, upwards),
    );
  return toPage(await rows.execute(), cursor, (row) => cursorText(row.since, row.id));
}

export async function countAwaiting(ctx: Context): Promise<number> {
  if (!canDecide(ctx.actor, "read")) return 0;
  const { n } = await awaiting(ctx, null)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return Number(n);
}

const awaiting = (ctx: Context, callId: string | null) =>
  visibleApplications(ctx.db.read, ctx.actor)
    .where("application.state", "=", "ic_review")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("decision")
            .select("decision.id")
            .whereRef("decision.application_id", "=", "application.id")
            .where("decision.state", "=", "recorded"),
        ),
      ),
    )
    .$if(callId !== null, (rows) => rows.where("application.call_id", "=", callId!));
