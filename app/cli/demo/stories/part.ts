import type { PlannedApplication } from "#db/demo/plan.ts";
import type { Applicant } from "../applicants.ts";
import type { Cast, CastCall } from "../cast.ts";
import { demoProject } from "../project.ts";

/** One application's part in the play. */
export interface Part {
  cast: Cast;
  applicantAt(now: Date): Promise<Applicant>;
  seed: number;
  planned: PlannedApplication;
}

/** A stretch of a story: yields when it goes on, is told the time, and leaves something behind. */
export type Stretch<T> = AsyncGenerator<Date, T, Date>;

export interface Begun {
  applicationId: string;
  applicant: Applicant;
}

/** The call it is filed in. */
export function callOf({ cast, planned }: Part): CastCall {
  const call = cast.calls.get(demoProject(planned.project).call);
  if (!call) throw new Error(`Demo: the call of ${planned.project} is not open`);
  return call;
}
