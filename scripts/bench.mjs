// Measures the production build at 300 and at 3,000 applications; exits 1 when a required figure is missed.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { buildIsCurrent } from "./build-is-current.mjs";

const run = (file) =>
  spawnSync(process.execPath, [file], { stdio: "inherit", env: { ...process.env, NODE_ENV: "production" } })
    .status ?? 1;

if (!buildIsCurrent(resolve(process.env.BUILD_DIR ?? "build"))) {
  console.log("Building …");
  const status = run("scripts/build.mjs");
  if (status !== 0) process.exit(status);
}
process.exit(run("tests/bench/bench.ts"));
