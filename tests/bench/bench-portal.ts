import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { demoPassword } from "#db/demo/sign-ins.ts";
import { layProposal } from "./lay-proposal.ts";

export interface Size {
  applications: number;
  reviewers: number;
}

/** The production build on a fresh data folder, filled with that many applications. */
export interface BenchPortal {
  origin: string;
  folder: string;
  databaseFile: string;
  /** Cookie header of somebody who signed in through the page. */
  cookieOf(email: string): Promise<string>;
  /** One figure of /metrics. */
  figure(name: string): Promise<number>;
  /** The same portal, started again with so many web processes; sessions stay. */
  restart(webProcesses: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startBenchPortal(
  buildDir: string,
  { applications, reviewers }: Size,
): Promise<BenchPortal> {
  const folder = await mkdtemp(join(process.env.BENCH_DIR ?? tmpdir(), "portal-bench-"));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ...{ NODE_ENV: "production", DEMO: "1", DATA_DIR: folder, DATABASE_URL: "", PORT: String(port) },
    LOG_LEVEL: "error",
    WEB_PROCESSES: "1",
  };
  const fill = [
    "demo",
    "--applications",
    String(applications),
    "--reviewers",
    String(reviewers),
    "--crowd",
    "C5",
  ];
  const { status } = spawnSync(process.execPath, [join(buildDir, "node", "portal.js"), ...fill], {
    stdio: ["ignore", "ignore", "inherit"],
    env,
  });
  if (status !== 0) throw new Error(`Filling the portal failed with ${status}`);
  layProposal(join(folder, "portal.sqlite"));
  let server = await startServer(buildDir, env, origin);
  const end = async () => {
    server.kill("SIGTERM");
    await new Promise((done) => server.once("exit", done));
  };
  return {
    ...{ origin, folder, databaseFile: join(folder, "portal.sqlite") },
    cookieOf: (email) => signIn(origin, email),
    figure: (name) => readFigure(origin, name),
    async restart(webProcesses) {
      await end();
      server = await startServer(buildDir, { ...env, WEB_PROCESSES: String(webProcesses) }, origin);
    },
    async stop() {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Without the mail worker: the queue of a freshly filled demonstration is not what is measured. */
async function startServer(buildDir: string, env: NodeJS.ProcessEnv, origin: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, [join(buildDir, "node", "serve.js"), "web"], {
    stdio: "inherit",
    env,
  });
  await answering(server, origin);
  return server;
}

async function answering(server: ChildProcess, origin: string): Promise<void> {
  while (server.exitCode === null) {
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error("The portal ended by itself");
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

async function signIn(origin: string, email: string): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    ...{ method: "POST", redirect: "manual", headers: { origin } },
    body: new URLSearchParams({ email, password: demoPassword }),
  });
  const cookie = answer.headers.getSetCookie().find((each) => each.startsWith("session="));
  if (answer.status !== 303 || !cookie) throw new Error(`${email} could not sign in: ${answer.status}`);
  return cookie.split(";")[0] ?? "";
}

async function readFigure(origin: string, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const line = text.split("\n").find((each) => each.startsWith(`${name} `) || each.startsWith(`${name}{`));
  if (!line) throw new Error(`/metrics has no ${name}`);
  return Number(line.slice(line.lastIndexOf(" ") + 1));
}
