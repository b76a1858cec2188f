import { c1FileKeys, c1Themes, filledC1 } from "#db/programme/examples/c1.ts";
import { c2FileKeys, c2Themes, filledC2 } from "#db/programme/examples/c2.ts";
import { requiredFileKeys, variedC5 } from "#db/programme/examples/c5.ts";
import { c6FileKeys, c6Themes, filledC6 } from "#db/programme/examples/c6.ts";
import { c7FileKeys, c7Themes, filledC7 } from "#db/programme/examples/c7.ts";
import { c10FileKeys, c10Themes, filledC10 } from "#db/programme/examples/c10.ts";
import { c11Examples, c11FileKeys, filledC11 } from "#db/programme/examples/c11.ts";
import { c12Examples, c12FileKeys, filledC12 } from "#db/programme/examples/c12.ts";
import type { ExampleAnswers, ExampleApplicant } from "#db/programme/examples/example-types.ts";
import { sizes } from "#db/programme/examples/sizes.ts";
import { strandExamples } from "#db/programme/examples/strands.ts";
import { type Filled, inEachTrade } from "#db/programme/examples/trades.ts";

interface DemoProject {
  /** The call it is filed in. */
  call: string;
  /** By which company of the list it is filed, and which of its projects this is. */
  filled(applicant: ExampleApplicant, seed: number, company: number): ExampleAnswers;
  fileKeys: readonly string[];
  /** How many seeds in a row give different projects. */
  variants: number;
}

/**
 * A company keeps to its trade, which its name tells; neighbours in the list have different ones. Texts that name a
 * place stay with that place, whichever company files them; the sums are not the same for all.
 */
const sized = (call: string, trades: readonly Filled[], fileKeys: readonly string[]): DemoProject => ({
  // The place is the seed of a crowd's projects, so that each place has its own size at no further cost.
  ...{ call, fileKeys, variants: 1 },
  filled: (applicant, seed, company) => {
    const filled = trades[company % trades.length]!;
    const { site_address = [], site_park = "" } = filled();
    const size = sizes[Math.floor(seed / trades.length) % sizes.length];
    return { ...filled(applicant, size), site_address, site_park };
  },
});

/** A project of each call, those that are filed with another one included. */
export const demoProjects = new Map<string, DemoProject>([
  ["C1", sized("C1", inEachTrade(filledC1, c1Themes), c1FileKeys)],
  ["C2", sized("C2", inEachTrade(filledC2, c2Themes), c2FileKeys)],
  [
    "C5",
    {
      call: "C5",
      filled: (applicant, seed) => variedC5(seed, applicant),
      fileKeys: requiredFileKeys,
      variants: 6,
    },
  ],
  ["C6", sized("C6", inEachTrade(filledC6, c6Themes), c6FileKeys)],
  ["C7", sized("C7", inEachTrade(filledC7, c7Themes), c7FileKeys)],
  ["C10", sized("C10", inEachTrade(filledC10, c10Themes), c10FileKeys)],
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
    ({ taking, strand, trades, fileKeys }) => [strand, sized(taking, trades, fileKeys)] as const,
  ),
]);
