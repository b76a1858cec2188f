import { sql, type SqlBool } from "kysely";
import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { toHundredths } from "#app/domain/reviews/reviewer-total.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { decimal } from "#app/domain/shared/decimal.ts";
import type { Context } from "#app/features/context.ts";
import { pageSize } from "#app/features/keyset.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { findRankedCall } from "./find-ranked-call.ts";
import { type Place, placeModerated, placePage } from "./place-applications.ts";

export interface RankedRow {
  id: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  companyZh: string;
  companyEn: string;
  state: ApplicationState;
  version: number;
  reviewers: number;
  /** Null with fewer than three valid sheets. */
  rank: number | null;
  /** Equal in score and every tie-break to a neighbour: the chair decides. */
  tied: boolean;
  /** What placed it after the one above when their scores are equal. */
  separatedBy: string | null;
  valid: number;
  method: "trimmed" | "plain" | "insufficient";
  scoreX100: number | null;
  meanX100: number | null;
  medianX100: number | null;
  spreadX100: number | null;
  /** In the rubric's order. */
  criterionMeans: readonly string[];
  belowFloor: readonly string[];
  moderation: readonly string[];
  outcome: "shortlist" | "reserve" | "fail" | null;
  advice: readonly [recommend: number, conditional: number, not: number];
  rubricVersionId: string;
}

export interface Ranking {
  callId: string;
  code: string;
  year: number;
  titleZh: string;
  titleEn: string;
  rubricVersionId: string;
  rubric: Rubric;
  rows: readonly RankedRow[];
  page: number;
  pages: number;
  /** Applications with at least one valid review, and how many of them are marked for deliberation. */
  total: number;
  moderated: number;
  /** Still being scored, with no review in yet. */
  unscored: number;
  /** How many of those shown here on all pages reach either line: where it is drawn. */
  reached: { shortlist: number; reserve: number };
  /** Place of this page's first row among those shown, from 0. */
  offset: number;
}

/**
 * One page of a call's ranking, read from sums that were kept when each review came in (domain.md §5.4).
 * Ranks are those of the whole call, also for a reader who may not see every row.
 */
export async function listRanking(
  ctx: Context,
  code: string,
  { page, moderatedOnly }: { page: number; moderatedOnly: boolean },
): Promise<Ranking | undefined> {
  if (!mayReview(ctx.actor, "read_scores")) return undefined;
  const call = await findRankedCall(ctx, code);
  if (!call) return undefined;
  const rubric = await rubricOfVersion(ctx.db.read, call.rubricVersionId);
  const counts = await countRanking(ctx, call.id, rubric, moderatedOnly);
  const shown = moderatedOnly ? counts.moderated : counts.total;
  const pages = Math.max(1, Math.ceil(shown / pageSize));
  const at = Math.min(Math.max(1, page), pages);
  const places = await (moderatedOnly ? placeModerated(ctx, call.id, at) : placePage(ctx, call.id, at));
  const applications = await findApplications(
    ctx,
    places.map(({ id }) => id),
  );
  const { id: callId, rubricVersionId, ...heading } = call;
  return {
    ...{ callId, rubricVersionId, ...heading, rubric, page: at, pages, ...counts },
    offset: (at - 1) * pageSize,
    rows: places.flatMap((place) => {
      const application = applications.get(place.id);
      return application ? [{ ...application, ...toFigures(rubric, place) }] : [];
    }),
  };
}

/** One pass over an index that holds all it asks for. */
async function countRanking(ctx: Context, callId: string, rubric: Rubric, moderatedOnly: boolean) {
  const { shortlist, reserve } = rubric.thresholds;
  const marked = sql<SqlBool>`moderation <> ''`;
  const reaches = (line: string) => {
    const reached = sql<SqlBool>`coalesce(score_x100, -1) >= ${toHundredths(decimal(line))}`;
    return moderatedOnly ? sql<SqlBool>`${reached} and ${marked}` : reached;
  };
  const unscored = ctx.db.read
    .selectFrom("application")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("state", "=", "expert_review")
    .where("call_id", "=", callId)
    .where("reviews", "=", 0);
  const row = await ctx.db.read
    .selectFrom("score_summary")
    .select((eb) => [
      eb.fn.countAll<number>().as("total"),
      eb.fn.countAll<number>().filterWhere(marked).as("moderated"),
      eb.fn.countAll<number>().filterWhere(reaches(shortlist)).as("shortlist"),
      eb.fn.countAll<number>().filterWhere(reaches(reserve)).as("reserve"),
      unscored.as("unscored"),
    ])
    .where("call_id", "=", callId)
    .where("state", "!=", "withdrawn")
    .executeTakeFirstOrThrow();
  return {
    ...{ total: Number(row.total), moderated: Number(row.moderated), unscored: Number(row.unscored) },
    reached: { shortlist: Number(row.shortlist), reserve: Number(row.reserve) },
  };
}

async function findApplications(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("company", "company.id", "application.company_id")
    .select([
      "application.id as id",
      "application.number as number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "company.name_zh as companyZh",
      "company.name_en as companyEn",
      "application.state as state",
      "application.version as version",
      "application.reviewers as reviewers",
    ])
    .where("application.id", "in", ids)
    .$narrowType<{ state: ApplicationState }>()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function toFigures(rubric: Rubric, place: Place) {
  const { separatedBy } = place;
  return {
    rank: place.rank,
    tied: place.tied,
    separatedBy: typeof separatedBy === "number" ? (rubric.tieBreak[separatedBy] ?? null) : separatedBy,
    valid: place.valid,
    method: place.method,
    scoreX100: place.scoreX100,
    meanX100: place.meanX100,
    medianX100: place.medianX100,
    spreadX100: place.spreadX100,
    criterionMeans: place.criterion_means.split(","),
    belowFloor: listOf(place.below_floor),
    moderation: listOf(place.moderation),
    outcome: place.outcome,
    advice: [place.recommend, place.conditional, place.not_recommend] as const,
    rubricVersionId: place.rubricVersionId,
  };
}

const listOf = (text: string): string[] => (text === "" ? [] : text.split(","));
