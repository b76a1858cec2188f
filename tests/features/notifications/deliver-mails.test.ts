import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { leaseMs, mostAttempts } from "#app/domain/notifications/delivery.ts";
import { claimMails } from "#app/features/notifications/claim-mails.ts";
import { settleMail } from "#app/features/notifications/settle-mail.ts";
import { type Mailer, openMailer } from "#app/platform/mailer/mailer.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type Act, type ScriptedSmtp, scriptedSmtp } from "#tests/faults/smtp-scripted-server.ts";
import { type MailOffice, mailOffice } from "./mail-office.ts";

const minute = 60_000;

describe.each(DIALECTS)("delivery on %s", (dialect) => {
  let world: MailOffice;
  let smtp: ScriptedSmtp;
  let mailer: Mailer;
  let acts: Act[] = [];

  beforeAll(async () => {
    world = await mailOffice(dialect);
    smtp = await scriptedSmtp(() => acts.shift() ?? "accept");
    mailer = openMailer({
      url: smtp.url,
      from: "基金办 <portal@example.cn>",
      perSecond: 1000,
      limitMs: 5_000,
    });
  });
  afterEach(() => {
    acts = [];
  });
  afterAll(async () => {
    mailer.close();
    await smtp.close();
    await world.portal.destroy();
  });

  /** Queues one mail to the owner and returns its row's reader. */
  const oneMail = async () => {
    const application = await world.office.addApplication();
    await world.record("formal_check.accepted", {
      subject: { kind: "formal_check", id: "none" },
      ...world.about(application),
    });
    await world.queue();
    const id = (await world.rows()).at(-1)?.id ?? "";
    return async () => {
      const row = (await world.rows()).find((each) => each.id === id);
      if (!row) throw new Error("The mail is gone");
      return row;
    };
  };
  const arrivedUnder = (messageId: string) => smtp.arrived.filter((mail) => mail.messageId === messageId);

  it("sends, once, with what a machine must know, and keeps what was sent", async () => {
    const row = await oneMail();
    await world.deliver(mailer);
    await world.deliver(mailer);
    const sent = await row();
    expect(sent).toMatchObject({ state: "sent", attempts: 1, last_error: null, lease_until: null });
    expect(sent.sent_at).toBe(world.portal.now.toISOString());
    expect(sent.subject).toContain("形式审查通过");
    expect(sent.html).toContain("<html");
    const [mail, ...more] = arrivedUnder(sent.message_id);
    expect(more).toEqual([]);
    expect(mail?.to).toEqual([sent.recipient_email]);
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(mail?.raw).toMatch(/^Content-Language: zh-CN$/im);
    expect(mail?.raw).toMatch(/^From: .*<portal@example\.cn>$/im);
  });

  it("tries again after a 4xx, later and later, and under the same Message-ID", async () => {
    acts = ["later at recipient", "later at data"];
    const row = await oneMail();
    await world.deliver(mailer);
    const first = await row();
    expect(first).toMatchObject({ state: "retrying", attempts: 1 });
    expect(Date.parse(first.next_attempt_at) - world.portal.now.getTime()).toBe(minute);
    await world.deliver(mailer);
    expect((await row()).attempts).toBe(1);
    world.portal.pass(minute);
    await world.deliver(mailer);
    const second = await row();
    expect(second).toMatchObject({ state: "retrying", attempts: 2 });
    expect(Date.parse(second.next_attempt_at) - world.portal.now.getTime()).toBe(5 * minute);
    world.portal.pass(5 * minute);
    await world.deliver(mailer);
    expect(await row()).toMatchObject({ state: "sent", attempts: 3, message_id: first.message_id });
    expect(arrivedUnder(first.message_id)).toHaveLength(1);
  });

  it.each(["refuse recipient", "refuse data"] as const)(
    "gives up at once when the server says never: %s",
    async (act) => {
      acts = [act];
      const row = await oneMail();
      await world.deliver(mailer);
      const failed = await row();
      expect(failed).toMatchObject({ state: "failed", attempts: 1 });
      expect(failed.last_error).toMatch(/55[04]/);
      expect(failed.last_error).not.toContain("@");
      expect(failed.text).toContain("形式审查");
      expect(arrivedUnder(failed.message_id)).toEqual([]);
    },
  );

  it("tries again when the connection breaks within the content", async () => {
    acts = ["drop in data"];
    const row = await oneMail();
    await world.deliver(mailer);
    const { message_id } = await row();
    expect(await row()).toMatchObject({ state: "retrying" });
    world.portal.pass(minute);
    await world.deliver(mailer);
    expect((await row()).state).toBe("sent");
    expect(arrivedUnder(message_id)).toHaveLength(1);
  });

  it("sends once when the connection breaks before the content, at once or at the next attempt", async () => {
    acts = ["hang up before data"];
    const row = await oneMail();
    await world.deliver(mailer);
    world.portal.pass(minute);
    await world.deliver(mailer);
    const { state, message_id } = await row();
    expect(state).toBe("sent");
    expect(arrivedUnder(message_id)).toHaveLength(1);
  });

  it("repeats a mail whose end nobody knows, under the same Message-ID", async () => {
    acts = ["drop after the final dot"];
    const row = await oneMail();
    await world.deliver(mailer);
    const { message_id, state } = await row();
    expect(state).toBe("retrying");
    world.portal.pass(minute);
    await world.deliver(mailer);
    expect((await row()).state).toBe("sent");
    expect(arrivedUnder(message_id)).toHaveLength(2);
  });

  it("does not wait for a server that stalls", async () => {
    acts = ["stall"];
    const hasty = openMailer({ url: smtp.url, from: "portal@example.cn", perSecond: 1000, limitMs: 300 });
    const row = await oneMail();
    await world.deliver(hasty);
    expect(await row()).toMatchObject({ state: "retrying", attempts: 1 });
    world.portal.pass(minute);
    await world.deliver(hasty);
    hasty.close();
    expect((await row()).state).toBe("sent");
  });

  it("lets one bad recipient hurt nobody else", async () => {
    const before = (await world.rows()).length;
    const rows = [await oneMail(), await oneMail(), await oneMail()];
    acts = ["refuse recipient"];
    await world.deliver(mailer);
    const states = await Promise.all(rows.map(async (row) => (await row()).state));
    expect(states.toSorted()).toEqual(["failed", "sent", "sent"]);
    expect((await world.rows()).length - before).toBe(3);
  });

  it("survives a server that is not there, and gives up after about two days", async () => {
    const nowhere = openMailer({
      url: "smtp://127.0.0.1:9",
      from: "portal@example.cn",
      perSecond: 1000,
      limitMs: 5_000,
    });
    const row = await oneMail();
    const started = world.portal.now.getTime();
    for (let i = 0; i < mostAttempts; i++) {
      await world.deliver(nowhere);
      const { state, next_attempt_at } = await row();
      if (i < mostAttempts - 1) expect(state).toBe("retrying");
      world.portal.pass(Math.max(0, Date.parse(next_attempt_at) - world.portal.now.getTime()));
    }
    nowhere.close();
    expect((await row()).state).toBe("failed");
    const hours = (world.portal.now.getTime() - started) / 3_600_000;
    expect(hours).toBeGreaterThan(40);
    expect(hours).toBeLessThan(60);
  });

  it("hands a mail to one of two workers only", async () => {
    const before = smtp.arrived.length;
    for (let i = 0; i < 12; i++) await oneMail();
    await Promise.all([world.deliver(mailer), world.deliver(mailer), world.deliver(mailer)]);
    const ids = smtp.arrived.slice(before).map((mail) => mail.messageId);
    expect(ids).toHaveLength(12);
    expect(new Set(ids).size).toBe(12);
  });

  it("takes a dead worker's mail over when its lease ends, and does not let the dead one speak afterwards", async () => {
    const row = await oneMail();
    const ctx = () => ({ db: world.portal.db, now: world.portal.now, settings: world.portal.settings });
    const [held] = await claimMails(ctx(), 10);
    if (!held) throw new Error("Nothing was due");
    expect(await row()).toMatchObject({ state: "sending", attempts: 1 });
    await world.deliver(mailer);
    expect((await row()).state).toBe("sending");
    world.portal.pass(leaseMs);
    await world.deliver(mailer);
    expect(await row()).toMatchObject({ state: "sent", attempts: 2 });
    expect(await settleMail(ctx(), held, { result: "failed", error: "too late" })).toBeNull();
    expect((await row()).state).toBe("sent");
  });

  it("keeps every mail in the log while there is no mail server", async () => {
    const row = await oneMail();
    await world.deliver(undefined);
    const kept = await row();
    expect(kept).toMatchObject({ state: "kept", sent_at: null });
    expect(kept.text).toContain("https://portal.example.cn/applications/");
  });
});
