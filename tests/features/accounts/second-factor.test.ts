import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { findSecondFactor } from "#app/features/accounts/find-second-factor.ts";
import { giveSecondFactor } from "#app/features/accounts/give-second-factor.ts";
import { offerSecondFactor } from "#app/features/accounts/offer-second-factor.ts";
import { renewRecoveryCodes } from "#app/features/accounts/renew-recovery-codes.ts";
import { setUpSecondFactor } from "#app/features/accounts/set-up-second-factor.ts";
import { signIn } from "#app/features/accounts/sign-in.ts";
import { takeOffSecondFactor, takeSecondFactorOf } from "#app/features/accounts/take-off-second-factor.ts";
import { totpCode } from "#app/platform/totp.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addSecondFactor, addStaff, device, goodPassword, registerPerson } from "#tests/support/people.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

describe.each(DIALECTS)("second factor on %s", (dialect) => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await testPortal(dialect, { secondFactorRequired: true });
  });
  afterAll(() => portal.destroy());
  afterEach(() => vi.useRealTimers());

  async function halfIn(email: string): Promise<string> {
    const answer = await signIn(portal.ctx(), { ...device(), email, password: goodPassword });
    if (!answer.ok) throw new Error(answer.reason);
    expect(answer.awaitsSecondFactor).toBe(true);
    return answer.session.token;
  }

  const give = async (token: string, code: string) =>
    giveSecondFactor(portal.ctx(await portal.actorOf(token)), { ...device(), code });

  it("stores the secret only after its first code, sealed, and renews the session", async () => {
    const { token, actor } = await registerPerson(portal, "own@example.com");
    const ctx = portal.ctx(actor);
    const offer = offerSecondFactor(ctx);
    const { sealed = "" } = offer ?? {};
    const wrong = await setUpSecondFactor(ctx, { ...device(), sealed, code: "000000" });
    expect(wrong).toEqual({ ok: false, reason: "wrong_code" });
    expect((await findSecondFactor(ctx))?.setUpAt).toBeNull();
    const again = offerSecondFactor(ctx, sealed);
    expect(again?.typed).toBe(offer?.typed);

    const secret = (offer?.typed ?? "").replaceAll(" ", "");
    const code = totpCode(secret, portal.now);
    const done = await setUpSecondFactor(ctx, {
      ...device(),
      sealed,
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    if (!done.ok) throw new Error(done.reason);
    expect(done.recoveryCodes).toHaveLength(10);
    expect(new Set(done.recoveryCodes).size).toBe(10);
    expect(await portal.actorOf(token)).toBeUndefined();
    expect((await portal.actorOf(done.session.token))?.fullySignedIn).toBe(true);
    const { totp_secret } = await portal.db.read
      .selectFrom("person")
      .select("totp_secret")
      .where("id", "=", actor.personId)
      .executeTakeFirstOrThrow();
    expect(totp_secret).not.toContain(secret);
    const codes = await portal.db.read.selectFrom("recovery_code").select("code_hash").execute();
    expect(JSON.stringify(codes)).not.toContain(done.recoveryCodes[0]);
    expect(qrPathIsSquare(offer?.qr)).toBe(true);
  });

  it("asks for a code at the next sign-in, accepts one step either way, and each code once", async () => {
    const { token } = await registerPerson(portal, "steps@example.com");
    const { secret } = await addSecondFactor(portal, token);
    const half = await halfIn("steps@example.com");
    const waiting = await portal.actorOf(half);
    expect(waiting).toMatchObject({ fullySignedIn: false, roles: [], memberships: [] });

    portal.pass(10 * 60_000);
    const at = (seconds: number) => totpCode(secret, new Date(portal.now.getTime() + seconds * 1000));
    expect(await give(half, at(-60))).toEqual({ ok: false, reason: "wrong_code" });
    expect(await give(half, at(60))).toEqual({ ok: false, reason: "wrong_code" });
    const early = await give(half, at(-30));
    if (!early.ok) throw new Error(early.reason);
    expect((await portal.actorOf(early.session.token))?.fullySignedIn).toBe(true);
    expect(await portal.actorOf(half)).toBeUndefined();

    const second = await halfIn("steps@example.com");
    expect(await give(second, at(-30))).toEqual({ ok: false, reason: "wrong_code" });
    expect(await give(second, at(30))).toMatchObject({ ok: true });
    const third = await halfIn("steps@example.com");
    // A later step has been used, so an earlier one is too old although nobody used it.
    expect(await give(third, at(0))).toEqual({ ok: false, reason: "wrong_code" });
  });

  it("accepts one code once when it is sent twice at the same moment", async () => {
    const { token } = await registerPerson(portal, "race@example.com");
    const { secret } = await addSecondFactor(portal, token);
    portal.pass(60_000);
    const [one, two] = [await halfIn("race@example.com"), await halfIn("race@example.com")];
    const code = totpCode(secret, portal.now);
    const answers = await Promise.all([give(one, code), give(two, code)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it("gives up after five wrong codes, right ones included", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: portal.now });
    const { token } = await registerPerson(portal, "guess@example.com");
    const { secret } = await addSecondFactor(portal, token);
    portal.pass(60_000);
    const half = await halfIn("guess@example.com");
    for (let i = 0; i < 5; i++)
      expect(await give(half, "123456")).toEqual({ ok: false, reason: "wrong_code" });
    expect(await give(half, totpCode(secret, portal.now))).toMatchObject({ reason: "too_many_attempts" });
  });

  it("forgets a half sign-in after a quarter of an hour", async () => {
    const { token } = await registerPerson(portal, "half@example.com");
    await addSecondFactor(portal, token);
    const half = await halfIn("half@example.com");
    portal.pass(15 * 60_000);
    expect(await portal.actorOf(half)).toBeUndefined();
  });

  it("takes a recovery code in place of a code, once, however it is typed", async () => {
    const { token } = await registerPerson(portal, "recover@example.com");
    const { recoveryCodes } = await addSecondFactor(portal, token);
    const [code = ""] = recoveryCodes;
    expect(
      await give(await halfIn("recover@example.com"), code.toLowerCase().replaceAll("-", " ")),
    ).toMatchObject({
      ok: true,
      recoveryCodesLeft: 9,
    });
    expect(await give(await halfIn("recover@example.com"), code)).toEqual({
      ok: false,
      reason: "wrong_code",
    });
    const used = (await portal.events()).filter((event) => event.type === "person.recovery_code_used");
    expect(used.map((event) => event.data)).toEqual(['{"left":9}']);
  });

  it("is compulsory for the fund's people: nothing opens before it is set up", async () => {
    const { actor } = await addStaff(portal, "fund@example.com", "officer");
    expect(actor).toMatchObject({ fullySignedIn: true, roles: ["officer"] });
    await portal.db.write((trx) =>
      trx
        .updateTable("person")
        .set({ totp_secret: null, totp_confirmed_at: null })
        .where("id", "=", actor.personId)
        .execute(),
    );
    const half = await halfIn("fund@example.com");
    expect(await portal.actorOf(half)).toMatchObject({ fullySignedIn: false, roles: [] });
    const { token } = await addSecondFactor(portal, half);
    expect(await portal.actorOf(token)).toMatchObject({ fullySignedIn: true, roles: ["officer"] });
  });

  it("is not set up over an existing one with the password alone", async () => {
    const { token } = await registerPerson(portal, "thief@example.com");
    await addSecondFactor(portal, token);
    const half = await halfIn("thief@example.com");
    await expect(addSecondFactor(portal, half)).rejects.toThrow("already_set_up");
  });

  it("comes off, and its recovery codes are renewed, against a code only", async () => {
    const { token } = await registerPerson(portal, "off@example.com");
    const { secret, recoveryCodes, token: renewed } = await addSecondFactor(portal, token);
    const ctx = portal.ctx(await portal.actorOf(renewed));
    expect(await renewRecoveryCodes(ctx, { code: "123456" })).toEqual({ ok: false, reason: "wrong_code" });
    const fresh = await renewRecoveryCodes(ctx, { code: recoveryCodes[0] ?? "" });
    if (!fresh.ok) throw new Error(fresh.reason);
    expect(await findSecondFactor(ctx)).toMatchObject({ recoveryCodesLeft: 10, required: false });
    expect(await takeOffSecondFactor(ctx, { code: recoveryCodes[1] ?? "" })).toEqual({
      ok: false,
      reason: "wrong_code",
    });
    portal.pass(60_000);
    const code = totpCode(secret, portal.now);
    expect(await takeOffSecondFactor(portal.ctx(ctx.actor), { code })).toEqual({ ok: true });
    const again = await signIn(portal.ctx(), {
      ...device(),
      email: "off@example.com",
      password: goodPassword,
    });
    expect(again).toMatchObject({ ok: true, awaitsSecondFactor: false });
  });

  it("is taken off by an administrator for somebody who lost it, never for oneself", async () => {
    const { actor: administrator } = await addStaff(portal, "admin2@example.com", "administrator");
    const { actor: officer } = await addStaff(portal, "plain2@example.com", "officer");
    const { token, actor } = await registerPerson(portal, "lost@example.com");
    const { token: renewed } = await addSecondFactor(portal, token);
    const lost = { personId: actor.personId };
    expect(await takeSecondFactorOf(portal.ctx(officer), lost)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await takeSecondFactorOf(portal.ctx(administrator), { personId: administrator.personId })).toEqual(
      {
        ok: false,
        reason: "not_allowed",
      },
    );
    expect(await takeSecondFactorOf(portal.ctx(administrator), lost)).toEqual({ ok: true });
    expect(await portal.actorOf(renewed)).toBeUndefined();
  });
});

/** Every run of dark modules lies inside the square. */
function qrPathIsSquare(qr: { size: number; path: string } | undefined): boolean {
  if (!qr) return false;
  const runs = [...qr.path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number));
  return runs.length > 100 && runs.every(([x = 0, y = 0, width = 0]) => x + width <= qr.size && y < qr.size);
}
