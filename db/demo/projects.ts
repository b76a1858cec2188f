import { c1FileKeys, filledC1 } from "#db/programme/examples/c1.ts";
import { c2FileKeys, filledC2 } from "#db/programme/examples/c2.ts";
import { requiredFileKeys, variedC5 } from "#db/programme/examples/c5.ts";
import { c6FileKeys, filledC6 } from "#db/programme/examples/c6.ts";
import { c7FileKeys, filledC7 } from "#db/programme/examples/c7.ts";
import { c10FileKeys, filledC10 } from "#db/programme/examples/c10.ts";
import { c11Examples, c11FileKeys, filledC11 } from "#db/programme/examples/c11.ts";
import { c12Examples, c12FileKeys, filledC12 } from "#db/programme/examples/c12.ts";
import type { ExampleAnswers, ExampleApplicant } from "#db/programme/examples/example-types.ts";
import { type Size, sizes } from "#db/programme/examples/sizes.ts";
import { strandExamples } from "#db/programme/examples/strands.ts";

interface DemoProject {
  /** The call it is filed in. */
  call: string;
  filled(applicant: ExampleApplicant, seed: number): ExampleAnswers;
  fileKeys: readonly string[];
  /** How many seeds in a row give different projects. */
  variants: number;
}

/** Texts that name a place stay with that place, whichever company files them; the sums are not the same for all. */
const sized = (
  call: string,
  filled: (applicant?: ExampleApplicant, size?: Size) => ExampleAnswers,
  fileKeys: readonly string[],
): DemoProject => ({
  // The place is the seed of a crowd's projects, so that each place has its own size at no further cost.
  ...{ call, fileKeys, variants: 1 },
  filled: (applicant, seed) => {
    const { site_address = [], site_park = "" } = filled();
    return { ...filled(applicant, sizes[seed % sizes.length]), site_address, site_park };
  },
});

/** A project of each call, those that are filed with another one included. */
export const demoProjects = new Map<string, DemoProject>([
  ["C1", sized("C1", filledC1, c1FileKeys)],
  ["C2", sized("C2", filledC2, c2FileKeys)],
  [
    "C5",
    {
      call: "C5",
      filled: (applicant, seed) => variedC5(seed, applicant),
      fileKeys: requiredFileKeys,
      variants: 6,
    },
  ],
  ["C6", sized("C6", filledC6, c6FileKeys)],
  ["C7", sized("C7", filledC7, c7FileKeys)],
  ["C10", sized("C10", filledC10, c10FileKeys)],
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
    ({ taking, strand, filled, fileKeys }) => [strand, sized(taking, filled, fileKeys)] as const,
  ),
]);
