import { c3FileKeys, filledC3 } from "./c3.ts";
import { c4FileKeys, filledC4 } from "./c4.ts";
import { c8FileKeys, filledC8 } from "./c8.ts";
import { c9FileKeys, filledC9 } from "./c9.ts";
import type { ExampleAnswers, ExampleApplicant } from "./example-types.ts";
import type { Size } from "./sizes.ts";

type StrandExample = {
  /** The call that takes it along, and the one it belongs to. */
  taking: string;
  strand: string;
  filled(applicant?: ExampleApplicant, size?: Size): ExampleAnswers;
  fileKeys: readonly string[];
};

const strandOf =
  (strand: string, filled: StrandExample["filled"]): StrandExample["filled"] =>
  (applicant, size) => ({ ...filled(applicant, size), strand });

/** What a company of a call that is filed with another answers there. */
export const strandExamples: readonly StrandExample[] = [
  { taking: "C2", strand: "C3", filled: strandOf("c3", filledC3), fileKeys: c3FileKeys },
  { taking: "C5", strand: "C4", filled: strandOf("c4", filledC4), fileKeys: c4FileKeys },
  { taking: "C7", strand: "C8", filled: strandOf("c8", filledC8), fileKeys: c8FileKeys },
  { taking: "C7", strand: "C9", filled: strandOf("c9", filledC9), fileKeys: c9FileKeys },
];
