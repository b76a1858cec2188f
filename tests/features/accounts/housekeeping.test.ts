import { describe, expect, it, vi } from "vitest";
import { removeExpired } from "#app/features/accounts/remove-expired.ts";
import { signIn } from "#app/features/accounts/sign-in.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { device, registerPerson } from "#tests/support/people.ts";
import { testPortal } from "#tests/support/test-portal.ts";

describe.each(DIALECTS)("housekeeping of accounts on %s", (dialect) => {
  it("removes what nobody can use any more, and nothing else", async () => {
    const portal = await testPortal(dialect);
    vi.useFakeTimers({ toFake: ["Date"], now: portal.now });
    const { token } = await registerPerson(portal, "kept@example.com");
    await signIn(portal.ctx(), { ...device(), email: "kept@example.com", password: "wrong-wrong-wrong" });
    const left = async () => ({
      sessions: (await portal.db.read.selectFrom("session").select("id").execute()).length,
      links: (await portal.db.read.selectFrom("one_time_token").select("token_hash").execute()).length,
      limits: (await portal.db.read.selectFrom("rate_limit").select("key").execute()).length > 0,
    });
    await removeExpired(portal.ctx());
    expect(await left()).toEqual({ sessions: 1, links: 1, limits: true });
    expect(await portal.actorOf(token)).toBeDefined();
    portal.pass(40 * 86_400_000);
    await removeExpired(portal.ctx());
    expect(await left()).toEqual({ sessions: 0, links: 0, limits: false });
    vi.useRealTimers();
    await portal.destroy();
  });
});
