import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mailTemplates, tokenTemplates } from "#app/domain/notifications/mail-template.ts";
import { recipients } from "#app/domain/notifications/recipients.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type MailOffice, mailOffice } from "./mail-office.ts";

describe.each(DIALECTS)("mails from events on %s", (dialect) => {
  let world: MailOffice;
  beforeAll(async () => {
    world = await mailOffice(dialect);
  });
  afterAll(() => world.portal.destroy());

  const mailsSince = async (from: number) =>
    (await world.rows()).slice(from).map((row) => ({ template: row.template, to: row.recipient_id }));

  it("goes to every member of the company, in each one's language, with the facts of the event", async () => {
    const { office, portal } = world;
    const application = await office.addApplication({ state: "submitted" });
    const editor = await office.addPerson("孙示例");
    await world.addMember(application.companyId, editor, "editor");
    await portal.db.write((trx) =>
      trx.updateTable("person").set({ locale: "en" }).where("id", "=", editor.personId).execute(),
    );
    await world.record("application.submitted", {
      subject: { kind: "submission", id: application.submissionId ?? "" },
      ...world.about(application),
    });
    expect(await world.queue()).toMatchObject({ mails: 2, unreadable: [] });
    const rows = await world.rows();
    expect(rows.map((row) => [row.recipient_id, row.locale, row.template, row.state])).toEqual(
      expect.arrayContaining([
        [office.owner.personId, "zh", "application-submitted", "waiting"],
        [editor.personId, "en", "application-submitted", "waiting"],
      ]),
    );
    expect(JSON.parse(rows[0]?.fields ?? "{}")).toMatchObject({
      application: { number: application.number },
      version: 1,
      sha256: "0".repeat(64),
      signedName: "褚示例",
      isCorrection: false,
    });
    expect(new Set(rows.map((row) => row.message_id)).size).toBe(2);
  });

  it("does not queue an event twice, whoever looks and however often", async () => {
    const before = (await world.rows()).length;
    const application = await world.office.addApplication();
    for (let i = 0; i < 30; i++)
      await world.record("formal_check.accepted", {
        subject: { kind: "formal_check", id: "none" },
        ...world.about(application),
      });
    const runs = await Promise.all([world.queue(), world.queue(), world.queue(), world.queue()]);
    await world.queue();
    expect(runs.reduce((sum, run) => sum + run.mails, 0)).toBe(30);
    expect(await mailsSince(before)).toHaveLength(30);
  });

  it("writes to the officer of the application, or to all officers while there is none", async () => {
    const { office } = world;
    const reviewer = await office.addReviewer("评审甲");
    const tell = async (officerId: string | null) => {
      const application = await office.addApplication({ state: "expert_review", officerId });
      const before = (await world.rows()).length;
      const id = await addAssignment(world, application.id, reviewer.personId);
      await world.record("assignment.declined", {
        subject: { kind: "assignment", id },
        ...world.about(application),
      });
      await world.queue();
      return mailsSince(before);
    };
    expect(await tell(office.officer.personId)).toEqual([
      { template: "reviewer-declined", to: office.officer.personId },
    ]);
    const all = await tell(null);
    expect(new Set(all.map((mail) => mail.to))).toEqual(
      new Set([office.officer.personId, office.otherOfficer.personId]),
    );
  });

  it("tells the office of a lapse: whoever handles it in the moment of sending, and never who must not know", async () => {
    const { office, portal } = world;
    const recuse = (applicationId: string, personId: string) =>
      portal.db.write((trx) =>
        trx
          .insertInto("conflict")
          .values({
            ...{ id: `conflict-${applicationId}`, application_id: applicationId, person_id: personId },
            ...{ state: "confirmed", source: "office", kind: "equity", note: "", created_at: "2026-11-01" },
          })
          .execute(),
      );
    const lapse = async (officerId: string | null, recusedId?: string) => {
      const application = await office.addApplication({ state: "not_accepted", officerId });
      if (recusedId) await recuse(application.id, recusedId);
      const before = (await world.rows()).length;
      await world.record("application.lapsed", {
        subject: { kind: "application", id: application.id },
        ...world.about(application),
        data: { round: 1, dueAt: "2026-12-01T09:00:00.000Z" },
      });
      await world.queue();
      const mails = (await world.rows()).slice(before).filter((row) => row.template === "application-lapsed");
      return { application, ids: mails.map((row) => row.id), to: mails.map((row) => row.recipient_id) };
    };
    const [first, second] = [office.officer.personId, office.otherOfficer.personId];
    expect((await lapse(second)).to).toEqual([second]);
    expect(new Set((await lapse(null)).to)).toEqual(new Set([first, second]));
    expect((await lapse(null, second)).to).toEqual([first]);
    expect((await lapse(second, second)).to).toEqual([first]);

    const { application, ids } = await lapse(first);
    await portal.db.write((trx) =>
      trx.updateTable("application").set({ officer_id: second }).where("id", "=", application.id).execute(),
    );
    await world.deliver();
    const mail = (await world.rows()).find((row) => row.id === ids[0]);
    expect(mail).toMatchObject({ state: "cancelled", last_error: "no longer its officer" });
  });

  it("writes to nobody whose account is disabled or whose address is not proved", async () => {
    const { office, portal } = world;
    const application = await office.addApplication();
    const [gone, unproved] = [await office.addPerson("李示例"), await office.addPerson("王示例")];
    for (const person of [gone, unproved]) await world.addMember(application.companyId, person, "editor");
    await portal.db.write(async (trx) => {
      await trx
        .updateTable("person")
        .set({ disabled_at: "2026-11-01" })
        .where("id", "=", gone.personId)
        .execute();
      await trx
        .updateTable("person")
        .set({ email_verified_at: null })
        .where("id", "=", unproved.personId)
        .execute();
    });
    const before = (await world.rows()).length;
    await world.record("formal_check.accepted", {
      subject: { kind: "formal_check", id: "none" },
      ...world.about(application),
    });
    await world.queue();
    expect(await mailsSince(before)).toEqual([
      { template: "formal-check-accepted", to: office.owner.personId },
    ]);
  });

  it("asks for a release everybody who may give it, and not the one who recorded", async () => {
    const { office } = world;
    const application = await office.addApplication({ state: "ic_review" });
    const id = await world.addDecision(application, { kind: "reject", reasonText: "理由".repeat(20) });
    const before = (await world.rows()).length;
    const decision = { subject: { kind: "decision", id }, ...world.about(application) };
    await world.record("decision.recorded", { ...decision, data: { kind: "reject" } }, office.chair);
    await world.queue();
    expect(await mailsSince(before)).toEqual([
      { template: "decision-recorded", to: office.administrator.personId },
    ]);
    expect((await world.rows()).at(-1)?.fields).not.toContain("理由");
  });

  it("sends the letter that belongs to the decision, some minutes after its release", async () => {
    const { office, portal } = world;
    const application = await office.addApplication({ state: "ic_review" });
    const id = await world.addDecision(application, {
      kind: "approve",
      amountFen: 5_000_000,
      state: "released",
    });
    const before = (await world.rows()).length;
    await world.record("decision.released", {
      subject: { kind: "decision", id },
      ...world.about(application),
      data: { kind: "approve", amountFen: 5_000_000 },
    });
    await world.queue();
    const rows = (await world.rows()).slice(before);
    expect(rows.map((row) => row.template)).toEqual(["decision-approve"]);
    expect(Date.parse(rows[0]?.next_attempt_at ?? "") - portal.now.getTime()).toBe(5 * 60_000);
    expect(JSON.parse(rows[0]?.fields ?? "{}")).toMatchObject({ decisionId: id, amountFen: 5_000_000 });
    expect(office.owner.personId).toBe(rows[0]?.recipient_id);
  });

  it("does not let one event that cannot be read hold up the next, and shows it as failed", async () => {
    const { office, portal } = world;
    const broken = await office.addApplication({ state: "supplement_required" });
    await portal.db.write(async (trx) => {
      const unreadable = {
        id: "unreadable",
        code: "C0",
        version: 1,
        definition: "{}",
        sha256: "",
        created_at: "",
      };
      await trx.insertInto("form_version").values(unreadable).execute();
      await trx
        .updateTable("application")
        .set({ form_version_id: unreadable.id })
        .where("id", "=", broken.id)
        .execute();
      await trx
        .insertInto("correction_item")
        .values({
          ...{ id: "broken", application_id: broken.id, round: 1, section_key: "s", question_key: "q" },
          ...{ reason: "缺", wanted: "补", created_by: "x", created_at: "2026-11-01", answered_at: null },
        })
        .execute();
    });
    const before = (await world.rows()).length;
    await world.record("formal_check.correction_requested", {
      subject: { kind: "formal_check", id: "none" },
      ...world.about(broken),
      data: { round: 1, dueAt: "2026-12-01T09:00:00.000Z" },
    });
    await world.record("application.lapsed", {
      subject: { kind: "application", id: broken.id },
      ...world.about(broken),
      data: { round: 1, dueAt: "2026-12-01T09:00:00.000Z" },
    });
    const { unreadable } = await world.queue();
    const rows = (await world.rows()).slice(before);
    expect(rows.map((row) => [row.template, row.state])).toEqual([
      ["correction-requested", "failed"],
      ["correction-lapsed", "waiting"],
      ["application-lapsed", "waiting"],
      ["application-lapsed", "waiting"],
    ]);
    expect(unreadable).toEqual([rows[0]?.id]);
    expect(rows[0]?.last_error).toMatch(/^not gathered/);
  });

  it("has a sender for every template: an event of the table, or a command for one-time links", () => {
    const fromEvents = Object.values(recipients).flatMap((notices) =>
      notices.map(({ template }) => template),
    );
    const byCommand = [...tokenTemplates, "already-registered"];
    expect(new Set([...fromEvents, ...byCommand])).toEqual(new Set(mailTemplates));
  });
});

async function addAssignment({ portal, office }: MailOffice, applicationId: string, reviewerId: string) {
  const id = `assignment-${applicationId}`;
  await portal.db.write((trx) =>
    trx
      .insertInto("assignment")
      .values({
        ...{ id, application_id: applicationId, reviewer_id: reviewerId, state: "declined" },
        ...{
          due_at: "2026-12-01T09:00:00.000Z",
          assigned_by: office.officer.personId,
          assigned_at: "2026-11-01",
        },
        ...{ declared_at: null, declaration: null, decline_reason: "出差", version: 1 },
      })
      .execute(),
  );
  return id;
}
