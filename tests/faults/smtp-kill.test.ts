import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { queueMail } from "#app/features/queue-mail.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { readSettings } from "#app/platform/config/settings.ts";
import type { Database } from "#app/platform/database/database.ts";
import { migrate } from "#app/platform/database/migrate.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";
import { migrations } from "#db/migrations/index.ts";
import { randomness } from "./smtp-randomness.ts";
import { type ScriptedSmtp, scriptedSmtp } from "./smtp-scripted-server.ts";

const mails = 300;
const kills = 5;
/** What one worker may have on the wire when it dies. */
const lanes = 5;

let folder: string;
let db: Database;
let smtp: ScriptedSmtp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "portal-kill-"));
  const url = join(folder, "portal.sqlite");
  await migrate({ url }, migrations);
  db = await openDatabase({ url });
  smtp = await scriptedSmtp(() => "accept");
});
afterAll(async () => {
  await db.close();
  await smtp.close();
  await rm(folder, { recursive: true, force: true });
});

it("a worker killed in the middle of sending loses no mail, and repeats at most what was on the wire", async () => {
  await queueSome();
  const { random } = randomness(11);
  for (let i = 0; i < kills; i++) {
    const before = smtp.arrived.length;
    const worker = await startWorkerProcess();
    while (smtp.arrived.length < before + 3) await pause(5);
    await pause(random() * 150);
    worker.kill("SIGKILL");
    await once(worker, "exit");
    await leasesEnd();
  }
  const last = await startWorkerProcess();
  while ((await unfinished()) > 0) await pause(50);
  last.kill("SIGKILL");

  const copies = Map.groupBy(smtp.arrived, (mail) => mail.messageId);
  const rows = await db.read
    .selectFrom("mail_delivery")
    .select(["message_id", "state", "recipient_email"])
    .execute();
  expect(rows).toHaveLength(mails);
  for (const row of rows) {
    expect(row.state).toBe("sent");
    expect(copies.get(row.message_id)?.every(({ to }) => to[0] === row.recipient_email)).toBe(true);
  }
  expect(smtp.arrived.length - mails).toBeLessThanOrEqual(kills * lanes);
}, 120_000);

async function queueSome() {
  const settings = readSettings({ NODE_ENV: "test" });
  const ctx = { actor: system, now: new Date(), requestId: "test", settings };
  const queue = (i: number) =>
    db.write(async (trx) => {
      const subject = { kind: "invitation", id: String(i) };
      const { id: eventId } = await recordEvent(trx, ctx, { type: "person.invited", subject });
      await queueMail(trx, ctx, {
        ...{ eventId, email: `person${i}@example.com`, locale: "zh", name: "", template: "invite-staff" },
        fields: { token: "t", expiresAt: "2099-01-01T00:00:00.000Z", roles: ["officer"], invitedBy: "" },
      });
    });
  await Promise.all(Array.from({ length: mails }, (_, i) => queue(i)));
}

async function startWorkerProcess() {
  const worker = spawn(process.execPath, ["tests/faults/smtp-worker-process.mjs"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "test",
      DATA_DIR: folder,
      // Vitest has a BASE_URL of its own.
      BASE_URL: "http://localhost:3000",
      SMTP_URL: smtp.url,
      MAIL_PER_SECOND: "200",
      LOG_LEVEL: "silent",
    },
  });
  await once(worker.stdout, "data");
  return worker;
}

/** The dead worker's leases run out: time passes for them alone. */
const leasesEnd = () =>
  db.write((trx) =>
    trx
      .updateTable("mail_delivery")
      .set({ lease_until: new Date(0).toISOString() })
      .where("state", "=", "sending")
      .execute(),
  );

const unfinished = async () =>
  (await db.read.selectFrom("mail_delivery").select("id").where("state", "!=", "sent").execute()).length;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
