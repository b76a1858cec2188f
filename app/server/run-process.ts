import cluster from "node:cluster";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename, join } from "node:path";
import type { ServerBuild } from "react-router";
import type { Services } from "#app/http/services.ts";
import { InsecureSettings, readSettings } from "#app/platform/config/settings.ts";
import { startWorker } from "#app/worker/start-worker.ts";
import { assemble } from "./assemble.ts";
import { createHandler, createListener } from "./listener.ts";

/** `serve` runs web and worker together; `serve web` and `serve worker` run one of them. */
const part = process.argv[2] ?? "all";
const drainMs = 10_000;

try {
  await main();
} catch (error) {
  const sentence =
    error instanceof InsecureSettings ? error.message : String((error as Error).stack ?? error);
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function main() {
  const settings = readSettings();
  if (cluster.isPrimary && settings.webProcesses > 1 && part !== "worker")
    return superviseCluster(settings.webProcesses);
  const buildDir = join(import.meta.dirname, "..");
  const { services, drain, close } = await assemble(builtAssets(join(buildDir, "client", "browser")));
  // In a cluster only the first process carries the mail worker.
  const worker = part === "web" || process.env.WEB_ONLY === "1" ? undefined : startWorker(services);
  const stopWeb = part === "worker" ? async () => {} : await listen(services, buildDir);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    drain();
    await Promise.race([
      Promise.all([stopWeb(), worker?.stop()]),
      new Promise((done) => setTimeout(done, drainMs)),
    ]);
    await close();
    services.logger.info("stopped");
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
}

async function listen(services: Services, buildDir: string): Promise<() => Promise<void>> {
  const { settings, logger } = services;
  const build = (await import(/* @vite-ignore */ join(buildDir, "server", "index.js"))) as ServerBuild;
  const handle = createHandler(build, services, settings.mode);
  const server = createServer(
    { keepAliveTimeout: 15_000, requestTimeout: 120_000, headersTimeout: 20_000, maxHeaderSize: 16_384 },
    createListener(handle, services, join(buildDir, "client")),
  );
  await new Promise<void>((done) => server.listen(settings.port, settings.host, done));
  const address = server.address();
  logger.info({ port: typeof address === "object" ? address?.port : settings.port }, "listening");
  return () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeIdleConnections();
    });
}

/** Browser scripts by name, from the manifest the build wrote. */
function builtAssets(dir: string): Record<string, string> {
  const manifest = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8")) as Record<
    string,
    { file: string }
  >;
  const scripts = Object.entries(manifest).filter(([source]) => source.startsWith("app/browser/"));
  return Object.fromEntries(
    scripts.map(([source, { file }]) => [basename(source, ".ts"), `/browser/${file}`]),
  );
}

function superviseCluster(count: number) {
  for (let i = 0; i < count; i++) cluster.fork(i === 0 ? {} : { WEB_ONLY: "1" });
  let stopping = false;
  const stop = () => {
    stopping = true;
    for (const child of Object.values(cluster.workers ?? {})) child?.process.kill("SIGTERM");
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  const webOnly = new Map(Object.values(cluster.workers ?? {}).map((child, i) => [child?.id, i > 0]));
  cluster.on("exit", (child) => {
    if (stopping) {
      if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(0);
      return;
    }
    const successor = cluster.fork(webOnly.get(child.id) ? { WEB_ONLY: "1" } : {});
    webOnly.set(successor.id, webOnly.get(child.id) ?? true);
  });
}
