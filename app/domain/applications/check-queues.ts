import type { ApplicationState } from "./workflow.ts";

/** Where an application waits on its way through the formal check; the first is the office's own turn. */
export const checkQueues = [
  "formal_review",
  "submitted",
  "supplement_required",
] as const satisfies readonly ApplicationState[];
export type CheckQueue = (typeof checkQueues)[number];
