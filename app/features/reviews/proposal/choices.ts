import { unknownPart } from "#app/analysis/assignment/propose.ts";

/** What one reviewer would be worth to an application. */
export interface Choice {
  /** In billionths of a full match; null where a conflict, a ban or an earlier assignment stands between them. */
  worth: number | null;
  why: Why;
}

/** Parts of a match in hundredths, null for what is not known. */
export type Why = readonly [declared: number | null, text: number | null, wish: number | null];

const bytesPerChoice = 7;
const noEdge = 0xff_ff_ff_ff;

/** A row of the match, seven bytes a reviewer: worth, then three parts. */
export function writeChoices(
  worths: Float64Array,
  parts: Uint8Array,
  isBlocked: (at: number) => boolean,
): string {
  const bytes = Buffer.alloc(worths.length * bytesPerChoice);
  worths.forEach((worth, at) => {
    bytes.writeUInt32LE(isBlocked(at) ? noEdge : worth, at * bytesPerChoice);
    bytes.set(parts.subarray(3 * at, 3 * at + 3), at * bytesPerChoice + 4);
  });
  return bytes.toString("base64");
}

/** In the order of the run's reviewers. */
export function readChoices(text: string): Choice[] {
  const bytes = Buffer.from(text, "base64");
  return Array.from({ length: bytes.length / bytesPerChoice }, (_, index) => {
    const at = index * bytesPerChoice;
    const worth = bytes.readUInt32LE(at);
    const part = (place: number) => {
      const value = bytes[at + 4 + place]!;
      return value === unknownPart ? null : value;
    };
    return { worth: worth === noEdge ? null : worth, why: [part(0), part(1), part(2)] };
  });
}

export const readWhy = (json: string): Why => JSON.parse(json) as Why;
