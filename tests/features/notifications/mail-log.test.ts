import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { inviteStaff } from "#app/features/accounts/invite-staff.ts";
import { pageSize } from "#app/features/keyset.ts";
import { cancelMail } from "#app/features/notifications/cancel-mail.ts";
import { findMail } from "#app/features/notifications/find-mail.ts";
import { findDemoMail, listDemoMails } from "#app/features/notifications/list-demo-mails.ts";
import { listMails } from "#app/features/notifications/list-mails.ts";
import { resendMail } from "#app/features/notifications/resend-mail.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type MailOffice, mailOffice } from "./mail-office.ts";

describe.each(DIALECTS)("the mail log on %s", (dialect) => {
  let world: MailOffice;
  let administrator: PersonActor;
  beforeAll(async () => {
    world = await mailOffice(dialect);
    administrator = world.office.administrator;
  });
  afterAll(() => world.portal.destroy());

  const ctx = (actor: PersonActor) => world.portal.ctx(actor);
  const lastRow = async () => (await world.rows()).at(-1)!;
  const accepted = async (state = "expert_review") => {
    const application = await world.office.addApplication({ state });
    await world.record("formal_check.accepted", {
      subject: { kind: "formal_check", id: "none" },
      ...world.about(application),
    });
    await world.queue();
    return { application, mail: await lastRow() };
  };
  const fail = (id: string) =>
    world.portal.db.write((trx) =>
      trx.updateTable("mail_delivery").set({ state: "failed", attempts: 3 }).where("id", "=", id).execute(),
    );

  it("is read by administrators and auditors, and by nobody else", async () => {
    const { mail } = await accepted();
    const { office } = world;
    for (const reader of [administrator, office.auditor])
      expect(await findMail(ctx(reader), mail.id)).toMatchObject({ id: mail.id });
    for (const other of [office.officer, office.chair, office.member, office.owner]) {
      expect(await findMail(ctx(other), mail.id)).toBeUndefined();
      expect((await listMails(ctx(other), {}, null)).rows).toEqual([]);
    }
  });

  it("shows no mail of an application its reader may not see", async () => {
    const draft = await accepted("draft");
    const { application, mail } = await accepted();
    const { office, portal } = world;
    expect(await findMail(ctx(administrator), draft.mail.id)).toBeUndefined();
    await portal.db.write((trx) =>
      trx
        .insertInto("conflict")
        .values({
          ...{
            id: "own",
            application_id: application.id,
            person_id: administrator.personId,
            source: "office",
          },
          ...{ kind: "other", note: "", state: "confirmed", created_at: "2026-11-01" },
        })
        .execute(),
    );
    expect(await findMail(ctx(administrator), mail.id)).toBeUndefined();
    expect(await findMail(ctx(office.auditor), mail.id)).toBeDefined();
    const listed = (await listMails(ctx(administrator), {}, null)).rows.map((row) => row.id);
    expect(listed).not.toContain(mail.id);
    expect(listed).not.toContain(draft.mail.id);
    expect(await resendMail(ctx(administrator), mail.id)).toEqual({ ok: false, reason: "not_found" });
  });

  it("pages through everything, filters, and costs the same few statements with one row and with many", async () => {
    const own = await mailOffice(dialect);
    const reader = own.portal.ctx(own.office.administrator);
    const application = await own.office.addApplication({ state: "expert_review" });
    const tell = async () => {
      await own.record("formal_check.accepted", {
        subject: { kind: "formal_check", id: "none" },
        ...own.about(application),
      });
      await own.queue();
    };
    await tell();
    const statements = async () =>
      (await own.portal.db.statementsDuring(() => listMails(reader, {}, null))).length;
    expect(await statements()).toBe(1);
    for (let i = 0; i < pageSize + 10; i++) await tell();
    expect(await statements()).toBe(1);

    const first = await listMails(reader, {}, null);
    const [value = "", id = ""] = (first.next ?? "").split("~");
    const second = await listMails(reader, {}, { direction: "after", value, id });
    const seen = [...first.rows, ...second.rows].map((row) => row.id);
    expect(seen).toEqual((await own.rows()).map((row) => row.id).toReversed());
    expect(second.next).toBeNull();

    const { email } = own.office.owner;
    expect(
      (await listMails(reader, { recipient: email.slice(0, 12).toUpperCase() }, null)).rows,
    ).toHaveLength(pageSize);
    expect((await listMails(reader, { recipient: "nobody" }, null)).rows).toEqual([]);
    expect((await listMails(reader, { recipient: "%" }, null)).rows).toEqual([]);
    expect((await listMails(reader, { state: "sent" }, null)).rows).toEqual([]);
    expect((await listMails(reader, { template: "closing-soon" }, null)).rows).toEqual([]);
    await own.portal.destroy();
  });

  it("sends a failed mail again, on the record, and only an administrator may", async () => {
    const { mail } = await accepted();
    expect(await resendMail(ctx(administrator), mail.id)).toEqual({ ok: false, reason: "not_failed" });
    await fail(mail.id);
    expect(await resendMail(ctx(world.office.auditor), mail.id)).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect(await resendMail(ctx(administrator), mail.id)).toEqual({ ok: true });
    expect(await resendMail(ctx(administrator), mail.id)).toEqual({ ok: false, reason: "not_failed" });
    expect((await world.rows()).find((row) => row.id === mail.id)).toMatchObject({
      state: "waiting",
      attempts: 0,
      message_id: mail.message_id,
    });
    const event = (await world.portal.events()).at(-1);
    expect(event).toMatchObject({
      type: "mail.resent",
      subject_id: mail.id,
      actor_id: administrator.personId,
    });
    expect(event?.data).not.toContain("@");
  });

  it("stops a mail that has not left, on the record", async () => {
    const { mail } = await accepted();
    expect(await cancelMail(ctx(world.office.auditor), mail.id)).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect(await cancelMail(ctx(administrator), mail.id)).toEqual({ ok: true });
    await world.deliver();
    expect((await world.rows()).find((row) => row.id === mail.id)).toMatchObject({
      state: "cancelled",
      text: null,
    });
    expect((await world.portal.events()).at(-1)).toMatchObject({
      type: "mail.cancelled",
      subject_id: mail.id,
    });
    const sent = await accepted();
    await world.deliver();
    expect(await cancelMail(ctx(administrator), sent.mail.id)).toEqual({ ok: false, reason: "too_late" });
  });

  it("keeps no link that still works, once the mail is out", async () => {
    const invited = await inviteStaff(world.portal.ctx(system), {
      ...{ name: "钱示例", email: "invited@example.com", roles: ["officer"], locale: "zh" },
    });
    if (!invited.ok) throw new Error(invited.reason);
    const { id } = await lastRow();
    await world.deliver();
    const row = (await world.rows()).find((each) => each.id === id);
    expect(row?.state).toBe("kept");
    expect(JSON.stringify(row)).not.toContain(invited.token);
    expect(row?.text).toContain("/staff-invitations/…");
    expect(await findMail(ctx(administrator), id)).toMatchObject({ linkRemoved: true });
    await fail(id);
    expect(await resendMail(ctx(administrator), id)).toEqual({ ok: false, reason: "link_gone" });
  });

  it("is open to everybody in a demonstration, with its links, and to nobody otherwise", async () => {
    expect(await listDemoMails(world.portal.ctx(), "", null)).toBeNull();
    expect(await findDemoMail(world.portal.ctx(), (await lastRow()).id)).toBeUndefined();
    const demo = await mailOffice(dialect, { demo: true });
    const invited = await inviteStaff(demo.portal.ctx(system), {
      ...{ name: "钱示例", email: "invited@example.com", roles: ["officer"], locale: "zh" },
    });
    if (!invited.ok) throw new Error(invited.reason);
    expect((await listDemoMails(demo.portal.ctx(), "", null))?.rows).toEqual([]);
    await demo.deliver();
    const page = await listDemoMails(demo.portal.ctx(), "INVITED", null);
    expect(page?.rows).toMatchObject([{ email: "invited@example.com" }]);
    const mail = await findDemoMail(demo.portal.ctx(), page?.rows[0]?.id ?? "");
    expect(mail?.text).toContain(invited.token);
    await demo.portal.destroy();
  });
});
