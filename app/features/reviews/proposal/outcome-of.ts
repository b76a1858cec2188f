import type { Relaxations } from "#app/analysis/assignment/smallest-relaxation.ts";
import type { Breach } from "#app/analysis/assignment/verify-assignment.ts";
import type { DisciplineGap, LoadGap, RunOutcome, SeatGap } from "#app/domain/reviews/assignment-run.ts";
import { disciplines } from "#app/domain/reviews/coverage.ts";

interface Named {
  applicationIds: readonly string[];
  reviewerIds: readonly string[];
}

/** What the solver says by index, with the ids of applications and reviewers. */
export function outcomeOf(
  { applicationIds, reviewerIds }: Named,
  { keepingLimits, raisingLimits, shortage, unkeptPins }: Relaxations,
): Extract<RunOutcome, { why: "infeasible" }> {
  const application = (at: number) => applicationIds[at]!;
  const reviewer = (at: number) => reviewerIds[at]!;
  const seats = (breaches: readonly Breach[]): SeatGap[] =>
    breaches.flatMap((each) =>
      each.kind === "coverage" && each.found < each.wanted
        ? [{ applicationId: application(each.application), missing: each.wanted - each.found }]
        : [],
    );
  const ofDisciplines = (breaches: readonly Breach[]): DisciplineGap[] =>
    breaches.flatMap((each) =>
      each.kind === "discipline"
        ? [
            {
              applicationId: application(each.application),
              discipline: disciplines[each.discipline]!,
              missing: each.wanted - each.found,
            },
          ]
        : [],
    );
  const beyond = (breaches: readonly Breach[]): LoadGap[] =>
    breaches.flatMap((each) =>
      each.kind === "load" && each.found > each.most
        ? [{ reviewerId: reviewer(each.reviewer), more: each.found - each.most }]
        : [],
    );
  return {
    why: "infeasible",
    shortage: shortage
      ? {
          applications: shortage.applications.map(application),
          reviewers: shortage.reviewers.map(reviewer),
          missing: shortage.missing,
        }
      : null,
    fewer: seats(keepingLimits.breaches),
    fewerOf: ofDisciplines(keepingLimits.breaches),
    beyond: raisingLimits ? beyond(raisingLimits.breaches) : null,
    beyondFewer: raisingLimits ? seats(raisingLimits.breaches) : [],
    beyondFewerOf: raisingLimits ? ofDisciplines(raisingLimits.breaches) : [],
    tooFew: keepingLimits.breaches.flatMap((each) =>
      each.kind === "load" && each.found < each.least ? [reviewer(each.reviewer)] : [],
    ),
    unkeptPins: unkeptPins.map(([a, r]) => ({ applicationId: application(a), reviewerId: reviewer(r) })),
  };
}
