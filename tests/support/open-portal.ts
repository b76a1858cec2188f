import Sqlite from "better-sqlite3";
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Services } from "#app/http/services.ts";
import { readSettings, type Settings } from "#app/platform/config/settings.ts";
import { migrate } from "#app/platform/database/migrate.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";
import { createLogger } from "#app/platform/logger.ts";
import { createMetrics } from "#app/platform/metrics.ts";
import { diskStore } from "#app/platform/storage/disk-store.ts";
import { migrations } from "#db/migrations/index.ts";
import { builtHandler } from "./built-routes.ts";

export const portalOrigin = "https://portal.example.test";

export interface Sent {
  method?: string;
  /** Of the session cookie. */
  token?: string | undefined;
  body?: BodyInit | undefined;
  headers?: Record<string, string>;
}

/** The built pages on a SQLite file of their own, with a clock that stands where it is put. */
export interface OpenPortal {
  folder: string;
  services: Services;
  setClock(now: Date): void;
  /** A request as a browser on this site would send it: with Origin wherever it is not a plain read. */
  send(path: string, sent?: Sent): Promise<Response>;
  /** A number that changes when anybody commits anything. */
  databaseVersion(): number;
  /** Everything in the database but the counters of attempts, as one hash. */
  contents(): string;
  storedFiles(): number;
  close(): Promise<void>;
}

/** An empty portal, or a copy of `from`: each copy may be spoiled. */
export async function openPortal(
  now: Date,
  options: { from?: string; settings?: NodeJS.ProcessEnv } = {},
): Promise<OpenPortal> {
  const folder = await mkdtemp(join(tmpdir(), "portal-routes-"));
  if (options.from) await cp(options.from, folder, { recursive: true });
  const settings: Settings = readSettings({
    NODE_ENV: "test",
    LOG_LEVEL: process.env.TEST_LOG ?? "silent",
    DATA_DIR: folder,
    BASE_URL: portalOrigin,
    ...options.settings,
  });
  const url = join(folder, "portal.sqlite");
  if (!options.from) await migrate({ url, synchronous: "OFF" }, migrations);
  const db = await openDatabase({ url, synchronous: "OFF" });
  const watch = new Sqlite(url, { readonly: true });
  const filesFolder = join(folder, "files");
  let clock = now;
  const services: Services = {
    settings,
    db,
    files: await diskStore(filesFolder),
    logger: createLogger(settings.logLevel, "test"),
    metrics: createMetrics(),
    clock: () => clock,
    assets: new Proxy({}, { get: (_target, name) => `/browser/${String(name)}.js` }),
    isDraining: () => false,
  };
  const handle = await builtHandler(services);
  return {
    folder,
    services,
    setClock: (to) => {
      clock = to;
    },
    send: (path, sent) => handle(requestOf(path, sent)),
    databaseVersion: () => Number(watch.pragma("data_version", { simple: true })),
    contents: () => contentsOf(watch),
    storedFiles: () => readdirSync(filesFolder, { recursive: true }).length,
    async close() {
      watch.close();
      await db.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function contentsOf(db: Sqlite.Database): string {
  const hash = createHash("sha256");
  const tables = db
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .pluck()
    .all();
  for (const table of tables as string[])
    if (table !== "rate_limit")
      for (const row of db.prepare(`select * from "${table}"`).raw().iterate())
        hash.update(JSON.stringify(row));
  return hash.digest("hex");
}

function requestOf(path: string, { method = "GET", token, body, headers = {} }: Sent = {}): Request {
  const isRead = method === "GET" || method === "HEAD";
  const all = new Headers(headers);
  if (!isRead && !all.has("origin")) all.set("origin", portalOrigin);
  if (all.get("origin") === "") all.delete("origin");
  if (token) all.set("cookie", `__Host-session=${token}`);
  if (typeof body === "string") all.set("content-length", String(Buffer.byteLength(body)));
  if (body instanceof URLSearchParams) all.set("content-length", String(Buffer.byteLength(body.toString())));
  return new Request(new URL(path, portalOrigin), {
    method,
    headers: all,
    ...(isRead ? {} : { body: body ?? "" }),
  });
}
