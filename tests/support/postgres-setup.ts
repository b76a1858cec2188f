import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "#app/platform/database/migrate.ts";
import { migrations } from "#db/migrations/index.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** Copied for each test that wants a database. */
export const templateDatabase = "portal_template";

// Several projects of one run share one server.
const shared = globalThis as { portalPostgres?: { users: number; server: Promise<PostgresServer> } };

export default async function setup(project: TestProject) {
  shared.portalPostgres ??= { users: 0, server: startWithTemplate() };
  shared.portalPostgres.users += 1;
  const { server } = shared.portalPostgres;
  project.provide("postgresUrl", (await server).url);
  return async () => {
    if (--shared.portalPostgres!.users > 0) return;
    delete shared.portalPostgres;
    await (await server).stop();
  };
}

async function startWithTemplate(): Promise<PostgresServer> {
  const server = await startPostgres();
  try {
    const admin = new Client({ connectionString: server.url });
    await admin.connect();
    await admin.query(`create database ${templateDatabase}`);
    await admin.end();
    await migrate({ url: server.url.replace(/postgres$/, templateDatabase) }, migrations);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}
