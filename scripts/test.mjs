// Everything `npm test` promises: build once, run every runner, add up what they counted.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./find-browser.mjs";

const only = process.argv.slice(2);
const wants = (name) => only.length === 0 || only.includes(name);
const results = mkdtempSync(join(tmpdir(), "portal-test-"));
const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed, said again at the end: a long log is read from there. */
const failures = [];

const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } }).status ?? 1;

/** Where each project's tests stand; one run of all keeps both cores busy to the end of the last. */
const projects = {
  unit: ["tests/unit/"],
  house: ["tests/house/"],
  features: ["tests/features/", "tests/faults/"],
  routes: ["tests/routes/"],
};

function vitest(wanted) {
  const file = join(results, "vitest.json");
  const status = run("vitest", [
    "run",
    ...wanted.flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const suites = readJson(file)?.testResults ?? [];
  const named = (suite) => suite.name.replace(`${process.cwd()}/`, "");
  for (const project of wanted) {
    const own = suites.filter((suite) => projects[project].some((folder) => named(suite).startsWith(folder)));
    const tests = own.flatMap((suite) => suite.assertionResults.map((test) => ({ suite, test })));
    const inState = (...states) => tests.filter(({ test }) => states.includes(test.status));
    for (const { suite, test } of inState("failed"))
      fail(project, `${named(suite)} > ${test.fullName}`, test.failureMessages.join("\n"));
    const broken = own.filter(
      (suite) =>
        suite.status === "failed" && suite.assertionResults.every(({ status }) => status !== "failed"),
    );
    for (const suite of broken) fail(project, named(suite), suite.message);
    count(
      project,
      0,
      inState("passed").length,
      inState("failed").length + broken.length,
      inState("skipped", "pending", "todo", "disabled").length,
    );
  }
  // Ended badly without naming anything: a worker that died, an error between tests.
  if (status !== 0 && total.failed === 0) count("vitest", status, 0, 0, 0);
}

function playwright() {
  const browser = findBrowser();
  if (!browser) return count("e2e", 1, 0, 1, 0);
  const file = join(results, "e2e.json");
  const status = run("playwright", ["test"], { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const report = readJson(file);
  for (const spec of specsOf(report?.suites ?? []))
    if (!spec.ok) {
      const results = spec.tests.flatMap((test) => test.results);
      const messages = results.flatMap((result) => result.errors.map((error) => error.message));
      fail("e2e", `${spec.file}:${spec.line} ${spec.title}`, messages.join("\n"));
    }
  const stats = report?.stats;
  count(
    "e2e",
    status,
    (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    stats?.unexpected ?? 0,
    stats?.skipped ?? 0,
  );
}

const specsOf = (suites) =>
  suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])]);

function fail(project, name, message) {
  const lines = (message ?? "").split("\n").slice(0, 12);
  failures.push(`FAILED ${project}: ${name.replace(`${process.cwd()}/`, "")}\n  ${lines.join("\n  ")}`);
}

/** A runner that ended badly without naming a failed test still counts as one. */
function count(name, status, passed, failed, skipped) {
  const broken = status !== 0 && failed === 0 ? 1 : 0;
  if (broken) fail(name, "the runner itself", `ended with ${status} though no test failed`);
  if (status === 0 && passed === 0) console.error(`${name}: no test ran`);
  total.passed += passed;
  total.failed += failed + broken + (status === 0 && passed === 0 ? 1 : 0);
  total.skipped += skipped;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

const needsBuild = ["routes", "e2e"].some(wants) || only.length === 0;
if (needsBuild && run("node", ["scripts/build.mjs"]) !== 0) total.failed += 1;
else {
  const wanted = Object.keys(projects).filter(wants);
  if (wanted.length > 0) vitest(wanted);
  if (wants("e2e")) playwright();
}
rmSync(results, { recursive: true, force: true });
for (const failure of failures) console.log(failure);
if (total.skipped > 0) console.log(`${total.skipped} skipped: what they need is not on this machine`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
