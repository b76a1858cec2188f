import { describe, expect, test } from "vitest";
import { hashPassword } from "#app/platform/password/hash-password.ts";
import { parsePasswordHash } from "#app/platform/password/password-hash.ts";
import { needsRehash, verifyPassword } from "#app/platform/password/verify-password.ts";

const cheap = { memory: 64, passes: 1, parallelism: 1 };

describe("hashPassword", () => {
  test("keeps OWASP’s cost, a fresh salt and no trace of the password", async () => {
    const [first, second] = await Promise.all([
      hashPassword("十二个字符的口令一二三四"),
      hashPassword("十二个字符的口令一二三四"),
    ]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(first).not.toBe(second);
    expect(parsePasswordHash(first!)?.salt).toHaveLength(16);
    expect(await verifyPassword(first!, "十二个字符的口令一二三四")).toEqual({ ok: true, outdated: false });
    expect(needsRehash(first!)).toBe(false);
  });
});

describe("verifyPassword", () => {
  // argon2-cffi's published example: any argon2id string verifies, whoever made it.
  const foreign =
    "$argon2id$v=19$m=65536,t=3,p=4$MIIRqgvgQbgj220jfp0MPA$YfwJSVjtjSU0zzV/P3S9nnQ/USre2wvJMjfCIjrTQbg";

  test("reads another library’s hash and asks for it to be renewed", async () => {
    expect(await verifyPassword(foreign, "correct horse battery staple")).toEqual({
      ok: true,
      outdated: true,
    });
    expect(await verifyPassword(foreign, "correct horse battery stable")).toEqual({
      ok: false,
      outdated: false,
    });
    expect(needsRehash(foreign)).toBe(true);
  });

  test.each([
    ["correct horse", "Correct horse"],
    ["correct horse", "correct horse "],
    ["correct horse", ""],
    ["密码密码", "密码密吗"],
  ])("%j is not %j", async (password, typed) => {
    expect((await verifyPassword(await hashPassword(password, cheap), typed)).ok).toBe(false);
  });

  test("one password typed in two Unicode forms is one password", async () => {
    const hash = await hashPassword("Cafe\u0301 ２０２７", cheap);
    expect(await verifyPassword(hash, "Caf\u00e9 2027")).toEqual({ ok: true, outdated: true });
  });

  test.each([null, "", "plain text", "$2b$10$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=64,t=1,p=1$$"])(
    "without a usable hash (%j) nothing is right",
    async (stored) => {
      expect(await verifyPassword(stored, "correct horse")).toEqual({ ok: false, outdated: false });
      if (stored !== null) expect(needsRehash(stored)).toBe(true);
    },
  );

  test("an unknown account costs what a wrong password costs", async () => {
    const hash = await hashPassword("correct horse");
    const [unknown = 0, wrong = 1] = await medianTimes(
      () => verifyPassword(null, "wrong horse"),
      () => verifyPassword(hash, "wrong horse"),
    );
    expect(unknown / wrong).toBeGreaterThan(0.5);
    expect(unknown / wrong).toBeLessThan(2);
  });

  test("a rush of sign-ins leaves the event loop free", async () => {
    const hash = await hashPassword("correct horse");
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => verifyPassword(hash, "correct horse")),
    );
    clearInterval(timer);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(turns).toBeGreaterThan(12);
  });
});

/** Measured in turns, so that a busy machine slows both alike. */
async function medianTimes(...jobs: (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[][] = jobs.map(() => []);
  for (let run = 0; run < 9; run += 1) {
    for (const [index, job] of jobs.entries()) {
      const start = performance.now();
      await job();
      times[index]?.push(performance.now() - start);
    }
  }
  return times.map((each) => each.sort((a, b) => a - b)[4] ?? 0);
}
