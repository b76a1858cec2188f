import type { PlannedApplication } from "#db/demo/plan.ts";
import type { Applicant } from "../applicants.ts";
import type { Cast } from "../cast.ts";

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
