// A mail worker in a process of its own, to be killed. Settings come from the environment, as in production.
import { createServer } from "vite";

const vite = await createServer({
  server: { middlewareMode: true, hmr: false, watch: null },
  appType: "custom",
  logLevel: "silent",
  configFile: false,
});
const { assemble } = await vite.ssrLoadModule("/app/server/assemble.ts");
const { startWorker } = await vite.ssrLoadModule("/app/worker/start-worker.ts");
const { services } = await assemble({});
startWorker(services);
process.stdout.write("working\n");
