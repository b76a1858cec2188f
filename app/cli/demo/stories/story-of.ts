import type { Ending } from "#db/demo/plan.ts";
import type { Story } from "../calendar.ts";
import { drafting, submitting, submittingAgain, withdrawing } from "./applying-stories.ts";
import {
  accepting,
  answering,
  checking,
  halfChecking,
  lapsing,
  mending,
  refusing,
  returning,
} from "./check-stories.ts";
import { deciding, moving, releasing } from "./decision-stories.ts";
import type { Begun, Part, Stretch } from "./part.ts";
import { closingScoring, reviewing } from "./review-stories.ts";

type Told<At extends Ending["at"]> = Extract<Ending, { at: At }>;

/** From the first draft to where the application stands today. */
export async function* storyOf(part: Part): Story {
  const { ending } = part.planned;
  switch (ending.at) {
    case "draft":
      return yield* draft(part, ending);
    case "submitted":
      return yield* submitted(part, ending);
    case "formal_review":
      return yield* inFormalReview(part, ending);
    case "supplement_required":
      return yield* inCorrection(part, ending);
    case "not_accepted":
      return yield* notAccepted(part, ending);
    case "expert_review":
      return yield* inExpertReview(part, ending);
    case "withdrawn":
      return yield* withdrawn(part, ending);
    default:
      return yield* pastScoring(part, ending);
  }
}

async function* draft(part: Part, { filled, files = 0 }: Told<"draft">): Stretch<void> {
  const from = 4 + (part.seed % 21);
  yield* drafting(part, { from, until: Math.max(1, from - 9), filled, files });
}

async function* submitted(part: Part, { versions = 1 }: Told<"submitted">): Stretch<void> {
  const begun = yield* submitting(part, 3 + (part.seed % 9) + versions * 2);
  for (let version = 2; version <= versions; version += 1)
    yield* submittingAgain(part, begun, 1 + (versions - version) * 2);
}

async function* inFormalReview(part: Part, { checked, corrected }: Told<"formal_review">): Stretch<void> {
  if (corrected) {
    const which = part.seed;
    const begun = yield* submitting(part, 24);
    yield* returning(part, begun, 15, which);
    yield* mending(part, begun, 13, { which });
    return yield* answering(part, begun, 12);
  }
  const begun = yield* submitting(part, 10 + (part.seed % 5));
  const checkId = yield* checking(part, begun, 3 + (part.seed % 3));
  if (checked) yield* halfChecking(part, checkId, 2, checked);
}

async function* inCorrection(
  part: Part,
  { defects, answered = 0 }: Told<"supplement_required">,
): Stretch<void> {
  const begun = yield* submitting(part, 12 + (part.seed % 4));
  yield* returning(part, begun, 2, defects);
  if (answered > 0) yield* mending(part, begun, 1, { which: defects, count: answered });
}

async function* notAccepted(part: Part, { why, refusal = 0 }: Told<"not_accepted">): Stretch<void> {
  const begun = yield* submitting(part, 36 + (part.seed % 5));
  if (why === "refused") return yield* refusing(part, begun, 30, refusal);
  yield* returning(part, begun, 30, 0);
  yield* lapsing(part, begun);
}

async function* inExpertReview(part: Part, ending: Told<"expert_review">): Stretch<void> {
  const avoidance = ending.extra === "avoidance" ? avoided : {};
  const early = earlier(part);
  const begun = yield* submitting(part, 31 + early, avoidance);
  yield* accepting(part, begun, 25 + early);
  yield* reviewing(part, begun, {
    ...ending,
    ...{ assigned: 21 + early, due: ending.overdue ? 3 : -(5 + (part.seed % 9)) },
    ...{ sentFrom: 15 + early, sentUntil: 3 },
  });
}

const avoided = {
  reviewers_to_avoid: [
    {
      id: "r1",
      cells: {
        reviewer_name: "沈示例",
        reviewer_unit: "乙丑示例大学微电子学院",
        reason: "对方课题组与我公司在同一方向竞争，曾有专利异议。",
      },
    },
  ],
};

async function* withdrawn(part: Part, { from }: Told<"withdrawn">): Stretch<void> {
  const begun = yield* submitting(part, 28);
  if (from === "expert_review") yield* accepting(part, begun, 20);
  yield* withdrawing(part, begun, 9);
}

/** Days by which one application is ahead of another that has come as far. */
const earlier = ({ seed }: Part): number => (seed * 5) % 7;

const longRound = (early: number) => ({
  ...{ assigned: 48 + early, due: 34 + early, sentFrom: 44 + early, sentUntil: 36 + early },
  ...{ reviewers: 5, declared: 5, begun: 5, sent: 5 },
});

type PastScoring = Exclude<
  Ending,
  {
    at:
      | "draft"
      | "submitted"
      | "formal_review"
      | "supplement_required"
      | "not_accepted"
      | "expert_review"
      | "withdrawn";
  }
>;

async function* pastScoring(part: Part, ending: PastScoring): Stretch<void> {
  const early = earlier(part);
  const begun = yield* submitting(part, 55 + early);
  yield* accepting(part, begun, 51 + early);
  yield* reviewing(part, begun, { ...longRound(early), split: ending.at === "panel" && ending.split });
  yield* closingScoring(part, begun, 32 + early);
  switch (ending.at) {
    case "panel":
      return;
    case "reserve":
      return yield* moving(part, begun, 26 + early, "put_in_reserve");
    case "not_shortlisted":
      return yield* moving(part, begun, 26 + early, "not_shortlist");
    default:
      return yield* beyondPanel(part, begun, ending);
  }
}

async function* beyondPanel(
  part: Part,
  begun: Begun,
  ending: Exclude<PastScoring, { at: "panel" | "reserve" | "not_shortlisted" }>,
): Stretch<void> {
  const early = earlier(part);
  yield* moving(part, begun, 26 + early, "shortlist");
  if (ending.at === "initiated") return;
  yield* moving(part, begun, 23 + early, "start_due_diligence");
  if (ending.at === "due_diligence") return;
  yield* moving(part, begun, 15 + early, "propose");
  yield* moving(part, begun, 10 + Math.floor(early / 2), "send_to_committee");
  switch (ending.at) {
    case "proposal":
      return yield* decidedAndReleased(part, begun, "defer");
    case "ic_review":
      if (ending.recorded) yield* deciding(part, begun, 3, ending.recorded);
      return;
    case "public_notice":
      return yield* decidedAndReleased(part, begun, ending.kind);
    case "rejected":
      return yield* decidedAndReleased(part, begun, "reject");
  }
}

async function* decidedAndReleased(
  part: Part,
  begun: Begun,
  kind: Parameters<typeof deciding>[3],
): Stretch<void> {
  const decisionId = yield* deciding(part, begun, 8, kind);
  yield* releasing(part, decisionId, 5);
}
