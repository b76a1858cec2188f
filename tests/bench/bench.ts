import { availableParallelism, tmpdir } from "node:os";
import { resolve } from "node:path";
import { type AssignFigures, type AssignTask, benchAssign, hotcrpAssigner } from "./assign.ts";
import { type BenchPortal, type Size, startBenchPortal } from "./bench-portal.ts";
import { benchCalibrate, type CalibrationFigures, calibrationTask } from "./calibrate.ts";
import { benchForms, type FormFigures } from "./compile-forms.ts";
import { benchDraftMerge } from "./draft-merge.ts";
import { type Floors, measureFloors } from "./floors.ts";
import { benchFormPages, type FormPageFigures } from "./form-pages.ts";
import { type Measured, measureSideBySide, measureThroughput } from "./measure.ts";
import { findTargets, type Target } from "./targets.ts";
import { kilobytes, verdictsOn } from "./verdicts.ts";

/** `node tests/bench/bench.ts`: one run, both sizes, the floors beside them; exits 1 when a requirement fails. */
const buildDir = resolve(process.env.BUILD_DIR ?? "build");
const sizes: readonly [Size, Size] = [
  { applications: 300, reviewers: 80 },
  { applications: 3000, reviewers: 500 },
];

const begun = performance.now();
const floors = await measureFloors(process.env.BENCH_DIR ?? tmpdir());
printFloors(floors);
const forms = benchForms();
printForms(forms);
const assigned = benchAssign();
printAssigned(assigned);
const calibrated = benchCalibrate();
printCalibrated(calibrated);
const { targets, small, large, onAllCores, formPages } = await run();
const verdicts = verdictsOn({
  ...{ targets, small, large, floors, onAllCores, formPages, forms, assigned, calibrated },
  draftMerge: benchDraftMerge(),
});
console.log("\nRequired:");
for (const { holds, what, found, wanted } of verdicts)
  console.log(`  ${holds ? "holds " : "FAILS "} ${what}: ${found} (${wanted})`);
const failed = verdicts.filter(({ holds }) => !holds).length;
console.log(
  `\n${verdicts.length - failed} of ${verdicts.length} hold; ${Math.round((performance.now() - begun) / 1000)} s.`,
);
process.exit(failed === 0 ? 0 : 1);

interface Run {
  targets: Target[];
  small: Measured[];
  large: Measured[];
  /** Requests a second by target name. */
  onAllCores: Map<string, number>;
  formPages: FormPageFigures[];
}

async function run(): Promise<Run> {
  const portals: BenchPortal[] = [];
  try {
    for (const size of sizes) portals.push(await startBenchPortal(buildDir, size));
    const [few, many] = [portals[0]!, portals[1]!];
    const [fewTargets, targets] = [await findTargets(few), await findTargets(many)];
    const [small, large]: [Measured[], Measured[]] = [[], []];
    for (const [index, target] of targets.entries()) {
      const sides = [
        { portal: few, target: fewTargets[index]! },
        { portal: many, target },
      ];
      const [ofFew, ofMany] = await measureSideBySide(sides);
      small.push(ofFew!);
      large.push(ofMany!);
    }
    printFigures(sizes[0], targets, small);
    printFigures(sizes[1], targets, large);
    await few.stop();
    portals.shift();
    const formPages = await benchFormPages(many);
    return { targets, small, large, formPages, onAllCores: await measureOnAllCores(many, targets) };
  } finally {
    for (const portal of portals) await portal.stop();
  }
}

/** HotCRP had every core of its machine: beside it, so has the portal. */
async function measureOnAllCores(
  portal: BenchPortal,
  targets: readonly Target[],
): Promise<Map<string, number>> {
  const cores = availableParallelism();
  await portal.restart(cores);
  console.log(`\n  with ${cores} web processes, 16 connections:`);
  const figures = await measureThroughput(
    portal,
    targets.filter(({ hotcrp }) => hotcrp !== undefined),
  );
  for (const [name, perSecond] of figures)
    console.log(`  ${name.padEnd(16)} ${count(perSecond).padStart(7)}/s`);
  return figures;
}

function printFloors(measured: Floors): void {
  console.log("Floors of this machine, now:");
  console.log(`  a fixed string from node:http, 16 connections  ${count(measured.fixedStringPerSecond)}/s`);
  console.log(`  renderToString of 50 rows, one after another   ${count(measured.renderedRowsPerSecond)}/s`);
  console.log(
    `  single-row durable commits                     ${count(measured.singleRowCommitsPerSecond)}/s`,
  );
}

function printForms(figures: readonly FormFigures[]): void {
  console.log("\nThe twelve forms, medians in ms:");
  table(
    figures.map(({ code, questions, fields, definitionMs, compileMs, validateMs }) => ({
      ...{ "": code, questions, fields },
      ...{ "check definition": definitionMs.toFixed(2), compile: compileMs.toFixed(2) },
      "validate a filled one": validateMs.toFixed(2),
    })),
  );
}

function printAssigned(figures: readonly { task: AssignTask; figures: AssignFigures }[]): void {
  console.log("\nAssignment, three reviewers each, solved and verified in a worker thread:");
  table(
    figures.map(({ task, figures: { ms, megabytes, blockedMs, sum, worst, gap, breaches } }) => ({
      ...{ "": task.name, seconds: (ms / 1000).toFixed(2), MB: Math.round(megabytes) },
      ...{ "loop blocked ms": Math.round(blockedMs), sum: sum.toFixed(4), worst: worst?.toFixed(6) ?? "" },
      ...{ gap: gap.toFixed(6), "rules broken": breaches },
    })),
  );
  const { seconds, megabytes, sameInstitution } = hotcrpAssigner;
  console.log(
    `  HotCRP at 3,000 × 500: ${seconds} s, ${megabytes} MB, no bound, ${sameInstitution.toLocaleString("en-US")} pairs of one institution.`,
  );
}

function printCalibrated({ ms, cpuMs, megabytes, blockedMs, bytes }: CalibrationFigures): void {
  const { applications, reviewers, each } = calibrationTask;
  console.log(
    `\nCalibration of ${applications} × ${reviewers} × ${each} in a worker thread: ${(ms / 1000).toFixed(2)} s, ` +
      `${(cpuMs / 1000).toFixed(2)} s of CPU, ${Math.round(megabytes)} MB, loop blocked ${Math.round(blockedMs)} ms, ${kilobytes(bytes)} stored.`,
  );
}

function printFigures(
  { applications, reviewers }: Size,
  targets: readonly Target[],
  figures: readonly Measured[],
): void {
  console.log(`\n${applications} applications, ${reviewers} reviewers:`);
  const rows = figures.map((each, index) => {
    const { kind, hotcrp } = targets[index]!;
    const floor = kind === "save" ? floors.singleRowCommitsPerSecond : floors.renderedRowsPerSecond;
    return {
      "": each.name,
      "1 conn /s": count(each.alonePerSecond),
      "p50 ms": each.p50.toFixed(2),
      "p99 ms": each.p99.toFixed(2),
      "16 conn /s": count(each.togetherPerSecond),
      "p50  ms": each.togetherP50,
      "p99  ms": each.togetherP99,
      cpu: `${Math.round(each.cpu * 100)} %`,
      "cpu ms": each.cpuMs.toFixed(2),
      gzip: kilobytes(each.bytes),
      statements: each.statements,
      "of fixed": (each.togetherPerSecond / floors.fixedStringPerSecond).toFixed(3),
      "of floor": (each.togetherPerSecond / floor).toFixed(2),
      HotCRP: hotcrp === undefined ? "" : `${hotcrp}/s`,
    };
  });
  table(rows);
}

/** console.table draws boxes and an index; figures read better without. */
function table(rows: readonly Record<string, string | number>[]): void {
  const heads = Object.keys(rows[0] ?? {});
  const widths = heads.map((head) => Math.max(head.length, ...rows.map((row) => String(row[head]).length)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join("  ");
  console.log(`  ${line(heads)}`);
  for (const row of rows) console.log(`  ${line(heads.map((head) => String(row[head])))}`);
}

function count(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(1);
}
