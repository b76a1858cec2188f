import { c3FileKeys, c3Themes, filledC3 } from "./c3.ts";
import { c4FileKeys, c4Themes, filledC4 } from "./c4.ts";
import { c8FileKeys, c8Themes, filledC8 } from "./c8.ts";
import { c9FileKeys, c9Themes, filledC9 } from "./c9.ts";
import { type Filled, inEachTrade } from "./trades.ts";

type StrandExample = {
  /** The call that takes it along, and the one it belongs to. */
  taking: string;
  strand: string;
  trades: readonly Filled[];
  fileKeys: readonly string[];
};

const strandOf = (strand: string, trades: readonly Filled[]): readonly Filled[] =>
  trades.map((filled) => (applicant, size) => ({ ...filled(applicant, size), strand }));

/** What a company of a call that is filed with another answers there. */
export const strandExamples: readonly StrandExample[] = [
  {
    taking: "C2",
    strand: "C3",
    trades: strandOf("c3", inEachTrade(filledC3, c3Themes)),
    fileKeys: c3FileKeys,
  },
  {
    taking: "C5",
    strand: "C4",
    trades: strandOf("c4", inEachTrade(filledC4, c4Themes)),
    fileKeys: c4FileKeys,
  },
  {
    taking: "C7",
    strand: "C8",
    trades: strandOf("c8", inEachTrade(filledC8, c8Themes)),
    fileKeys: c8FileKeys,
  },
  {
    taking: "C7",
    strand: "C9",
    trades: strandOf("c9", inEachTrade(filledC9, c9Themes)),
    fileKeys: c9FileKeys,
  },
];
