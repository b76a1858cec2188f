import type { Context } from "#app/features/context.ts";
import { scoreMark } from "#app/features/reviews/calibration/score-mark.ts";
import { type Place, placeApplications, rankOrder, summaryColumns } from "./place-applications.ts";

/** A call's whole ranking as it stands, in the order of the rule book. */
export interface RankingBoard {
  /** Another mark means that something has changed. */
  mark: string;
  places: readonly Place[];
  /** The same places in other orders, by what they are sorted by. */
  orders: Map<string, readonly Place[]>;
}

// Thousands of rows are ranked when a score has changed, not whenever somebody looks.
const boards = new Map<string, RankingBoard>();
const mostKept = 16;

/** Ranks are those of the whole call, whoever asks: what a reader may not see is left out by who shows it. */
export async function rankingBoard(
  ctx: Context,
  callId: string,
): Promise<RankingBoard & { unscored: number }> {
  const { mark, unscored } = await findMark(ctx, callId);
  const known = boards.get(callId);
  const board =
    known?.mark === mark ? known : { mark, places: await findPlaces(ctx, callId), orders: new Map() };
  boards.delete(callId);
  boards.set(callId, board);
  const [oldest] = boards.keys();
  if (boards.size > mostKept && oldest !== undefined) boards.delete(oldest);
  return { ...board, unscored };
}

/** One pass over an index that holds all it asks for. */
async function findMark({ db }: Context, callId: string) {
  const unscored = db.read
    .selectFrom("application")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("state", "=", "expert_review")
    .where("call_id", "=", callId)
    .where("reviews", "=", 0);
  const row = await db.read
    .selectFrom("score_summary")
    .select([scoreMark.as("mark"), unscored.as("unscored")])
    .where("call_id", "=", callId)
    .executeTakeFirstOrThrow();
  return { mark: row.mark ?? "", unscored: Number(row.unscored) };
}

async function findPlaces({ db }: Context, callId: string): Promise<Place[]> {
  const rows = await db.read
    .selectFrom("score_summary")
    .select(summaryColumns)
    .where("call_id", "=", callId)
    .where("state", "!=", "withdrawn")
    .orderBy(rankOrder)
    .orderBy("application_id")
    .execute();
  return placeApplications(rows);
}
