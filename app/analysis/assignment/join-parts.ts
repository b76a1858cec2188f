import { connectedParts } from "../connected-parts.ts";
import type { Assignment, AssignmentProblem } from "./assignment-problem.ts";
import { reassign } from "./reassign.ts";

/** Bridges tried for one part before it is left alone. */
const mostTries = 12;

export interface Joined {
  assignment: Assignment;
  /** Parts left: more than one where the rules allow no bridge. */
  parts: number;
}

/**
 * The same assignment with as few exchanges as possible until all applications hang together: calibration can tell a
 * harsh reviewer from a weak application only within one part (connected-parts).
 */
export function joinParts(problem: AssignmentProblem, assignment: Assignment): Joined {
  let current = assignment;
  let pins = [...problem.pins];
  let parts = partsOf(problem, current);
  for (;;) {
    if (parts.count <= 1) return { assignment: current, parts: parts.count };
    const bridge = bridges(problem, current, parts.ofApplication).find(({ application, reviewer }) => {
      const joined = reassign(
        { ...problem, pins: [...pins, [application, reviewer]] },
        current.reviewersOf,
        // Dearer than any gain: all other pairs stay unless the rules move them.
        1,
      );
      if (!joined.ok) return false;
      const fewer = partsOf(problem, joined.assignment);
      if (fewer.count >= parts.count) return false;
      [current, parts] = [joined.assignment, fewer];
      return true;
    });
    if (!bridge) return { assignment: current, parts: parts.count };
    pins = [...pins, [bridge.application, bridge.reviewer]];
  }
}

function partsOf({ applications, reviewers }: AssignmentProblem, { reviewersOf }: Assignment) {
  const pairs = reviewersOf.flatMap((list, application) =>
    list.map((reviewer) => ({ application, reviewer })),
  );
  return connectedParts(applications, reviewers, {
    application: pairs.map(({ application }) => application),
    reviewer: pairs.map(({ reviewer }) => reviewer),
  });
}

interface Bridge {
  application: number;
  reviewer: number;
}

/** Allowed pairs between the smallest part and any other, the closest first. */
function bridges(
  { applications, reviewers, allowed, similarity }: AssignmentProblem,
  { reviewersOf }: Assignment,
  part: Int32Array,
): Bridge[] {
  const sizes = new Map<number, number>();
  for (const each of part) if (each >= 0) sizes.set(each, (sizes.get(each) ?? 0) + 1);
  const [smallest] = [...sizes].toSorted(([, one], [, other]) => one - other)[0] ?? [-1];
  const partOfReviewer = new Map(
    reviewersOf.flatMap((list, application) =>
      list.map((reviewer) => [reviewer, part[application]!] as const),
    ),
  );
  const found: (Bridge & { worth: number })[] = [];
  for (let application = 0; application < applications; application += 1)
    for (const [reviewer, other] of partOfReviewer) {
      const at = application * reviewers + reviewer;
      const crosses = part[application] !== other && [part[application], other].includes(smallest);
      if (crosses && allowed[at] === 1) found.push({ application, reviewer, worth: similarity[at]! });
    }
  return found.toSorted((one, other) => other.worth - one.worth).slice(0, mostTries);
}
