// Works on the portal: one process with live reload, the mail worker, and a data folder of its own.
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createVite } from "vite";

process.env.NODE_ENV = "development";
process.env.DATA_DIR ??= "data/dev";
process.env.DEMO ??= "1";
process.env.LOG_LEVEL ??= "warn";

const vite = await createVite({ server: { middlewareMode: true } });
const { assemble } = await vite.ssrLoadModule("/app/server/assemble.ts");
const { createHandler, createListener } = await vite.ssrLoadModule("/app/server/listener.ts");
const { startWorker } = await vite.ssrLoadModule("/app/worker/start-worker.ts");
const assets = Object.fromEntries(
  readdirSync("app/browser")
    .filter((file) => file.endsWith(".ts"))
    .map((file) => [file.slice(0, -3), `/app/browser/${file}`]),
);
const { services, close } = await assemble(assets);
startWorker(services);

const handle = async (request) => {
  const build = await vite.ssrLoadModule("virtual:react-router/server-build");
  return createHandler(build, services, "development")(request);
};
const listener = createListener(handle, services, undefined);
const server = createServer((req, res) => vite.middlewares(req, res, () => void listener(req, res)));
server.listen(services.settings.port, services.settings.host, () =>
  console.log(`http://localhost:${services.settings.port}`),
);
const stop = async () => {
  await vite.close();
  await close();
  process.exit(0);
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
