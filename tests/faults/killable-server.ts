import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import type { ServerBuild } from "react-router";
import type { Database } from "#app/platform/database/database.ts";
import { assemble } from "#app/server/assemble.ts";
import { createHandler, createListener } from "#app/server/listener.ts";

/**
 * The built portal on the data folder of the environment, printing its port when it answers. With the planted
 * bug a write is acknowledged when its statements have run, some milliseconds before they are on the disk.
 */
const [buildDir = "build", bug = "none"] = process.argv.slice(2);
const anyScript = new Proxy({}, { get: (_target, name) => `/browser/${String(name)}.js` });
const { services } = await assemble(anyScript);
const lent = bug === "none" ? services : { ...services, db: acknowledgingEarly(services.db) };
const build = (await import(pathToFileURL(join(buildDir, "server", "index.js")).href)) as ServerBuild;
const handle = createHandler(build, lent, "production");
const server = createServer(createListener(handle, lent, undefined));
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

function acknowledgingEarly(db: Database): Database {
  return {
    ...db,
    write: (job) =>
      new Promise((resolve, reject) => {
        db.write(async (trx) => {
          const result = await job(trx);
          resolve(result);
          await pause(15);
          return result;
        }).catch(reject);
      }),
  };
}
