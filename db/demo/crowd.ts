/** How a crowd of applications is spread over the states, in parts of a hundred; each with its age in days. */
export interface CrowdShare {
  state:
    | "draft"
    | "submitted"
    | "formal_review"
    | "supplement_required"
    | "not_accepted"
    | "expert_review"
    | "panel"
    | "reserve"
    | "not_shortlisted"
    | "initiated"
    | "due_diligence"
    | "proposal"
    | "ic_review"
    | "public_notice"
    | "rejected"
    | "withdrawn";
  share: number;
  /** Days since it was submitted (a draft: since it was begun): from, until. */
  age: readonly [number, number];
}

export const crowdShares: readonly CrowdShare[] = [
  { state: "draft", share: 12, age: [2, 40] },
  { state: "submitted", share: 13, age: [1, 14] },
  { state: "formal_review", share: 6, age: [10, 18] },
  { state: "supplement_required", share: 3, age: [12, 18] },
  { state: "not_accepted", share: 6, age: [26, 60] },
  { state: "expert_review", share: 29, age: [28, 44] },
  { state: "panel", share: 11, age: [50, 58] },
  { state: "reserve", share: 5, age: [52, 60] },
  { state: "not_shortlisted", share: 6, age: [52, 60] },
  { state: "initiated", share: 2, age: [52, 60] },
  { state: "due_diligence", share: 2, age: [52, 60] },
  { state: "proposal", share: 1, age: [54, 60] },
  { state: "ic_review", share: 1.5, age: [54, 60] },
  { state: "public_notice", share: 1, age: [56, 60] },
  { state: "rejected", share: 0.5, age: [56, 60] },
  { state: "withdrawn", share: 1, age: [20, 50] },
];

/** Companies for every hundred applications. */
export const companiesPerHundred = 65;

/**
 * What the companies of the crowd come from, in parts of a hundred: the code of the call whose questions each
 * answers. C3 is filed with C2, C4 with C5, C8 and C9 with C7.
 */
export const crowdProjects: readonly { project: string; share: number }[] = [
  { project: "C5", share: 30 },
  { project: "C1", share: 13 },
  { project: "C2", share: 12 },
  { project: "C6", share: 10 },
  { project: "C4", share: 7 },
  { project: "C3", share: 5 },
  { project: "C12", share: 5 },
  { project: "C7", share: 5 },
  { project: "C8", share: 4 },
  { project: "C11", share: 4 },
  { project: "C9", share: 3 },
  { project: "C10", share: 2 },
];

/** Company number `index` of the crowd; the step shares no factor with a hundred, so that neighbours differ. */
export function crowdProjectOf(index: number): string {
  const place = (index * 37) % 100;
  let sum = 0;
  for (const { project, share } of crowdProjects) {
    sum += share;
    if (place < sum) return project;
  }
  return "C5";
}

/** States in which a sum of the fund's own is decided; a project that only looks for a bank never comes there. */
export const statesOfDecision: ReadonlySet<CrowdShare["state"]> = new Set([
  "proposal",
  "ic_review",
  "public_notice",
  "rejected",
]);
