import { mayOffice } from "#app/domain/applications/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import { applicationsWithCompany } from "./list-applications.ts";
import { narrowList, type ResolvedFilter } from "./narrow-list.ts";

export interface ListTotal {
  count: number;
  amountFen: number;
}

/**
 * How many applications a list holds and what they ask for together. Free of the table's size wherever the
 * tally can tell; only free text and "needs a hand" are counted row by row.
 */
export async function countApplications(ctx: Context, filter: ResolvedFilter): Promise<ListTotal> {
  if (!mayOffice(ctx.actor, "list")) return { count: 0, amountFen: 0 };
  return filter.text || filter.need ? await countRows(ctx, filter) : await readTally(ctx, filter);
}

async function countRows(ctx: Context, filter: ResolvedFilter): Promise<ListTotal> {
  const row = await narrowList(applicationsWithCompany(ctx), ctx, filter)
    .select((eb) => [
      eb.fn.countAll<number>().as("count"),
      eb.fn.sum<number | null>("application.amount_requested_fen").as("amountFen"),
    ])
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), amountFen: Number(row.amountFen ?? 0) };
}

async function readTally(ctx: Context, filter: ResolvedFilter): Promise<ListTotal> {
  let tally = ctx.db.read.selectFrom("application_tally").where("state", "!=", "draft");
  if (filter.callId) tally = tally.where("call_id", "=", filter.callId);
  if (filter.states.length > 0) tally = tally.where("state", "in", filter.states);
  if (filter.city) tally = tally.where("city_code", "=", filter.city);
  if (filter.officerId !== null) tally = tally.where("officer_id", "=", filter.officerId);
  const all = await tally
    .select((eb) => [
      eb.fn.sum<number | null>("n").as("count"),
      eb.fn.sum<number | null>("amount_fen").as("amountFen"),
    ])
    .executeTakeFirstOrThrow();
  const hidden = await countHidden(ctx, filter);
  return {
    count: Number(all.count ?? 0) - hidden.count,
    amountFen: Number(all.amountFen ?? 0) - hidden.amountFen,
  };
}

/** What the tally counts and this person may not know of: applications they are recused from. */
async function countHidden(ctx: Context, filter: ResolvedFilter): Promise<ListTotal> {
  if (ctx.actor.kind !== "person") return { count: 0, amountFen: 0 };
  const recused = await ctx.db.read
    .selectFrom("conflict")
    .select("application_id as id")
    .where("person_id", "=", ctx.actor.personId)
    .where("state", "=", "confirmed")
    .execute();
  if (recused.length === 0) return { count: 0, amountFen: 0 };
  const applications = ctx.db.read
    .selectFrom("application")
    .innerJoin("company", "company.id", "application.company_id")
    .where(
      "application.id",
      "in",
      recused.map(({ id }) => id),
    )
    .where("application.state", "!=", "draft");
  const row = await narrowList(applications, ctx, filter)
    .select((eb) => [
      eb.fn.countAll<number>().as("count"),
      eb.fn.sum<number | null>("application.amount_requested_fen").as("amountFen"),
    ])
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), amountFen: Number(row.amountFen ?? 0) };
}
