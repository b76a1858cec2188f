import { connectedParts } from "../connected-parts.ts";
import { type Calibration, calibrate, type CalibrationInput } from "./calibrate.ts";
import type { Scores } from "./mixed-model.ts";

/** Some numbering of what is left: place → number in the whole. */
interface Members {
  applications: number[];
  reviewers: number[];
}

export type MainPart =
  | (Members & {
      outcome: "ready";
      calibration: Calibration;
      /** Scores of each reviewer among them. */
      reviewsBy: Int32Array;
      apart: number[][];
    })
  | { outcome: "too_few" }
  | { outcome: "not_comparable"; apart: number[][] };

/** A part this large stands for the call; a few applications apart from it are left out, and said to be. */
const mainShare = 0.9;

/**
 * Calibrates the applications that are joined by shared reviewers. `apart` are groups of applications, the largest
 * first, that cannot be compared with them, nor with each other. Every application has a review.
 */
export function calibrateMainPart(input: CalibrationInput): MainPart {
  const { ofApplication } = connectedParts(input.applications, input.reviewers, input);
  const parts = Map.groupBy(ofApplication.keys(), (application) => ofApplication[application]!);
  const bySize = [...parts.values()].sort((a, b) => b.length - a.length);
  const [main = [], ...apart] = bySize;
  if (main.length < mainShare * input.applications) return { outcome: "not_comparable", apart: bySize };
  const { scores, members } = narrowTo(input, new Set(main));
  const calibration = calibrate({ ...input, ...scores });
  if (!calibration.ok) return { outcome: "too_few" };
  const reviewsBy = new Int32Array(scores.reviewers);
  for (const reviewer of scores.reviewer) reviewsBy[reviewer]! += 1;
  return { outcome: "ready", calibration, reviewsBy, apart, ...members };
}

function narrowTo(input: Scores, kept: ReadonlySet<number>): { scores: Scores; members: Members } {
  const indices = [...input.application.keys()].filter((index) => kept.has(input.application[index]!));
  const [applications, reviewers] = [new Numbering(), new Numbering()];
  const scores = {
    application: Int32Array.from(indices, (index) => applications.of(input.application[index]!)),
    reviewer: Int32Array.from(indices, (index) => reviewers.of(input.reviewer[index]!)),
    score: Float64Array.from(indices, (index) => input.score[index]!),
  };
  const members = { applications: applications.members, reviewers: reviewers.members };
  return {
    members,
    scores: {
      ...scores,
      applications: members.applications.length,
      reviewers: members.reviewers.length,
    },
  };
}

class Numbering {
  readonly members: number[] = [];
  readonly #numbers = new Map<number, number>();

  of(member: number): number {
    const known = this.#numbers.get(member);
    if (known !== undefined) return known;
    this.#numbers.set(member, this.members.length);
    return this.members.push(member) - 1;
  }
}
