import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { previewLetter } from "#app/features/notifications/preview-letter.ts";
import type { FundOffice } from "#tests/features/office/fund-office.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type MailOffice, mailOffice } from "./mail-office.ts";

const conditions = "签约前取得节能审查批复，并提供自筹资金到位的证明。";

describe.each(DIALECTS)("letters on %s", (dialect) => {
  let world: MailOffice;
  beforeAll(async () => {
    world = await mailOffice(dialect);
  });
  afterAll(() => world.portal.destroy());

  const decided = async (kind: "approve_with_conditions" | "reject" = "approve_with_conditions") => {
    const application = await world.office.addApplication({ state: "ic_review" });
    const approves = kind === "approve_with_conditions";
    const id = await world.addDecision(application, {
      kind,
      amountFen: approves ? 12_000_000_000 : null,
      conditions: approves ? conditions : "",
      reasonText: approves ? "" : "产能规模与已证实的订单相差较大，客户意向没有书面文件。",
    });
    return { application, id };
  };
  const release = async ({ application, id }: Awaited<ReturnType<typeof decided>>) => {
    const before = (await world.rows()).length;
    await world.portal.db.write((trx) =>
      trx.updateTable("decision").set({ state: "released" }).where("id", "=", id).execute(),
    );
    const row = await world.portal.db.read
      .selectFrom("decision")
      .select("kind")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    await world.record("decision.released", {
      subject: { kind: "decision", id },
      ...world.about(application),
      data: { kind: row.kind },
    });
    await world.queue();
    return async () => (await world.rows()).slice(before);
  };
  const afterTheDelay = () => {
    world.portal.pass(5 * 60_000);
    return world.deliver();
  };

  it("previews every message exactly as it is sent later", async () => {
    const decision = await decided();
    const reader = await world.office.addPerson("Li Example");
    await world.addMember(decision.application.companyId, reader, "viewer");
    await world.portal.db.write((trx) =>
      trx.updateTable("person").set({ locale: "en" }).where("id", "=", reader.personId).execute(),
    );
    const preview = await previewLetter(world.portal.ctx(world.office.chair), decision.id);
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.disagreements).toEqual([]);
    expect(preview.letters.map((letter) => letter.locale).toSorted()).toEqual(["en", "zh"]);
    const rows = await release(decision);
    await afterTheDelay();
    for (const row of await rows()) {
      const letter = preview.letters.find((each) => each.email === row.recipient_email);
      expect(row.state).toBe("kept");
      expect({ subject: row.subject, text: row.text, html: row.html }).toEqual({
        subject: letter?.subject,
        text: letter?.text,
        html: letter?.html,
      });
    }
    expect(await rows()).toHaveLength(2);
  });

  it("is previewed for nobody outside the fund, nor for who is in conflict", async () => {
    const { application, id } = await decided();
    const { office, portal } = world;
    await portal.db.write((trx) =>
      trx
        .insertInto("conflict")
        .values({
          ...{ id: `conflict-${id}`, application_id: application.id, person_id: office.member.personId },
          ...{ source: "office", kind: "other", note: "", state: "confirmed", created_at: "2026-11-01" },
        })
        .execute(),
    );
    const refused: (keyof FundOffice)[] = ["owner", "member"];
    for (const who of refused)
      expect(await previewLetter(portal.ctx(office[who] as never), id)).toEqual({
        ok: false,
        reason: "not_found",
      });
    expect(await previewLetter(portal.ctx(), id)).toEqual({ ok: false, reason: "not_found" });
    expect(await previewLetter(portal.ctx(office.chair), "no-such-decision")).toMatchObject({ ok: false });
  });

  it.each([
    ["amount", { amount_fen: 11_000_000_000 }],
    ["conditions", { conditions: "没有条件" }],
    ["template", { kind: "reject" as const, amount_fen: null, conditions: "" }],
    ["not_released", { state: "superseded" as const }],
  ])("is not sent when the decision says otherwise by then: %s", async (what, change) => {
    const decision = await decided();
    const rows = await release(decision);
    await world.portal.db.write((trx) =>
      trx.updateTable("decision").set(change).where("id", "=", decision.id).execute(),
    );
    await afterTheDelay();
    const [row] = await rows();
    expect(row?.state).toBe("failed");
    expect(row?.last_error).toContain("letter disagrees with the decision");
    expect(row?.last_error).toContain(what);
    expect(row?.sent_at).toBeNull();
  });

  it("is not sent when it names another application", async () => {
    const decision = await decided("reject");
    await world.portal.db.write((trx) =>
      trx
        .updateTable("decision")
        .set({ reason_text: "与SXIC-2026-C5-9999 的内容重复，理由与前次相同。" })
        .where("id", "=", decision.id)
        .execute(),
    );
    const preview = await previewLetter(world.portal.ctx(world.office.chair), decision.id);
    expect(preview).toMatchObject({ ok: true, disagreements: ["application_number"] });
    const rows = await release(decision);
    await afterTheDelay();
    expect((await rows())[0]).toMatchObject({ state: "failed" });
  });

  it("is not sent to somebody who has left the company meanwhile", async () => {
    const decision = await decided();
    const leaver = await world.office.addPerson("离示例");
    await world.addMember(decision.application.companyId, leaver, "editor");
    const rows = await release(decision);
    await world.portal.db.write((trx) =>
      trx.deleteFrom("company_member").where("person_id", "=", leaver.personId).execute(),
    );
    await afterTheDelay();
    const states = Object.fromEntries((await rows()).map((row) => [row.recipient_id, row.state]));
    expect(states).toEqual({ [world.office.owner.personId]: "kept", [leaver.personId]: "cancelled" });
  });
});
