import type { Context } from "#app/features/context.ts";
import type { Place } from "./place-applications.ts";

export interface FundingLine {
  /** How many applications the line lets through here. */
  places: number;
  /** As it was saved; null while nobody has. */
  saved: number | null;
  version: number;
  movedAt: string | null;
  /** The last above the line and the first below it are equal, and the chair has not decided. */
  splitsTie: boolean;
}

export async function findFundingLine({ db }: Pick<Context, "db">, callId: string) {
  return db.read
    .selectFrom("funding_line")
    .select(["places", "version", "moved_at as movedAt"])
    .where("call_id", "=", callId)
    .executeTakeFirst();
}

/** As asked for, as saved, or else as many as reach the shortlist; never more than there are. */
export function drawFundingLine(
  places: readonly Place[],
  stored: Awaited<ReturnType<typeof findFundingLine>>,
  asked: number | null,
): FundingLine {
  const shortlisted = () => places.filter(({ outcome }) => outcome === "shortlist").length;
  const wanted = asked ?? stored?.places ?? shortlisted();
  const line = Math.max(1, Math.min(wanted, Math.max(1, places.length)));
  const [last, next] = [places[line - 1], places[line]];
  return {
    places: line,
    saved: stored?.places ?? null,
    version: stored?.version ?? 0,
    movedAt: stored?.movedAt ?? null,
    splitsTie: last?.rank != null && last.rank === next?.rank,
  };
}
