// The demonstration: builds when needed, fills an empty data folder, serves it and prints the sign-ins.
//   npm run demo [-- --fresh] [--applications N] [--reviewers N] [--crowd C5] [--seed N]
import { spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { buildIsCurrent } from "./build-is-current.mjs";

const buildDir = resolve(process.env.BUILD_DIR ?? "build");
const dataDir = resolve(process.env.DATA_DIR ?? "data/demo");
const port = process.env.PORT ?? "3000";
const env = {
  ...process.env,
  NODE_ENV: "production",
  DEMO: "1",
  DATA_DIR: dataDir,
  PORT: port,
  LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
};

const args = process.argv.slice(2);
const fresh = args.includes("--fresh");

if (!buildIsCurrent(buildDir)) {
  console.log("Building …");
  run(["scripts/build.mjs"]);
}
if (fresh) startAnew();
run([join(buildDir, "node", "portal.js"), "demo", "--if-empty", ...args.filter((arg) => arg !== "--fresh")]);

const server = spawn(process.execPath, [join(buildDir, "node", "serve.js")], { stdio: "inherit", env });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));
await answering();
console.log(`\n门户已启动 / The portal is running: http://localhost:${port}\n`);

function run(command) {
  const { status } = spawnSync(process.execPath, command, { stdio: "inherit", env });
  if (status !== 0) process.exit(status ?? 1);
}

/** Only what the portal itself keeps there. */
function startAnew() {
  if (env.DATABASE_URL) {
    console.error(
      "--fresh empties a data folder, not a PostgreSQL database: give DATABASE_URL an empty one.",
    );
    process.exit(2);
  }
  for (const name of ["portal.sqlite", "portal.sqlite-wal", "portal.sqlite-shm", "files"])
    rmSync(join(dataDir, name), { recursive: true, force: true });
}

async function answering() {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(100);
  }
}
