import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { declineSignOff, withdrawSignOff } from "#app/features/applications/sign-off/answer-sign-off.ts";
import { askSignOff } from "#app/features/applications/sign-off/ask-sign-off.ts";
import { findSignOff } from "#app/features/applications/sign-off/find-sign-off.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type FilingCompany, filingCompany } from "./filing-company.ts";

describe.each(DIALECTS)("sign-off requests on %s", (dialect) => {
  let world: FilingCompany;
  let editor: PersonActor;
  let viewer: PersonActor;
  beforeAll(async () => {
    world = await filingCompany(dialect);
    editor = await world.join("editor");
    viewer = await world.join("viewer");
  });
  afterAll(() => world.portal.destroy());

  const ctx = (actor: PersonActor) => world.portal.ctx(actor);
  const ask = (applicationId: string, actor = editor, note = "请签署") =>
    askSignOff(ctx(actor), { applicationId, note });

  it("an editor asks once, everybody in the company sees it, nobody else does", async () => {
    const applicationId = await world.start();
    expect(await ask(applicationId)).toMatchObject({ ok: true });
    expect(await ask(applicationId)).toEqual({ ok: false, reason: "already_asked" });
    for (const actor of [world.owner, editor, viewer])
      expect(await findSignOff(ctx(actor), applicationId)).toMatchObject({ state: "open", note: "请签署" });
    expect(await findSignOff(ctx(world.stranger), applicationId)).toBeUndefined();
    expect(await ask(applicationId, world.stranger)).toEqual({ ok: false, reason: "not_found" });
    for (const actor of [world.owner, viewer])
      expect(await ask(applicationId, actor)).toEqual({ ok: false, reason: "not_open" });
  });

  it("of several who ask at once one is heard", async () => {
    const applicationId = await world.start();
    const other = await world.join("editor");
    const results = await Promise.all(
      [editor, other, editor, other].map((actor) => ask(applicationId, actor)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { n } = await world.portal.db.read
      .selectFrom("sign_off_request")
      .select((eb) => eb.fn.countAll().as("n"))
      .where("application_id", "=", applicationId)
      .executeTakeFirstOrThrow();
    expect(Number(n)).toBe(1);
  });

  it("an owner declines with a reason, and it can be asked again; who asked may take it back", async () => {
    const applicationId = await world.start();
    const first = await ask(applicationId);
    if (!first.ok) throw new Error(first.reason);
    const declining = { applicationId, requestId: first.requestId, reason: "金额要改" };
    expect(await declineSignOff(ctx(editor), declining)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await withdrawSignOff(ctx(world.owner), declining)).toEqual({
      ok: false,
      reason: "nothing_asked",
    });
    expect(await declineSignOff(ctx(world.owner), declining)).toEqual({ ok: true });
    expect(await declineSignOff(ctx(world.owner), declining)).toEqual({ ok: false, reason: "nothing_asked" });
    expect(await findSignOff(ctx(editor), applicationId)).toMatchObject({
      state: "declined",
      reason: "金额要改",
    });

    world.portal.pass(60_000);
    const second = await ask(applicationId);
    if (!second.ok) throw new Error(second.reason);
    expect(await withdrawSignOff(ctx(editor), { applicationId, requestId: second.requestId })).toEqual({
      ok: true,
    });
    expect(await findSignOff(ctx(editor), applicationId)).toBeUndefined();
    const events = await world.portal.db.read
      .selectFrom("event")
      .select("type")
      .where("application_id", "=", applicationId)
      .where("type", "like", "application.sign_off%")
      .orderBy("seq")
      .execute();
    expect(events.map(({ type }) => type)).toEqual([
      "application.sign_off_requested",
      "application.sign_off_declined",
      "application.sign_off_requested",
      "application.sign_off_withdrawn",
    ]);
  });

  it("asks at most five times a day", async () => {
    const applicationId = await world.start();
    for (let count = 0; count < 5; count += 1) {
      const asked = await ask(applicationId);
      if (!asked.ok) throw new Error(asked.reason);
      await withdrawSignOff(ctx(editor), { applicationId, requestId: asked.requestId });
    }
    expect(await ask(applicationId)).toEqual({ ok: false, reason: "too_often" });
    world.portal.pass(24 * 3_600_000 + 1);
    expect(await ask(applicationId)).toMatchObject({ ok: true });
  });

  it("a submission answers it", async () => {
    const applicationId = await world.completed();
    expect(await ask(applicationId)).toMatchObject({ ok: true });
    expect(await world.submit(applicationId)).toMatchObject({ ok: true });
    expect(await findSignOff(ctx(editor), applicationId)).toBeUndefined();
    const row = await world.portal.db.read
      .selectFrom("sign_off_request")
      .select(["state", "answered_by"])
      .where("application_id", "=", applicationId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ state: "submitted", answered_by: world.owner.personId });
  });
});
