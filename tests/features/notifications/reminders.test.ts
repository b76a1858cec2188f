import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { forgetSpentLinks } from "#app/features/notifications/forget-spent-links.ts";
import { remindClosingSoon } from "#app/features/notifications/remind-closing-soon.ts";
import { inviteStaff } from "#app/features/accounts/invite-staff.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type MailOffice, mailOffice } from "./mail-office.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** 10:00 in Beijing, and closing at 17:00. */
const at = (date: string) => new Date(`${date}T02:00:00.000Z`);
const closesAt = "2026-12-10T09:00:00.000Z";

describe.each(DIALECTS)("reminders on %s", (dialect) => {
  let world: MailOffice;
  let draft: Awaited<ReturnType<MailOffice["office"]["addApplication"]>>;
  beforeEach(async () => {
    world = await mailOffice(dialect);
    draft = await world.office.addApplication({ state: "draft", title: "示例产线" });
    await world.office.addApplication({ state: "submitted" });
    await world.portal.db.write((trx) => trx.updateTable("call").set({ closes_at: closesAt }).execute());
  });
  afterEach(() => world.portal.destroy());

  const goTo = (now: Date) => {
    world.portal.now = now;
  };
  const remind = () => remindClosingSoon(world.portal.ctx(system));
  const reminders = async () => {
    await world.queue();
    const rows = (await world.rows()).filter((row) => row.template === "closing-soon");
    return rows.map((row) => (JSON.parse(row.fields) as { days: number }).days);
  };

  it("go to drafts alone, once at seven, three and one days, however often the worker looks", async () => {
    goTo(at("2026-12-01"));
    expect(await remind()).toBe(0);
    for (const date of ["2026-12-04", "2026-12-08", "2026-12-10"]) {
      goTo(at(date));
      expect((await Promise.all([remind(), remind(), remind()])).reduce((sum, count) => sum + count)).toBe(1);
      expect(await remind()).toBe(0);
    }
    expect(await reminders()).toEqual([6, 2, 0]);
  });

  it("of several that were missed only the last is sent", async () => {
    goTo(at("2026-12-10"));
    expect(await remind()).toBe(1);
    expect(await reminders()).toEqual([0]);
  });

  it("come by day, and not after closing", async () => {
    goTo(new Date("2026-12-04T15:00:00.000Z"));
    expect(await remind()).toBe(0);
    goTo(new Date(Date.parse(closesAt)));
    expect(await remind()).toBe(0);
  });

  it("are not sent when the draft has been submitted or the closing time has moved meanwhile", async () => {
    goTo(at("2026-12-08"));
    await remind();
    await world.queue();
    await world.portal.db.write((trx) =>
      trx.updateTable("application").set({ state: "submitted" }).where("id", "=", draft.id).execute(),
    );
    await world.deliver();
    const row = (await world.rows()).at(-1);
    expect(row).toMatchObject({
      template: "closing-soon",
      state: "cancelled",
      last_error: "no longer a draft",
    });
  });

  it("start again when the call is extended", async () => {
    goTo(at("2026-12-08"));
    await remind();
    const later = new Date(Date.parse(closesAt) + day).toISOString();
    await world.portal.db.write((trx) => trx.updateTable("call").set({ closes_at: later }).execute());
    expect(await remind()).toBe(1);
  });

  it("links that were never delivered are forgotten once nobody can use them", async () => {
    const invited = await inviteStaff(world.portal.ctx(system), {
      ...{ name: "钱示例", email: "invited@example.com", roles: ["officer"], locale: "zh" },
    });
    if (!invited.ok) throw new Error(invited.reason);
    const { db } = world.portal;
    await db.write((trx) => trx.updateTable("mail_delivery").set({ state: "failed" }).execute());
    expect(await forgetSpentLinks({ db, now: world.portal.now })).toBe(0);
    world.portal.pass(16 * day);
    expect(await forgetSpentLinks({ db, now: world.portal.now })).toBe(1);
    expect(await forgetSpentLinks({ db, now: world.portal.now })).toBe(0);
    expect(JSON.stringify(await world.rows())).not.toContain(invited.token);
  });
});
