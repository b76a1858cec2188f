import { reviewVisibility } from "#app/domain/reviews/anonymity.ts";
import { canWithAssignment } from "#app/domain/reviews/policy.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import type { Context } from "#app/features/context.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { findAssignment, type OwnAssignment } from "./find-assignment.ts";
import type { StoredSheet } from "./save-sheet.ts";

export interface ReviewPage {
  assignment: OwnAssignment;
  rubric: Rubric;
  sheet: StoredSheet;
  mayScore: boolean;
  totalX100: number | null;
  submittedAt: string | null;
  savedAt: string | null;
  title: { zh: string; en: string };
  cityCode: string;
  /** The version under review: what stood when the sheet was begun, until its reviewer goes over to a later one. */
  submission: { id: string; version: number };
  /** A version that came in since. */
  later: { version: number; submittedAt: string } | undefined;
  /** Sealed until one's own sheet is in; then by letter, never by name. */
  others: OtherSheet[];
}

export interface OtherSheet {
  code: string;
  totalX100: number;
  advice: "recommend" | "conditional" | "not_recommend";
  overall: string;
}

/** The reviewer's own sheet beside an application they may read; undefined for anybody and anything else. */
export async function findReviewPage(ctx: Context, assignmentId: string): Promise<ReviewPage | undefined> {
  const assignment = await findAssignment(ctx.db.read, ctx, assignmentId);
  if (!assignment || !canWithAssignment(ctx.actor, "read_application", assignment.subject)) return undefined;
  const row = await ctx.db.read
    .selectFrom("application as a")
    .leftJoin("review as r", (join) => join.on("r.assignment_id", "=", assignmentId))
    .innerJoin("submission as standing", "standing.id", "a.current_submission_id")
    .leftJoin("submission as read", "read.id", "r.submission_id")
    .select([
      "a.title_zh",
      "a.title_en",
      "a.city_code",
      "r.sheet",
      "r.notes",
      "r.total_x100",
      "r.submitted_at",
      "r.updated_at",
      "r.rubric_version_id",
      "standing.id as standing_id",
      "standing.version as standing_version",
      "standing.submitted_at as standing_at",
      "read.id as read_id",
      "read.version as read_version",
    ])
    .where("a.id", "=", assignment.applicationId)
    .executeTakeFirst();
  const rubricVersion = row?.rubric_version_id ?? assignment.rubricVersionId;
  if (!row || !rubricVersion) return undefined;
  const version = row.read_version ?? row.standing_version;
  return {
    assignment,
    rubric: await rubricOfVersion(ctx.db.read, rubricVersion),
    sheet: {
      ...(JSON.parse(row.sheet ?? "{}") as StoredSheet),
      ...(JSON.parse(row.notes ?? "{}") as StoredSheet),
    },
    mayScore: canWithAssignment(ctx.actor, "score", assignment.subject),
    totalX100: row.total_x100,
    submittedAt: row.submitted_at,
    savedAt: row.updated_at,
    title: { zh: row.title_zh, en: row.title_en },
    cityCode: row.city_code,
    submission: { id: row.read_id ?? row.standing_id, version },
    later:
      row.standing_version > version
        ? { version: row.standing_version, submittedAt: row.standing_at }
        : undefined,
    others: assignment.state === "submitted" ? await otherSheets(ctx, assignment) : [],
  };
}

async function otherSheets(ctx: Context, assignment: OwnAssignment): Promise<OtherSheet[]> {
  const visibility = reviewVisibility({ kind: "reviewer", ownState: assignment.state }, false);
  if (!visibility.scores) return [];
  const rows = await ctx.db.read
    .selectFrom("assignment as g")
    .innerJoin("review as r", "r.assignment_id", "g.id")
    .select(["r.sheet", "r.total_x100", "r.advice"])
    .where("g.application_id", "=", assignment.applicationId)
    .where("g.id", "!=", assignment.id)
    .where("g.state", "=", "submitted")
    .orderBy("g.id")
    .limit(26)
    .execute();
  return rows.flatMap(({ sheet, total_x100, advice }, index) =>
    total_x100 === null || advice === null
      ? []
      : [
          {
            code: String.fromCharCode(65 + index),
            totalX100: total_x100,
            advice,
            overall: (JSON.parse(sheet) as StoredSheet)["overall"]?.v ?? "",
          },
        ],
  );
}

/** The rows before and after this one in the order of the reviewer's queue, for "previous" and "next". */
export async function findNeighbours(
  ctx: Context,
  assignmentId: string,
): Promise<{ previous?: string; next?: string }> {
  if (ctx.actor.kind !== "person") return {};
  const rows = await ctx.db.read
    .selectFrom("assignment")
    .select("id")
    .where("reviewer_id", "=", ctx.actor.personId)
    .where("state", "in", ["accepted"])
    .orderBy("due_at")
    .orderBy("id")
    .limit(200)
    .execute();
  const at = rows.findIndex(({ id }) => id === assignmentId);
  const previous = at > 0 ? rows[at - 1]?.id : undefined;
  const next = rows[at + 1]?.id;
  return { ...(previous ? { previous } : {}), ...(next && next !== assignmentId ? { next } : {}) };
}
