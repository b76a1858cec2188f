import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { completeRegistration } from "#app/features/accounts/complete-registration.ts";
import { findLink } from "#app/features/accounts/find-link.ts";
import { requestRegistration } from "#app/features/accounts/request-registration.ts";
import { hashToken } from "#app/platform/secret-token.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { device, goodPassword, registerPerson } from "#tests/support/people.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

describe.each(DIALECTS)("registration on %s", (dialect) => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await testPortal(dialect);
  });
  afterAll(() => portal.destroy());

  const ask = (email: string, network = device().network) =>
    requestRegistration(portal.ctx(), { name: "李雷", email, locale: "en", network });

  it("makes an account only through the mailed link, and signs in", async () => {
    expect(await ask("Li.Lei@Example.com")).toEqual({ ok: true });
    const people = await portal.db.read.selectFrom("person").select("id").execute();
    expect(people).toHaveLength(0);

    const token = await portal.mailedToken("li.lei@example.com", "verify-email");
    const stored = await portal.db.read.selectFrom("one_time_token").selectAll().execute();
    expect(stored.map((row) => row.token_hash)).toEqual([hashToken(token)]);
    expect(JSON.stringify(stored)).not.toContain(token);

    const done = await completeRegistration(portal.ctx(), { ...device(), token, password: goodPassword });
    if (!done.ok) throw new Error(done.reason);
    const actor = await portal.actorOf(done.session.token);
    expect(actor).toMatchObject({
      email: "li.lei@example.com",
      name: "李雷",
      locale: "en",
      fullySignedIn: true,
    });
    const events = await portal.events();
    expect(events.map((event) => event.type)).toEqual(["person.registration_asked", "person.registered"]);
    expect(events[1]).toMatchObject({ actor_id: actor?.personId, subject_id: actor?.personId });
  });

  it("lets a link work once", async () => {
    await ask("once@example.com");
    const token = await portal.mailedToken("once@example.com", "verify-email");
    const use = () => completeRegistration(portal.ctx(), { ...device(), token, password: goodPassword });
    expect(await use()).toMatchObject({ ok: true });
    expect(await use()).toEqual({ ok: false, reason: "link_expired" });
    expect(await findLink(portal.ctx(), "verify_email", token)).toBeUndefined();
  });

  it("makes one account of two links opened at once", async () => {
    await ask("twice@example.com");
    const first = await portal.mailedToken("twice@example.com", "verify-email");
    await ask("twice@example.com");
    const second = await portal.mailedToken("twice@example.com", "verify-email");
    const outcomes = await Promise.all(
      [first, first, second].map((token) =>
        completeRegistration(portal.ctx(), { ...device(), token, password: goodPassword }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const rows = await portal.db.read
      .selectFrom("person")
      .select("id")
      .where("email", "=", "twice@example.com")
      .execute();
    expect(rows).toHaveLength(1);
  });

  it("refuses a weak password and keeps the link", async () => {
    await ask("weak@example.com");
    const token = await portal.mailedToken("weak@example.com", "verify-email");
    const use = (password: string) => completeRegistration(portal.ctx(), { ...device(), token, password });
    expect(await use("short")).toEqual({ ok: false, reason: "password_too_short" });
    expect(await use("passwordpassword")).toEqual({ ok: false, reason: "password_common" });
    expect(await use(goodPassword)).toMatchObject({ ok: true });
  });

  it("lets a link die after a day", async () => {
    const own = await testPortal(dialect);
    await requestRegistration(own.ctx(), {
      name: "李雷",
      email: "late@example.com",
      locale: "zh",
      network: "n",
    });
    const token = await own.mailedToken("late@example.com", "verify-email");
    own.pass(24 * 3_600_000);
    const late = await completeRegistration(own.ctx(), { ...device(), token, password: goodPassword });
    expect(late).toEqual({ ok: false, reason: "link_expired" });
    await own.destroy();
  });

  it("answers and works the same for a known address, and mails that it is known", async () => {
    await registerPerson(portal, "known@example.com");
    let known: unknown;
    let unknown: unknown;
    const forKnown = await portal.db.statementsDuring(async () => {
      known = await ask("known@example.com");
    });
    const forUnknown = await portal.db.statementsDuring(async () => {
      unknown = await ask("stranger@example.com");
    });
    expect(known).toEqual(unknown);
    expect([...forKnown].sort()).toEqual([...forUnknown].sort());
    expect((await portal.mails("known@example.com")).at(-1)).toMatchObject({
      template: "already-registered",
    });
    expect((await portal.mails("stranger@example.com")).at(-1)).toMatchObject({ template: "verify-email" });
  });

  it("cannot be made to flood an address or to run from one network for ever", async () => {
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await ask("flood@example.com"));
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true, false]);
    expect(await portal.mails("flood@example.com")).toHaveLength(4);
    const network = device().network;
    const many = [];
    for (let i = 0; i < 61; i++) many.push(await ask(`many${i}@example.com`, network));
    expect(many.filter((answer) => answer.ok)).toHaveLength(60);
    expect(many.at(-1)).toMatchObject({ ok: false, reason: "too_many_attempts" });
  });
});
