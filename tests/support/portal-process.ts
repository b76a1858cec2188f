import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";

const buildDir = resolve(process.env.BUILD_DIR ?? "build");

export interface PortalProcess {
  url: string;
  dataDir: string;
  /** What it wrote while it ran, for a test that failed. */
  log(): string;
  stop(): Promise<void>;
}

interface Start {
  dataDir: string;
  port: number;
  env?: NodeJS.ProcessEnv;
}

/** The production build as an operator starts it, answering when this resolves. */
export async function startPortal({ dataDir, port, env = {} }: Start): Promise<PortalProcess> {
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, [resolve(buildDir, "node/serve.js")], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      BASE_URL: url,
      APP_SECRET: "a-secret-of-the-browser-tests-and-of-nothing-else",
      SECOND_FACTOR: "optional",
      LOG_LEVEL: "warn",
      MAIL_PER_SECOND: "100",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(String(chunk)));
  const log = () => output.join("");
  await untilReady(child, url, log);
  return { url, dataDir, log, stop: () => stopped(child) };
}

async function untilReady(child: ChildProcess, url: string, log: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`The portal did not start.\n${log()}`);
    const ready = await fetch(`${url}/readyz`).catch(() => undefined);
    if (ready?.ok) return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`The portal was not ready after a minute.\n${log()}`);
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 12_000);
  await exit;
  clearTimeout(late);
}

/** A port that was free a moment ago, from `first` upwards. */
export async function freePort(first: number): Promise<number> {
  for (let port = first; port < first + 50; port++) if (await isFree(port)) return port;
  throw new Error(`No free port from ${first} on`);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const probe = createServer()
      .once("error", () => answer(false))
      .listen(port, "127.0.0.1", () => probe.close(() => answer(true)));
  });
