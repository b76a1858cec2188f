import { describe, expect, it } from "vitest";
import { leaseMs } from "#app/domain/notifications/delivery.ts";
import { system } from "#app/domain/accounts/actor.ts";
import type { Mailer } from "#app/platform/mailer/mailer.ts";
import { openMailer } from "#app/platform/mailer/mailer.ts";
import { claimMails } from "#app/features/notifications/claim-mails.ts";
import { queueMail } from "#app/features/queue-mail.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { deliverMails } from "#app/worker/deliver-mails.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";
import { randomness } from "./smtp-randomness.ts";
import { type Act, type ScriptedSmtp, scriptedSmtp } from "./smtp-scripted-server.ts";

const faults: readonly Act[] = [
  "later at recipient",
  "later at data",
  "refuse recipient",
  "refuse data",
  "hang up before data",
  "drop in data",
  "drop after the final dot",
];

/** A long run: `SMTP_FAULTS=1000`. */
const wanted = Number(process.env["SMTP_FAULTS"] ?? 250);

/** The fault of each attempt is drawn from the seed; a run that fails names it. */
describe.each(DIALECTS)("hundreds of faults of the mail server on %s", (dialect) => {
  it("lose nothing, misdirect nothing, and duplicate only what ended in doubt", async () => {
    const seed = Number(process.env["SMTP_FAULT_SEED"] ?? 20261123);
    const { random, pick } = randomness(seed);
    const portal = await testPortal(dialect, { demo: false, mailPerSecond: 100_000 });
    const done = { faults: 0 };
    const smtp = await scriptedSmtp(() => {
      if (random() > 0.75) return "accept";
      done.faults += 1;
      return pick(faults);
    });
    const mails = await queueInvitations(portal, Math.ceil(wanted * 0.45));
    const mailers = [openMailer(mailerTo(smtp)), openMailer(mailerTo(smtp))];
    while (done.faults < wanted && (await unfinished(portal)) > 0) {
      await Promise.all(mailers.map((mailer) => deliverOrDie(portal, mailer, random() < 0.1)));
      portal.pass(random() < 0.05 ? leaseMs : Math.round(random() * 20 * 60_000));
      if (done.faults < wanted) await reviveSomeFailed(portal, random);
    }
    await drain(portal, mailers);
    for (const mailer of mailers) mailer.close();
    await smtp.close();

    expect(done.faults, `seed ${seed}`).toBeGreaterThanOrEqual(wanted);
    expect(audit(await rowsOf(portal), smtp, mails), `seed ${seed}`).toEqual({
      lost: [],
      misdirected: [],
      unexplainedDuplicates: 0,
    });
    await portal.destroy();
  }, 240_000);
});

const mailerTo = (smtp: ScriptedSmtp) => ({
  url: smtp.url,
  from: "portal@example.cn",
  perSecond: 100_000,
  limitMs: 5_000,
});

/** One pass of a worker, or the death of one that had just taken mails. */
async function deliverOrDie(portal: TestPortal, mailer: Mailer, dies: boolean): Promise<void> {
  if (dies) await claimMails({ db: portal.db, now: portal.now }, 3);
  else await deliverMails(portal.services, mailer);
}

async function drain(portal: TestPortal, mailers: Mailer[]): Promise<void> {
  while ((await unfinished(portal)) > 0) {
    await Promise.all(mailers.map((mailer) => deliverMails(portal.services, mailer)));
    portal.pass(leaseMs + 60 * 60_000);
  }
}

const rowsOf = (portal: TestPortal) => portal.db.read.selectFrom("mail_delivery").selectAll().execute();

const unfinished = async (portal: TestPortal): Promise<number> =>
  (await rowsOf(portal)).filter((row) => ["waiting", "sending", "retrying"].includes(row.state)).length;

/** What an administrator does after a "never": so that the run goes on until it has had its thousand. */
const reviveSomeFailed = (portal: TestPortal, random: () => number) =>
  portal.db.write((trx) =>
    trx
      .updateTable("mail_delivery")
      .set({ state: "waiting", attempts: 0, next_attempt_at: portal.now.toISOString() })
      .where("state", "=", "failed")
      .where("id", "like", random() < 0.7 ? "%" : "")
      .execute(),
  );

/** The acts are invitations: the mails that nobody can derive again once they are lost. */
async function queueInvitations(portal: TestPortal, count: number): Promise<string[]> {
  const addresses = Array.from({ length: count }, (_, i) => `person${i}@example.com`);
  await Promise.all(addresses.map((email) => invite(portal, email)));
  return addresses;
}

const invite = (portal: TestPortal, email: string) =>
  portal.db.write(async (trx) => {
    const ctx = portal.ctx(system);
    const { id: eventId } = await recordInvitation(trx, ctx, email);
    await queueInvitation(trx, ctx, eventId, email);
  });

type Job = Parameters<Parameters<TestPortal["db"]["write"]>[0]>[0];
type Ctx = ReturnType<TestPortal["ctx"]>;

const recordInvitation = (trx: Job, ctx: Ctx, email: string) =>
  recordEvent(trx, ctx, {
    type: "person.invited",
    subject: { kind: "invitation", id: email.split("@")[0] ?? "" },
  });

const queueInvitation = (trx: Job, ctx: Ctx, eventId: string, email: string) =>
  queueMail(trx, ctx, {
    ...{ eventId, email, locale: "zh", name: "", template: "invite-staff" },
    fields: {
      token: `token-of-${email.split("@")[0]}`,
      expiresAt: "2026-12-31T00:00:00.000Z",
      roles: ["officer"],
      invitedBy: "",
    },
  });

/** What went wrong between the outbox and the mailboxes; nothing, if all is well. */
function audit(rows: Awaited<ReturnType<typeof rowsOf>>, smtp: ScriptedSmtp, addresses: readonly string[]) {
  const byMessage = Map.groupBy(smtp.arrived, (mail) => mail.messageId);
  const sent = rows.filter((row) => row.state === "sent");
  const lost = [
    ...sent.filter((row) => !byMessage.has(row.message_id)).map((row) => row.recipient_email),
    ...addresses.filter((email) => !rows.some((row) => row.recipient_email === email)),
    ...rows.filter((row) => !["sent", "failed"].includes(row.state)).map((row) => row.recipient_email),
  ];
  const addressOf = new Map(rows.map((row) => [row.message_id, row.recipient_email]));
  const misdirected = smtp.arrived.filter(
    ({ to, messageId, raw }) =>
      to.length !== 1 ||
      to[0] !== addressOf.get(messageId) ||
      !raw.includes(`token-of-${to[0]?.split("@")[0]}`),
  );
  const duplicates = [...byMessage.values()].reduce((sum, copies) => sum + copies.length - 1, 0);
  return { lost, misdirected, unexplainedDuplicates: Math.max(0, duplicates - smtp.ambiguous) };
}

/** The harness must be able to fail: here the mail is queued after the commit, and the process may die between. */
describe("a mail queued after the commit", () => {
  const run = async (transactional: boolean) => {
    const { random } = randomness(7);
    const portal = await testPortal("sqlite", { demo: false, mailPerSecond: 100_000 });
    const smtp = await scriptedSmtp(() => "accept");
    const mailer = openMailer(mailerTo(smtp));
    const addresses = Array.from({ length: 60 }, (_, i) => `person${i}@example.com`);
    for (const email of addresses) {
      const dies = random() < 0.2;
      if (transactional) await invite(portal, email);
      else await inviteInTwoCommits(portal, email, dies);
    }
    await drain(portal, [mailer]);
    const found = audit(await rowsOf(portal), smtp, addresses);
    mailer.close();
    await smtp.close();
    await portal.destroy();
    return found;
  };

  it("is caught, and the true way passes", async () => {
    expect((await run(true)).lost).toEqual([]);
    expect((await run(false)).lost.length).toBeGreaterThan(5);
  }, 60_000);
});

async function inviteInTwoCommits(portal: TestPortal, email: string, dies: boolean): Promise<void> {
  const ctx = portal.ctx(system);
  const { id } = await portal.db.write((trx) => recordInvitation(trx, ctx, email));
  if (dies) return;
  await portal.db.write((trx) => queueInvitation(trx, ctx, id, email));
}
