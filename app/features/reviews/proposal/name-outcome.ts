import type { RunOutcome } from "#app/domain/reviews/assignment-run.ts";
import type { Context } from "#app/features/context.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";

/** Numbers of applications and names of reviewers, by id; what the reader may not see has none. */
export interface OutcomeNames {
  applications: Readonly<Record<string, string>>;
  reviewers: Readonly<Record<string, string>>;
}

/** As many of each kind as anybody reads. */
export const mostNamed = 12;

/** The names that an explanation mentions. */
export async function nameOutcome(ctx: Context, outcome: RunOutcome | null): Promise<OutcomeNames> {
  if (outcome?.why !== "infeasible") return { applications: {}, reviewers: {} };
  const first = <T>(list: readonly T[]) => list.slice(0, mostNamed);
  const { fewer, fewerOf, beyond, beyondFewer, beyondFewerOf, tooFew, unkeptPins } = outcome;
  const applicationIds = [
    ...[fewer, fewerOf, beyondFewer, beyondFewerOf].flatMap((gaps) =>
      first(gaps).map(({ applicationId }) => applicationId),
    ),
    ...first(unkeptPins).map(({ applicationId }) => applicationId),
  ];
  const reviewerIds = [
    ...first(beyond ?? []).map(({ reviewerId }) => reviewerId),
    ...first(tooFew),
    ...first(unkeptPins).map(({ reviewerId }) => reviewerId),
  ];
  const applications =
    applicationIds.length === 0
      ? []
      : await visibleApplications(ctx.db.read, ctx.actor)
          .select(["application.id", "application.number as name"])
          .where("application.id", "in", [...new Set(applicationIds)])
          .execute();
  const reviewers =
    reviewerIds.length === 0
      ? []
      : await ctx.db.read
          .selectFrom("person")
          .select(["id", "name"])
          .where("id", "in", [...new Set(reviewerIds)])
          .execute();
  const byId = (rows: readonly { id: string; name: string | null }[]) =>
    Object.fromEntries(rows.map(({ id, name }) => [id, name ?? ""]));
  return { applications: byId(applications), reviewers: byId(reviewers) };
}
