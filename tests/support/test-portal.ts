import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Actor, anonymous, type PersonActor } from "#app/domain/accounts/actor.ts";
import type { MailTemplate } from "#app/domain/notifications/mail-template.ts";
import { findSession } from "#app/features/accounts/find-session.ts";
import type { Context } from "#app/features/context.ts";
import type { Services } from "#app/http/services.ts";
import { readSettings, type Settings } from "#app/platform/config/settings.ts";
import { createLogger } from "#app/platform/logger.ts";
import { createMetrics } from "#app/platform/metrics.ts";
import { newId } from "#app/platform/new-id.ts";
import { diskStore } from "#app/platform/storage/disk-store.ts";
import type { FileStore } from "#app/platform/storage/file-store.ts";
import type { Dialect } from "#db/migrations/migration.ts";
import type { Schema } from "#db/schema.ts";
import { FROZEN_NOW, type TestDatabase, testDatabase } from "./database.ts";

/** A portal without a listener: database, file store and settings of its own, and a clock that stands still. */
export interface TestPortal {
  db: TestDatabase;
  files: FileStore;
  settings: Settings;
  services: Services;
  now: Date;
  /** Moves the clock on. */
  pass(milliseconds: number): void;
  ctx(actor?: Actor): Context;
  /** Who a session cookie's token stands for now. */
  actorOf(token: string): Promise<PersonActor | undefined>;
  mails(
    email: string,
  ): Promise<{ template: MailTemplate; locale: string; fields: Record<string, unknown> }[]>;
  /** The token in the latest mail of that kind. */
  mailedToken(email: string, template: MailTemplate): Promise<string>;
  events(): Promise<Schema["event"][]>;
  destroy(): Promise<void>;
}

export async function testPortal(dialect: Dialect, changes: Partial<Settings> = {}): Promise<TestPortal> {
  const db = await testDatabase(dialect);
  const folder = await mkdtemp(join(tmpdir(), "portal-files-"));
  const files = await diskStore(folder);
  const settings: Settings = {
    ...readSettings({ NODE_ENV: "test", LOG_LEVEL: "silent", DEMO: "1" }),
    ...changes,
  };
  const portal: TestPortal = {
    db,
    files,
    settings,
    now: FROZEN_NOW,
    services: {
      settings,
      db,
      files,
      logger: createLogger("silent", "test"),
      metrics: createMetrics(),
      clock: () => portal.now,
      assets: new Proxy({}, { get: (_target, name) => `/browser/${String(name)}.js` }),
      isDraining: () => false,
    },
    pass(milliseconds) {
      portal.now = new Date(portal.now.getTime() + milliseconds);
    },
    ctx: (actor = anonymous) => ({ db, files, settings, actor, now: portal.now, requestId: newId() }),
    async actorOf(token) {
      return (await findSession(db, token, portal.now, settings.secondFactorRequired))?.actor;
    },
    async mails(email) {
      const rows = await db.read
        .selectFrom("mail_delivery")
        .select(["template", "locale", "fields"])
        .where("recipient_email", "=", email)
        .orderBy("created_at")
        .orderBy("id")
        .execute();
      return rows.map((row) => ({
        template: row.template as MailTemplate,
        locale: row.locale,
        fields: JSON.parse(row.fields) as Record<string, unknown>,
      }));
    },
    async mailedToken(email, template) {
      const mail = (await portal.mails(email)).findLast((each) => each.template === template);
      if (typeof mail?.fields.token !== "string") throw new Error(`No ${template} was mailed to ${email}`);
      return mail.fields.token;
    },
    events: () => db.read.selectFrom("event").selectAll().orderBy("seq").execute(),
    async destroy() {
      await db.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return portal;
}
