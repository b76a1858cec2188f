import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as password from "#app/routes/account/password.tsx";
import * as register from "#app/routes/account/register.tsx";
import * as reset from "#app/routes/account/reset.tsx";
import * as resetPassword from "#app/routes/account/reset-password.tsx";
import * as secondFactor from "#app/routes/account/second-factor-at-sign-in.tsx";
import * as sessions from "#app/routes/account/sessions.tsx";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as signOut from "#app/routes/account/sign-out.ts";
import * as verifyEmail from "#app/routes/account/verify-email.tsx";
import { totpCode } from "#app/platform/totp.ts";
import { addSecondFactor, addStaff, goodPassword, registerPerson } from "#tests/support/people.ts";
import { TestBrowser } from "#tests/support/route-request.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

describe("entering the portal", () => {
  let portal: TestPortal;
  let serial = 0;
  beforeAll(async () => {
    portal = await testPortal("sqlite");
  });
  afterAll(() => portal.destroy());

  const browser = (lang: "zh" | "en" = "zh") =>
    new TestBrowser(portal, { network: `192.0.${(serial += 1)}.7`, lang });
  const credentials = (email: string, more = {}) => ({ form: { email, password: goodPassword, ...more } });

  it("goes from registration to a company without a session before the password is set", async () => {
    const visitor = browser();
    const asked = await visitor.visit(register, "/register", {
      form: { name: "赵敏", email: "Zhao@example.com" },
    });
    expect(asked.status).toBe(200);
    expect(asked.shows("平台已向 Zhao@example.com 发了一封邮件")).toBe(true);
    expect(visitor.cookies.has("session")).toBe(false);
    const token = await portal.mailedToken("zhao@example.com", "verify-email");
    const params = { token };
    const opened = await visitor.visit(verifyEmail, `/verify-email/${token}`, { params });
    expect(opened.status).toBe(200);
    expect(opened.html).toMatch(/autocomplete="new-password"/i);
    expect(opened.headers.get("cache-control")).toBe("no-store");
    const done = await visitor.visit(verifyEmail, `/verify-email/${token}`, {
      params,
      form: { password: goodPassword },
    });
    expect([done.status, done.location]).toEqual([303, "/companies/new"]);
    expect(visitor.cookies.get("session")).toMatch(/^[\w-]{43}$/);
    expect((await browser().visit(verifyEmail, `/verify-email/${token}`, { params })).status).toBe(404);
  });

  it("says the same to known and unknown addresses, byte for byte", async () => {
    await registerPerson(portal, "known@example.com");
    const bodies = async (module: object, path: string, form: (email: string) => Record<string, string>) =>
      Promise.all(
        ["known@example.com", "doubt@example.com"].map(async (email) => {
          const { status, html } = await browser().visit(module, path, { form: form(email) });
          return `${status} ${html.replaceAll(email, "…")}`;
        }),
      );
    const wrong = await bodies(signIn, "/sign-in", (email) => ({
      email,
      password: "not the right password",
    }));
    expect(wrong[0]).toBe(wrong[1]);
    expect(wrong[0]).toContain("电子邮箱或密码不对");
    const asked = await bodies(reset, "/reset", (email) => ({ email }));
    expect(asked[0]).toBe(asked[1]);
    const registered = await bodies(register, "/register", (email) => ({ name: "赵敏", email }));
    expect(registered[0]).toBe(registered[1]);
  });

  it("keeps what was typed but never the password, and heads the page with its errors", async () => {
    const page = await browser("en").visit(signIn, "/sign-in", {
      form: { email: "nobody@", password: "hunter22" },
    });
    expect(page.status).toBe(400);
    expect(page.html).toContain('value="nobody@"');
    expect(page.html).not.toContain("hunter22");
    expect(page.html).toContain('href="#sign-in-email"');
    expect(page.html).toContain('id="sign-in-email"');
    expect(page.html).toMatch(
      /aria-invalid="true"[^>]*aria-describedby="sign-in-email-error"|aria-describedby="sign-in-email-error"[^>]*aria-invalid="true"/,
    );
    expect(page.html).toContain("<title>Error: Sign in");
    expect(page.html.indexOf('class="esum"')).toBeLessThan(page.html.indexOf("<h1"));
  });

  it("takes the session cookie over TLS only, bound to the host, out of reach of scripts", async () => {
    await registerPerson(portal, "cookie@example.com");
    const plain = await browser().visit(signIn, "/sign-in", credentials("cookie@example.com"));
    const line = plain.headers.getSetCookie().find((cookie) => cookie.startsWith("session=")) ?? "";
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; SameSite=Lax/);
    expect(line).toMatch(/; Path=\//);
    const tls = await testPortal("sqlite", { baseUrl: "https://portal.example.cn" });
    await registerPerson(tls, "cookie@example.com");
    const secure = await new TestBrowser(tls).visit(signIn, "/sign-in", credentials("cookie@example.com"));
    const cookie = secure.headers.getSetCookie().find((each) => each.startsWith("__Host-session=")) ?? "";
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).not.toMatch(/; Domain/i);
    await tls.destroy();
  });

  it("leads everybody to their own desk, or to the page they wanted, never to another site", async () => {
    await registerPerson(portal, "way@example.com");
    await addStaff(portal, "way-officer@example.com", "officer");
    await addStaff(portal, "way-reviewer@example.com", "reviewer");
    const to = async (email: string, next = "") => {
      const answer = await browser().visit(signIn, "/sign-in", credentials(email, { next }));
      return answer.location;
    };
    expect(await to("way@example.com")).toBe("/workspace");
    expect(await to("way-officer@example.com")).toBe("/staff");
    expect(await to("way-reviewer@example.com")).toBe("/reviews");
    expect(await to("way@example.com", "/calls/C5?lang=en")).toBe("/calls/C5?lang=en");
    for (const evil of [
      "https://evil.example/",
      "//evil.example/",
      "/\\evil.example/",
      "/%0d%0aset-cookie:x",
      "javascript:alert(1)",
      "/\tx",
      "evil",
      "/sign-in?next=/x",
      "/..//evil.example",
    ]) {
      const location = (await to("way@example.com", evil)) ?? "";
      expect(new URL(location, "http://portal.test").origin, evil).toBe("http://portal.test");
      expect(location, evil).not.toMatch(/evil\.example(?!$)\/?$|^\/\//);
    }
  });

  it("asks for the second factor before anything opens", async () => {
    const { token } = await registerPerson(portal, "factor@example.com");
    const { secret } = await addSecondFactor(portal, token);
    portal.pass(60_000);
    const visitor = browser();
    const answer = await visitor.visit(
      signIn,
      "/sign-in",
      credentials("factor@example.com", { next: "/account" }),
    );
    expect(answer.location).toBe("/sign-in/second-factor?next=%2Faccount");
    const half = visitor.cookies.get("session");
    const early = await visitor.visit(sessions, "/account/sessions");
    expect([early.status, early.location]).toEqual([302, "/sign-in/second-factor"]);
    const wrong = await visitor.visit(secondFactor, "/sign-in/second-factor", { form: { code: "000000" } });
    expect(wrong.status).toBe(400);
    const form = { code: totpCode(secret, portal.now), next: "/account" };
    const right = await visitor.visit(secondFactor, "/sign-in/second-factor", { form });
    expect([right.status, right.location]).toEqual([303, "/account"]);
    expect(visitor.cookies.get("session")).not.toBe(half);
    expect((await visitor.visit(sessions, "/account/sessions")).status).toBe(200);
  });

  it("makes the fund's people set up a second factor first, and shows the recovery codes once", async () => {
    const strict = await testPortal("sqlite", { secondFactorRequired: true });
    const staff = await addStaff(strict, "new@example.com", "officer");
    await strict.db.write((trx) =>
      trx
        .updateTable("person")
        .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
        .execute(),
    );
    const visitor = new TestBrowser(strict);
    const entered = await visitor.visit(signIn, "/sign-in", credentials(staff.email));
    expect(entered.location).toBe("/sign-in/second-factor");
    const offer = await visitor.visit(secondFactor, "/sign-in/second-factor");
    expect(offer.html).toContain("<svg");
    const sealed = /name="sealed" value="([^"]+)"/.exec(offer.html)?.[1] ?? "";
    const secret = /select-all">([A-Z2-7 ]+)</.exec(offer.html)?.[1]?.replaceAll(" ", "") ?? "";
    const post = (code: string) =>
      visitor.visit(secondFactor, "/sign-in/second-factor", { form: { intent: "set-up", sealed, code } });
    const wrong = await post("000000");
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain(secret.slice(0, 4));
    const codes = await post(totpCode(secret, strict.now));
    expect(codes.html.match(/<li>[0-9A-Z]{4}(-[0-9A-Z]{4}){3}<\/li>/g)).toHaveLength(10);
    expect(codes.headers.get("cache-control")).toBe("no-store");
    expect(codes.html).toContain('href="/staff"');
    await strict.destroy();
  });

  it("waits after five wrong passwords, with a sentence and the right status", async () => {
    await registerPerson(portal, "patience@example.com");
    const visitor = browser();
    const attempt = (password: string) =>
      visitor.visit(signIn, "/sign-in", { form: { email: "patience@example.com", password } });
    for (let i = 0; i < 5; i++) expect((await attempt("not the right one")).status).toBe(400);
    const closed = await attempt(goodPassword);
    expect(closed.status).toBe(429);
    expect(closed.shows("尝试次数太多，请15分钟后再试")).toBe(true);
    expect(visitor.cookies.has("session")).toBe(false);
  });

  it("resets a password and signs in with the new one only", async () => {
    const { token: session } = await registerPerson(portal, "reset@example.com");
    const other = browser().holds(session);
    await browser().visit(reset, "/reset", { form: { email: "reset@example.com" } });
    const token = await portal.mailedToken("reset@example.com", "reset-password");
    const params = { token };
    const weak = await browser().visit(resetPassword, `/reset/${token}`, {
      params,
      form: { password: "short" },
    });
    expect(weak.shows("密码至少要15个字符")).toBe(true);
    const form = { password: "yanmen-pass-under-snow" };
    const done = await browser().visit(resetPassword, `/reset/${token}`, { params, form });
    expect(done.location).toBe("/sign-in?news=password-changed");
    expect((await other.visit(sessions, "/account/sessions")).location).toBe(
      "/sign-in?next=%2Faccount%2Fsessions",
    );
    expect((await browser().visit(signIn, "/sign-in", credentials("reset@example.com"))).status).toBe(400);
    const entered = await browser().visit(signIn, "/sign-in", {
      form: { email: "reset@example.com", ...form },
    });
    expect(entered.status).toBe(303);
  });

  it("changes the password, renews this browser's session and ends the others", async () => {
    const { token } = await registerPerson(portal, "renew@example.com");
    const here = browser().holds(token);
    const there = browser();
    await there.visit(signIn, "/sign-in", credentials("renew@example.com"));
    const form = { current: goodPassword, password: "fenhe-river-in-late-autumn" };
    const changed = await here.visit(password, "/account/password", { form });
    expect(changed.location).toBe("/account/password?changed=1");
    expect(here.cookies.get("session")).not.toBe(token);
    expect((await here.visit(password, "/account/password?changed=1")).shows("密码已修改")).toBe(true);
    expect((await there.visit(password, "/account/password")).status).toBe(302);
  });

  it("signs out by a button only", async () => {
    const { token } = await registerPerson(portal, "out@example.com");
    const visitor = browser().holds(token);
    expect((await visitor.visit(signOut, "/sign-out")).status).toBe(404);
    expect(await portal.actorOf(token)).toBeDefined();
    const out = await visitor.visit(signOut, "/sign-out", { form: {} });
    expect(out.location).toBe("/sign-in?news=signed-out");
    expect(visitor.cookies.has("session")).toBe(false);
    expect(await portal.actorOf(token)).toBeUndefined();
  });

  it("refuses forms that are too large, or no forms", async () => {
    const big = await browser().visit(signIn, "/sign-in", {
      form: { email: "x".repeat(300_000), password: "y" },
    });
    expect(big.status).toBe(413);
    const nonsense = await browser().visit(register, "/register", {
      form: { __intent__: "not json", __state__: "{", name: "", email: "" },
    });
    expect(nonsense.status).toBe(400);
    expect(nonsense.shows("请填写姓名")).toBe(true);
  });

  it("costs few statements", async () => {
    const { token } = await registerPerson(portal, "cheap@example.com");
    const visitor = browser().holds(token);
    const of = async (module: object, path: string) =>
      (await portal.db.statementsDuring(() => visitor.visit(module, path))).length;
    expect(await of(sessions, "/account/sessions")).toBeLessThanOrEqual(3);
    const anonymous = browser();
    const forSignIn = await portal.db.statementsDuring(() => anonymous.visit(signIn, "/sign-in"));
    expect(forSignIn).toEqual([]);
  });
});
