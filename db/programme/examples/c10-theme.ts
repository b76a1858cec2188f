import type { C10Texts } from "./c10-texts.ts";
import type { ExampleAnswers, ExampleApplicant, ExampleRow } from "./example-types.ts";
import type { TeamWords } from "./people.ts";

/** One manager's fund: what it invests in, with whom, on which terms and with what record. */
export type C10Theme = {
  /** Plainly fictional. */
  applicant: ExampleApplicant;
  titleZh: string;
  titleEn: string;
  segment: string;
  industry: string;
  fields: readonly string[];
  team: TeamWords;
  texts: C10Texts;
  /** The manager's registered capital in 万元, its people, and its accounts beside those of a usual company. */
  capital: number;
  staff: number;
  accounts: number;
  /** What follows the name the manager goes by. */
  fundName: string;
  partners(manager: string): ExampleRow[];
  answers: ExampleAnswers;
};
