import type { Tool } from "./equipment.ts";
import type { ExampleAnswers, ExampleApplicant, ProductWords } from "./example-types.ts";
import type { MoneyShape, Step } from "./money.ts";
import type { TeamWords } from "./people.ts";
import type { Right } from "./section-answers.ts";

/** What an example is about, who does it, what it costs and by when; the rest all examples of a call answer alike. */
export type ProjectTheme<Texts> = {
  /** Plainly fictional, and placed where the texts say. */
  applicant: ExampleApplicant;
  titleZh: string;
  titleEn: string;
  segment: string;
  industry: string;
  fields: readonly string[];
  businessScope: string;
  product: ProductWords;
  team: TeamWords;
  shape: MoneyShape;
  /** The value before the round for each 万元 of investment. */
  preMoney: number;
  steps: readonly Step[];
  /** Where a call asks what is bought. */
  tools?: readonly Tool[];
  texts: Texts;
  /** Where they are not those of a maker of devices. */
  rights?: readonly Right[];
  /** What only this trade answers so: products, figures, tables. */
  answers: ExampleAnswers;
};
