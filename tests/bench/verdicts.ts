import type { AssignFigures, AssignTask } from "./assign.ts";
import { type CalibrationFigures, calibrationTask } from "./calibrate.ts";
import type { FormFigures } from "./compile-forms.ts";
import type { DraftMergeFigures } from "./draft-merge.ts";
import type { Floors } from "./floors.ts";
import type { FormPageFigures } from "./form-pages.ts";
import type { Measured } from "./measure.ts";
import type { Target } from "./targets.ts";

export interface Verdict {
  what: string;
  found: string;
  wanted: string;
  holds: boolean;
}

interface Run {
  targets: readonly Target[];
  small: readonly Measured[];
  large: readonly Measured[];
  floors: Floors;
  /** Requests a second of the large portal, one web process a core. */
  onAllCores: ReadonlyMap<string, number>;
  draftMerge: DraftMergeFigures;
  forms: readonly FormFigures[];
  formPages: readonly FormPageFigures[];
  assigned: readonly { task: AssignTask; figures: AssignFigures }[];
  calibrated: CalibrationFigures;
}

/** Differences below this are the clock's and the scheduler's. */
const noiseMs = 0.3;

/** Everything that is required of the figures. */
export function verdictsOn(run: Run): Verdict[] {
  return [
    ...growth(run),
    ...weights(run),
    groupCommit(run),
    draftMerge(run),
    ...formCosts(run),
    ...formPages(run),
    ...statements(run),
    ...scripts(run),
    ...beside(run),
    ...run.assigned.map(assignment),
    calibration(run),
  ];
}

/** Where the main thread waited longer than this, somebody would have noticed. */
const mostBlockedMs = 50;

/** Within its time and memory, within the rules, proved optimal, and nobody kept waiting. */
function assignment({ task: { name, most, expected }, figures }: Run["assigned"][number]): Verdict {
  const { ms, megabytes, blockedMs, sum, worst, gap, breaches } = figures;
  const limits = [
    ...(most ? [`under ${most.ms / 1000} s`] : []),
    ...(most?.megabytes === undefined ? [] : [`under ${most.megabytes} MB`]),
    ...(expected ? [`sum ${expected.sum}`] : []),
    ...(expected?.worst === undefined ? [] : [`worst ${expected.worst}`]),
    `loop blocked under ${mostBlockedMs} ms`,
    "proved optimal",
  ];
  return {
    what: `assignment, ${name}`,
    found: `${(ms / 1000).toFixed(2)} s, ${Math.round(megabytes)} MB, sum ${sum.toFixed(4)}, blocked ${Math.round(blockedMs)} ms, gap ${gap.toFixed(6)}`,
    wanted: limits.join(", "),
    holds:
      breaches === 0 &&
      Math.abs(gap) < 1e-6 &&
      blockedMs < mostBlockedMs &&
      ms < (most?.ms ?? Infinity) &&
      megabytes < (most?.megabytes ?? Infinity) &&
      Math.abs(sum - (expected?.sum ?? sum)) < 1e-4 &&
      Math.abs((worst ?? 0) - (expected?.worst ?? worst ?? 0)) < 1e-5,
  };
}

function calibration({ calibrated: { ms, blockedMs } }: Run): Verdict {
  const { applications, reviewers, each, mostMs } = calibrationTask;
  return {
    what: `calibration, ${applications} × ${reviewers} × ${each}`,
    found: `${(ms / 1000).toFixed(2)} s, blocked ${Math.round(blockedMs)} ms`,
    wanted: `under ${mostMs / 1000} s, loop blocked under ${mostBlockedMs} ms`,
    holds: ms < mostMs && blockedMs < mostBlockedMs,
  };
}

const growth = ({ targets, small, large }: Run): Verdict[] =>
  targets
    .filter(({ kind }) => kind === "page")
    .map(({ name }) => {
      const [before, after] = [of(small, name), of(large, name)];
      return {
        what: `${name}: p50 at 3,000 beside 300`,
        found: `${after.p50.toFixed(2)} / ${before.p50.toFixed(2)} ms = ${(after.p50 / before.p50).toFixed(2)}`,
        wanted: "at most 1.3",
        holds: after.p50 <= before.p50 * 1.3 || after.p50 - before.p50 < noiseMs,
      };
    });

const weights = ({ large }: Run): Verdict[] =>
  ["staff list", "ranking"].map((name) => {
    const { bytes } = of(large, name);
    return {
      ...{ what: `${name}: bytes of a page, gzipped`, found: kilobytes(bytes), wanted: "under 30 KB" },
      holds: bytes < 30 * 1024,
    };
  });

function groupCommit({ large, floors }: Run): Verdict {
  const { togetherPerSecond, cpu } = of(large, "autosave");
  const ratio = togetherPerSecond / floors.singleRowCommitsPerSecond;
  return {
    what: "autosave at 16 connections beside single-row commits",
    found: `${ratio.toFixed(2)}, the server using ${Math.round(cpu * 100)} % of a core`,
    wanted: "at least 1.5, or the CPU is the limit (90 % of a core)",
    holds: ratio >= 1.5 || cpu >= 0.9,
  };
}

function draftMerge({ draftMerge: { operations, merged, ms } }: Run): Verdict {
  return {
    what: `${operations} operations on ten texts of 2,000 characters, ${merged} of them merged`,
    ...{ found: `${Math.round(ms)} ms`, wanted: "under 3,000 ms", holds: ms < 3000 && merged > 900 },
  };
}

/** Compiling happens once a process, checking with every look at a whole application. */
function formCosts({ forms }: Run): Verdict[] {
  const slowest = (figure: "compileMs" | "validateMs") =>
    forms.reduce((most, each) => (each[figure] > most[figure] ? each : most));
  return (["compileMs", "validateMs"] as const).map((figure) => {
    const { code, [figure]: ms } = slowest(figure);
    const limit = figure === "compileMs" ? 20 : 30;
    return {
      what: `${figure === "compileMs" ? "compiling" : "validating a filled application of"} the slowest of twelve forms`,
      ...{ found: `${code} ${ms.toFixed(2)} ms`, wanted: `under ${limit} ms`, holds: ms < limit },
    };
  });
}

const formPages = ({ formPages: figures }: Run): Verdict[] =>
  figures.map(({ section, largest, smallest }) => ({
    what: `${section}: p50 in the largest form (${largest.code}, ${largest.fields} fields) beside the smallest (${smallest.code}, ${smallest.fields})`,
    found: `${largest.p50.toFixed(2)} / ${smallest.p50.toFixed(2)} ms = ${(largest.p50 / smallest.p50).toFixed(2)}`,
    wanted: "at most 1.5",
    holds: largest.p50 <= smallest.p50 * 1.5 || largest.p50 - smallest.p50 < noiseMs,
  }));

const statements = ({ targets, large }: Run): Verdict[] =>
  targets
    .filter(({ kind }) => kind === "page")
    .map(({ name }) => {
      const found = of(large, name).statements;
      return { what: `${name}: statements`, found: String(found), wanted: "at most 12", holds: found <= 12 };
    });

const scripts = ({ targets, large }: Run): Verdict[] =>
  targets
    .filter(({ kind }) => kind === "page")
    .map(({ name, readOnly }) => {
      const { scriptBytes } = of(large, name);
      return {
        ...{ what: `${name}: scripts, gzipped`, found: kilobytes(scriptBytes) },
        wanted: readOnly ? "none" : "at most 150 KB",
        holds: readOnly ? scriptBytes === 0 : scriptBytes <= 150 * 1024,
      };
    });

const beside = ({ targets, onAllCores }: Run): Verdict[] =>
  targets.flatMap(({ name, hotcrp }) => {
    if (hotcrp === undefined) return [];
    const ratio = (onAllCores.get(name) ?? 0) / hotcrp;
    return [
      {
        what: `${name}: beside HotCRP (${hotcrp}/s)`,
        ...{ found: `${ratio.toFixed(1)} times`, wanted: "at least 10 times", holds: ratio >= 10 },
      },
    ];
  });

function of(figures: readonly Measured[], name: string): Measured {
  const found = figures.find((each) => each.name === name);
  if (!found) throw new Error(`${name} was not measured`);
  return found;
}

export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
