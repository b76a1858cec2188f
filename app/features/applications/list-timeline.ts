import { isStaff } from "#app/domain/accounts/actor.ts";
import { companyTimeline } from "#app/domain/applications/timeline.ts";
import type { EventType } from "#app/domain/audit/event-types.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";

export interface TimelineEvent {
  seq: number;
  type: EventType;
  at: string;
  /** The person's name for the fund's staff; null for the company where the fund's people acted. */
  actorName: string | null;
  /** A reviewer acted, and the reader reads codes instead of reviewers' names. */
  byReviewer: boolean;
  actorId: string | null;
  data: Record<string, unknown>;
}

/** What reviewers do themselves. */
const reviewersEvents: ReadonlySet<string> = new Set<EventType>([
  "assignment.accepted",
  "assignment.declined",
  "assignment.conflict_declared",
  "review.submitted",
  "question.asked",
]);

/** What happened to an application, oldest first: all of it for the fund's staff, the company's part for others. */
export async function listTimeline(ctx: Context, applicationId: string): Promise<TimelineEvent[]> {
  const staff = isStaff(ctx.actor);
  let query = visibleWithTests(ctx.db.read, ctx.actor)
    .innerJoin("event as e", "e.application_id", "application.id")
    .leftJoin("person as p", "p.id", "e.actor_id")
    .leftJoin("company_member as m", (join) =>
      join.onRef("m.person_id", "=", "e.actor_id").onRef("m.company_id", "=", "application.company_id"),
    )
    .select([
      "e.seq",
      "e.type",
      "e.at",
      "e.actor_id as actorId",
      "e.data",
      "p.name as name",
      "m.person_id as member",
    ])
    .where("application.id", "=", applicationId)
    .orderBy("e.seq");
  if (!staff) query = query.where("e.type", "in", [...companyTimeline]);
  const rows = await query.execute();
  const namesReviewers = mayReview(ctx.actor, "read_reviewer_names");
  return rows.map((row) => {
    const byReviewer = staff && !namesReviewers && reviewersEvents.has(row.type);
    const named = !byReviewer && (staff || row.member !== null);
    return {
      byReviewer,
      seq: row.seq,
      type: row.type as EventType,
      at: row.at,
      actorId: named ? row.actorId : null,
      actorName: named ? row.name : null,
      data: JSON.parse(row.data) as Record<string, unknown>,
    };
  });
}
