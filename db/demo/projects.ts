import { c1FileKeys, filledC1 } from "#db/programme/examples/c1.ts";
import { c2FileKeys, filledC2 } from "#db/programme/examples/c2.ts";
import { requiredFileKeys, variedC5 } from "#db/programme/examples/c5.ts";
import { c6FileKeys, filledC6 } from "#db/programme/examples/c6.ts";
import { c7FileKeys, filledC7 } from "#db/programme/examples/c7.ts";
import { c10FileKeys, filledC10 } from "#db/programme/examples/c10.ts";
import { c11Examples, c11FileKeys, filledC11 } from "#db/programme/examples/c11.ts";
import { c12Examples, c12FileKeys, filledC12 } from "#db/programme/examples/c12.ts";
import type { ExampleAnswers, ExampleApplicant } from "#db/programme/examples/example-types.ts";
import { strandExamples } from "#db/programme/examples/strands.ts";

interface DemoProject {
  /** The call it is filed in. */
  call: string;
  filled(applicant: ExampleApplicant, seed: number): ExampleAnswers;
  fileKeys: readonly string[];
  /** How many seeds in a row give different projects. */
  variants: number;
}

/** Texts that name a place stay with that place, whichever company files them. */
const settled =
  (filled: (applicant?: ExampleApplicant) => ExampleAnswers) =>
  (applicant: ExampleApplicant): ExampleAnswers => {
    const { site_city = "", site_county = "", site_park = "" } = filled();
    return { ...filled(applicant), site_city, site_county, site_park };
  };

/** A project of each call, those that are filed with another one included. */
export const demoProjects = new Map<string, DemoProject>([
  ["C1", { call: "C1", filled: settled(filledC1), fileKeys: c1FileKeys, variants: 1 }],
  ["C2", { call: "C2", filled: settled(filledC2), fileKeys: c2FileKeys, variants: 1 }],
  [
    "C5",
    {
      call: "C5",
      filled: (applicant, seed) => variedC5(seed, applicant),
      fileKeys: requiredFileKeys,
      variants: 6,
    },
  ],
  ["C6", { call: "C6", filled: settled(filledC6), fileKeys: c6FileKeys, variants: 1 }],
  ["C7", { call: "C7", filled: settled(filledC7), fileKeys: c7FileKeys, variants: 1 }],
  ["C10", { call: "C10", filled: settled(filledC10), fileKeys: c10FileKeys, variants: 1 }],
  [
    "C11",
    {
      call: "C11",
      filled: (applicant, seed) => filledC11(applicant, c11Examples[seed % c11Examples.length]),
      fileKeys: c11FileKeys,
      variants: c11Examples.length,
    },
  ],
  [
    "C12",
    {
      call: "C12",
      filled: (applicant, seed) => filledC12(applicant, c12Examples[seed % c12Examples.length]),
      fileKeys: c12FileKeys,
      variants: c12Examples.length,
    },
  ],
  ...strandExamples.map(
    ({ taking, strand, filled, fileKeys }) =>
      [strand, { call: taking, filled: settled(filled), fileKeys, variants: 1 }] as const,
  ),
]);
