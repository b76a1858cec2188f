import { type LinePicture, standAtLine } from "#app/analysis/calibration/stand-at-line.ts";
import type { Context } from "#app/features/context.ts";
import {
  type ApartResult,
  type CalibratedApplication,
  type CalibrationResult,
  readRanks,
} from "./calibration-result.ts";

/** One application as calibrated, with the line where it was asked for. */
export interface CalibratedFigures extends CalibratedApplication {
  aboveLine: number;
  discussed: boolean;
  turnedByOneMore: number;
}

export interface FoundCalibration {
  outcome: "ready" | "too_few" | "not_comparable";
  computedAt: string;
  inputsHash: string;
  apart: readonly (readonly string[])[];
  /** Only of a ready one. */
  calibrated: CalibratedCall | undefined;
}

export interface CalibratedCall extends Omit<CalibrationResult, "applications" | "ranks" | "rankSteps"> {
  ids: readonly string[];
  /** What it says about each application once the money is for the first `line`. */
  at(line: number): AtLine;
}

export interface AtLine {
  lineAt: number;
  figures: ReadonlyMap<string, CalibratedFigures>;
  /** How many a panel should talk about. */
  discussed: number;
}

/**
 * The last result there is, and under which mark it stands: another mark of the call means that it is being
 * computed anew. A large one is read and parsed once for a process.
 */
export async function findCalibration(
  { db }: Pick<Context, "db">,
  callId: string,
): Promise<{ mark: string; found: FoundCalibration | undefined }> {
  const row = await db.read
    .selectFrom("calibration")
    .select(["mark", "inputs_hash", "outcome", "computed_at"])
    .where("call_id", "=", callId)
    .executeTakeFirst();
  if (!row?.computed_at || row.outcome === "") return { mark: row?.mark ?? "", found: undefined };
  const { outcome, computed_at: computedAt, inputs_hash: inputsHash } = row;
  const key = `${callId} ${inputsHash}`;
  const known = parsed.get(key) ?? (await readResult(db, callId, inputsHash, outcome));
  if (!known) return { mark: "", found: undefined };
  remember(key, known);
  return { mark: row.mark, found: { outcome, computedAt, inputsHash, ...known } };
}

type Parsed = Pick<FoundCalibration, "apart" | "calibrated">;

const parsed = new Map<string, Parsed>();
const mostKept = 16;

function remember(key: string, result: Parsed): void {
  parsed.delete(key);
  parsed.set(key, result);
  const [oldest] = parsed.keys();
  if (parsed.size > mostKept && oldest !== undefined) parsed.delete(oldest);
}

async function readResult(
  db: Context["db"],
  callId: string,
  inputsHash: string,
  outcome: FoundCalibration["outcome"],
): Promise<Parsed | undefined> {
  if (outcome === "too_few") return { apart: [], calibrated: undefined };
  const row = await db.read
    .selectFrom("calibration")
    .select("result")
    .where("call_id", "=", callId)
    .where("inputs_hash", "=", inputsHash)
    .executeTakeFirst();
  // It was computed anew meanwhile.
  if (!row) return undefined;
  if (outcome === "not_comparable")
    return { apart: (JSON.parse(row.result) as ApartResult).apart, calibrated: undefined };
  const result = JSON.parse(row.result) as CalibrationResult;
  return { apart: result.apart, calibrated: calibratedCall(result) };
}

function calibratedCall(result: CalibrationResult): CalibratedCall {
  const { applications, ranks: _, ...rest } = result;
  const column = (of: (each: CalibratedApplication) => number) => Float64Array.from(applications, of);
  const interval = (of: (each: CalibratedApplication) => readonly [number, number]) => ({
    low: Uint16Array.from(applications, (each) => of(each)[0]),
    high: Uint16Array.from(applications, (each) => of(each)[1]),
  });
  const picture = {
    ...{ ranks: readRanks(result), rankSteps: result.rankSteps, half: interval(({ half }) => half) },
    worth: { mean: column(({ worth }) => worth), deviation: column(({ deviation }) => deviation) },
    worthAtPlace: Float64Array.from(result.worthAtPlace),
  };
  const lines = new Map<number, AtLine>();
  return {
    ...rest,
    ids: applications.map(({ id }) => id),
    at(line) {
      const known = lines.get(line);
      if (known) return known;
      if (lines.size >= linesKept) lines.clear();
      const stand = standAtLine(picture, result.deviations, line);
      const discussed = stand.discussed.reduce((sum, each) => sum + each, 0);
      const drawn = { lineAt: stand.lineAt, figures: figuresAt(applications, stand), discussed };
      lines.set(line, drawn);
      return drawn;
    },
  };
}

const linesKept = 8;

const figuresAt = (applications: readonly CalibratedApplication[], stand: LinePicture) =>
  new Map(
    applications.map((each, index) => [
      each.id,
      {
        ...each,
        aboveLine: stand.aboveLine[index]!,
        discussed: stand.discussed[index] === 1,
        turnedByOneMore: stand.turnedByOneMore[index]!,
      },
    ]),
  );
