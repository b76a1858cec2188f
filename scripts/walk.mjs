// Walks through every section page of every form with axe and three widths; about a quarter of an hour.
//   npm run walk [-- -g C10]
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { buildIsCurrent } from "./build-is-current.mjs";
import { findBrowser } from "./find-browser.mjs";

const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } }).status ?? 1;

const browser = findBrowser();
if (!browser) process.exit(1);
if (!buildIsCurrent(resolve(process.env.BUILD_DIR ?? "build"))) {
  console.log("Building …");
  const status = run(process.execPath, ["scripts/build.mjs"]);
  if (status !== 0) process.exit(status);
}
const args = ["test", "--config", "tests/walk/playwright.config.ts", ...process.argv.slice(2)];
process.exit(run("playwright", args, { CHROMIUM_PATH: browser }));
