import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { forgetSignInAttempts, takeSignInAttempt } from "#app/features/accounts/attempt-limits.ts";
import { changePassword } from "#app/features/accounts/change-password.ts";
import { disablePerson, enablePerson } from "#app/features/accounts/disable-person.ts";
import { listSessions } from "#app/features/accounts/list-sessions.ts";
import { requestPasswordReset } from "#app/features/accounts/request-password-reset.ts";
import { resetPassword } from "#app/features/accounts/reset-password.ts";
import { revokeSessions } from "#app/features/accounts/revoke-sessions.ts";
import { signIn } from "#app/features/accounts/sign-in.ts";
import { signOut } from "#app/features/accounts/sign-out.ts";
import { touchSession } from "#app/features/accounts/touch-session.ts";
import { hashPassword } from "#app/platform/password/hash-password.ts";
import { hashToken } from "#app/platform/secret-token.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff, device, goodPassword, registerPerson } from "#tests/support/people.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

const hour = 3_600_000;
const day = 24 * hour;

describe.each(DIALECTS)("sign-in on %s", (dialect) => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await testPortal(dialect);
  });
  afterAll(() => portal.destroy());
  afterEach(() => vi.useRealTimers());

  const enter = (email: string, password = goodPassword, from = device()) =>
    signIn(portal.ctx(), { ...from, email, password });

  async function mustEnter(email: string, from = device()) {
    const answer = await enter(email, goodPassword, from);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.session.token;
  }

  it("starts a session whose token only the browser knows, and ends the browser's earlier one", async () => {
    const { token: earlier } = await registerPerson(portal, "ding@example.com");
    const answer = await signIn(portal.ctx(), {
      ...device(),
      email: " Ding@EXAMPLE.com".trim(),
      password: goodPassword,
      previousToken: earlier,
    });
    if (!answer.ok) throw new Error(answer.reason);
    expect(answer).toMatchObject({ awaitsSecondFactor: false, landing: "applicant" });
    expect(answer.session.token).not.toBe(earlier);
    expect(await portal.actorOf(earlier)).toBeUndefined();
    const actor = await portal.actorOf(answer.session.token);
    expect(actor?.fullySignedIn).toBe(true);
    const rows = await portal.db.read
      .selectFrom("session")
      .select("token_hash")
      .where("person_id", "=", actor?.personId ?? "")
      .execute();
    expect(rows).toEqual([{ token_hash: hashToken(answer.session.token) }]);
  });

  it("answers a wrong password, an unknown address and a disabled account alike, with the same statements", async () => {
    const { actor } = await registerPerson(portal, "disabled@example.com");
    await registerPerson(portal, "there@example.com");
    const { actor: administrator } = await addStaff(portal, "root@example.com", "administrator");
    expect(await disablePerson(portal.ctx(administrator), { personId: actor.personId })).toEqual({
      ok: true,
    });
    const seen: { answer: unknown; statements: string[] }[] = [];
    for (const [email, password] of [
      ["there@example.com", "not-the-password-at-all"],
      ["nowhere@example.com", goodPassword],
      ["disabled@example.com", goodPassword],
    ] as const) {
      let answer: unknown;
      const statements = await portal.db.statementsDuring(async () => {
        answer = await enter(email, password);
      });
      seen.push({ answer, statements });
    }
    expect(seen.map((each) => each.answer)).toEqual(
      Array.from({ length: 3 }, () => ({ ok: false, reason: "wrong" })),
    );
    expect(seen[1]?.statements).toEqual(seen[0]?.statements);
    expect(seen[2]?.statements).toEqual(seen[0]?.statements);
    await enablePerson(portal.ctx(administrator), { personId: actor.personId });
    expect(await enter("disabled@example.com")).toMatchObject({ ok: true });
  });

  it("takes as long for an unknown address as for a wrong password", async () => {
    await registerPerson(portal, "slow@example.com");
    const time = async (email: string) => {
      const spent: number[] = [];
      for (let i = 0; i < 5; i++) {
        const started = performance.now();
        await enter(email, "not-the-password-at-all");
        spent.push(performance.now() - started);
      }
      return Math.min(...spent);
    };
    const known = await time("slow@example.com");
    const unknown = await time("unheard-of@example.com");
    // A missing hash would be answered many times faster.
    expect(unknown).toBeGreaterThan(known / 3);
    expect(known).toBeGreaterThan(unknown / 3);
  });

  it("closes an address to one network after five wrong passwords, for a quarter of an hour, known or not", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: portal.now });
    await registerPerson(portal, "locked@example.com");
    for (const email of ["locked@example.com", "phantom@example.com"]) {
      const from = device();
      const answers = [];
      for (let i = 0; i < 5; i++) answers.push(await enter(email, "wrong-wrong-wrong", from));
      expect(answers).toEqual(Array.from({ length: 5 }, () => ({ ok: false, reason: "wrong" })));
      const closed = await enter(email, goodPassword, from);
      expect(closed).toEqual({ ok: false, reason: "too_many_attempts", retryAfterSeconds: 900 });
    }
    // The owner at home is not locked out by somebody elsewhere.
    expect(await enter("locked@example.com")).toMatchObject({ ok: true });
    const from = device();
    for (let i = 0; i < 6; i++) await enter("locked@example.com", "wrong-wrong-wrong", from);
    vi.setSystemTime(portal.now.getTime() + 901_000);
    expect(await enter("locked@example.com", goodPassword, from)).toMatchObject({ ok: true });
  });

  it("lets no more guesses through when they are sent at once", async () => {
    await registerPerson(portal, "burst@example.com");
    const from = device();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => enter("burst@example.com", "guess-guess-guess", from)),
    );
    expect(answers.filter((answer) => !answer.ok && answer.reason === "wrong")).toHaveLength(5);
  });

  it("bounds guessing by many networks together and by one network for many addresses", async () => {
    const answers = [];
    for (let i = 0; i < 52; i++) answers.push(await enter("herd@example.com", "wrong-wrong-wrong"));
    expect(answers.filter((answer) => !answer.ok && answer.reason === "wrong")).toHaveLength(50);
    const { network } = device();
    const spread = await Promise.all(
      Array.from({ length: 310 }, (_, i) => takeSignInAttempt(portal.db, `spray${i}@example.com`, network)),
    );
    expect(spread.filter((attempt) => attempt.ok)).toHaveLength(300);
    // A success gives its point back: a busy office is no attack.
    await forgetSignInAttempts(portal.db, "spray0@example.com", network);
    await forgetSignInAttempts(portal.db, "spray1@example.com", network);
    const after = await Promise.all(
      Array.from({ length: 11 }, () => forgetSignInAttempts(portal.db, "spray2@example.com", network)),
    );
    expect(after).toHaveLength(11);
    expect(await takeSignInAttempt(portal.db, "late@example.com", network)).toEqual({ ok: true });
  }, 60_000);

  it("hashes a password anew when its hash is of an older cost", async () => {
    const { actor } = await registerPerson(portal, "older@example.com");
    const old = await hashPassword(goodPassword, { memory: 8192, passes: 1, parallelism: 1 });
    await portal.db.write((trx) =>
      trx.updateTable("person").set({ password_hash: old }).where("id", "=", actor.personId).execute(),
    );
    await mustEnter("older@example.com");
    const { password_hash } = await portal.db.read
      .selectFrom("person")
      .select("password_hash")
      .where("id", "=", actor.personId)
      .executeTakeFirstOrThrow();
    expect(password_hash).not.toBe(old);
    await mustEnter("older@example.com");
  });

  it("ends a session after thirty days however busy it is, and the fund's after twelve idle hours", async () => {
    const own = await testPortal(dialect);
    const { token } = await registerPerson(own, "guest@example.com");
    const staff = await addStaff(own, "officer@example.com", "officer");
    own.pass(11 * hour);
    await touchSession(own.db, staff.actor.sessionId, "2000-01-01T00:00:00.000Z", own.now);
    own.pass(11 * hour);
    expect(await own.actorOf(staff.token)).toBeDefined();
    own.pass(2 * hour);
    expect(await own.actorOf(staff.token)).toBeUndefined();
    own.pass(28 * day);
    expect(await own.actorOf(token)).toBeDefined();
    own.pass(2 * day);
    expect(await own.actorOf(token)).toBeUndefined();
    await own.destroy();
  });

  it("lists and ends sessions: one, all others, one's own", async () => {
    const { token: first, actor } = await registerPerson(portal, "many@example.com");
    const second = await mustEnter("many@example.com");
    const third = await mustEnter("many@example.com");
    const { actor: stranger } = await registerPerson(portal, "stranger2@example.com");
    const ctx = portal.ctx(actor);
    const sessions = await listSessions(ctx);
    expect(sessions).toHaveLength(3);
    expect(sessions[0]).toMatchObject({ current: true, id: actor.sessionId });
    const secondId = (await portal.actorOf(second))?.sessionId ?? "";

    expect(await revokeSessions(portal.ctx(stranger), { sessionId: secondId })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await revokeSessions(ctx, { sessionId: secondId })).toEqual({ ok: true, ended: 1 });
    expect(await portal.actorOf(second)).toBeUndefined();
    expect(await portal.actorOf(third)).toBeDefined();
    expect(await revokeSessions(ctx, "all_others")).toEqual({ ok: true, ended: 1 });
    expect(await portal.actorOf(third)).toBeUndefined();
    await signOut(ctx);
    expect(await portal.actorOf(first)).toBeUndefined();
  });

  it("changes the password against the present one, signs other devices out and renews this one", async () => {
    const { token, actor } = await registerPerson(portal, "change@example.com");
    const other = await mustEnter("change@example.com");
    const change = (current: string, password: string) =>
      changePassword(portal.ctx(actor), { ...device(), current, password });
    expect(await change("not-the-present-one", "fenhe-river-in-late-autumn")).toEqual({
      ok: false,
      reason: "wrong_password",
    });
    expect(await change(goodPassword, goodPassword)).toEqual({ ok: false, reason: "password_unchanged" });
    const changed = await change(goodPassword, "fenhe-river-in-late-autumn");
    if (!changed.ok) throw new Error(changed.reason);
    expect(await portal.actorOf(token)).toBeUndefined();
    expect(await portal.actorOf(other)).toBeUndefined();
    expect(await portal.actorOf(changed.session.token)).toMatchObject({ email: "change@example.com" });
    expect(await enter("change@example.com")).toEqual({ ok: false, reason: "wrong" });
    const types = (await portal.events())
      .filter((event) => event.subject_id === actor.personId)
      .map((e) => e.type);
    expect(types).toContain("person.password_changed");
  });

  it("resets a forgotten password once, signs everything out, and says nothing about unknown addresses", async () => {
    const { token: session } = await registerPerson(portal, "forgot@example.com");
    const ask = (email: string) => requestPasswordReset(portal.ctx(), { email, network: device().network });
    expect(await ask("Forgot@example.com")).toEqual({ ok: true });
    expect(await ask("never@example.com")).toEqual({ ok: true });
    expect(await portal.mails("never@example.com")).toEqual([]);
    const first = await portal.mailedToken("forgot@example.com", "reset-password");
    await ask("forgot@example.com");
    const second = await portal.mailedToken("forgot@example.com", "reset-password");
    const reset = (token: string, password: string) =>
      resetPassword(portal.ctx(), { token, password, network: "r" });
    expect(await reset(second, "too short")).toEqual({ ok: false, reason: "password_too_short" });
    expect(await reset(second, "yanmen-pass-under-snow")).toEqual({ ok: true });
    expect(await reset(second, "yanmen-pass-under-rain")).toEqual({ ok: false, reason: "link_expired" });
    expect(await reset(first, "yanmen-pass-under-rain")).toEqual({ ok: false, reason: "link_expired" });
    expect(await portal.actorOf(session)).toBeUndefined();
    expect(await enter("forgot@example.com")).toEqual({ ok: false, reason: "wrong" });
    expect(await enter("forgot@example.com", "yanmen-pass-under-snow")).toMatchObject({ ok: true });
    const last = (await portal.events()).findLast((event) => event.type === "person.password_changed");
    expect(JSON.parse(last?.data ?? "")).toEqual({ by: "link" });
  });

  it("lets a reset link die after an hour and with the account", async () => {
    const own = await testPortal(dialect);
    await registerPerson(own, "hour@example.com");
    await requestPasswordReset(own.ctx(), { email: "hour@example.com", network: "h" });
    const token = await own.mailedToken("hour@example.com", "reset-password");
    own.pass(hour);
    const late = await resetPassword(own.ctx(), { token, password: "yanmen-pass-under-snow", network: "h" });
    expect(late).toEqual({ ok: false, reason: "link_expired" });
    await own.destroy();
  });
});
