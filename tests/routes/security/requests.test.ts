import { createServer, type IncomingHttpHeaders, request as sendRaw, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createListener } from "#app/server/listener.ts";
import { plantWorld } from "#tests/routes/authorisation/world.ts";
import { emailOf, password, tokenOf } from "#tests/routes/authorisation/world-people.ts";
import { now } from "#tests/routes/authorisation/world.ts";
import { type OpenPortal, openPortal, portalOrigin } from "#tests/support/open-portal.ts";

let portal: OpenPortal;

beforeAll(async () => ({ portal } = await plantWorld()));
afterAll(() => portal.close());

const signIn = (more: Record<string, string> = {}, token?: string) =>
  portal.send("/sign-in", {
    method: "POST",
    token,
    headers: { "x-portal-peer": `10.${Math.floor(Math.random() * 250)}.1.1` },
    body: new URLSearchParams({ email: emailOf("owner"), password, ...more }),
  });

describe("the session cookie", () => {
  it("is bound to the host, hidden from scripts, and new at every sign-in", async () => {
    const tokens = new Set<string>();
    for (const previous of [undefined, tokenOf("removed")]) {
      const [cookie = ""] = (await signIn({}, previous)).headers.getSetCookie();
      expect(cookie).toMatch(
        /^__Host-session=[\w-]{43}; Path=\/; SameSite=Lax; HttpOnly; Secure; Max-Age=\d+$/,
      );
      tokens.add(cookie.split(";")[0] ?? "");
    }
    expect(tokens.size).toBe(2);
    const old = await portal.send("/account", { token: tokenOf("removed") });
    expect(old.headers.get("location")).toMatch(/^\/sign-in/);
  });

  it("goes away at sign-out, in the browser and here", async () => {
    const [cookie = ""] = (await signIn()).headers.getSetCookie();
    const token = /session=([\w-]+)/.exec(cookie)?.[1];
    expect((await portal.send("/account", { token })).status).toBe(200);
    const out = await portal.send("/sign-out", { method: "POST", token });
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-session=; .*Secure; Max-Age=0$/);
    expect((await portal.send("/account", { token })).status).toBe(302);
  });

  it("is not believed under another name or without its prefix", async () => {
    for (const name of ["session", "__Secure-session", "__Host-sessio"]) {
      const response = await portal.send("/account", { headers: { cookie: `${name}=${tokenOf("owner")}` } });
      expect(response.status).toBe(302);
    }
  });
});

describe("where sign-in leads", () => {
  const away = [
    "https://attacker.example/",
    "//attacker.example",
    "///attacker.example",
    "/\\attacker.example",
    "\\\\attacker.example",
    "/\t/attacker.example",
    "/\n/attacker.example",
    " //attacker.example",
    "/..//attacker.example",
    "/.//attacker.example",
    "/%09//attacker.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "https:attacker.example",
    `/${"a".repeat(900)}`,
  ];
  it.each(away)("never to %j", async (next) => {
    const response = await signIn({ next });
    if (response.status === 400) return;
    expect(response.status).toBe(303);
    const to = new URL(response.headers.get("location") ?? "", portalOrigin);
    expect(to.origin).toBe(portalOrigin);
    expect(to.pathname).not.toMatch(/^\/\//);
    const page = await portal.send(`/sign-in?next=${encodeURIComponent(next)}`);
    const [, kept = ""] = /name="next" value="([^"]*)"/.exec(await page.text()) ?? [];
    expect(new URL(kept, portalOrigin).origin).toBe(portalOrigin);
  });

  it("but back to the page that asked for it", async () => {
    const asked = await portal.send("/account/sessions?a=1");
    expect(asked.headers.get("location")).toBe("/sign-in?next=%2Faccount%2Fsessions%3Fa%3D1");
    expect((await signIn({ next: "/account/sessions?a=1" })).headers.get("location")).toBe(
      "/account/sessions?a=1",
    );
  });
});

describe("addresses", () => {
  it("longer than 4,000 characters are refused before anything is read", async () => {
    const response = await portal.send(`/calls?q=${"a".repeat(4_000)}`);
    expect(response.status).toBe(414);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it.each(["/%", "/%00", "/calls/%E0%A4%A", "/calls/%2e%2e%2fetc", "/files/../../etc/passwd", "/calls/'--"])(
    "that make no sense are not found: %s",
    async (path) => {
      const response = await portal.send(path);
      expect([400, 404]).toContain(response.status);
    },
  );
});

describe("forms", () => {
  it("larger than a form can be are not read", async () => {
    const response = await portal.send("/sign-in", {
      method: "POST",
      body: new URLSearchParams({ email: "a".repeat(300_000) }),
    });
    expect(response.status).toBe(413);
  });

  it("of a kind no page sends are refused", async () => {
    for (const type of ["text/plain", "application/json", "multipart/form-data", "application/xml"]) {
      const response = await portal.send("/sign-in", {
        method: "POST",
        headers: { "content-type": type },
        body: "{",
      });
      expect([type, response.status]).toEqual([type, 400]);
    }
  });
});

describe("the listener", () => {
  let server: Server;
  let seen: Headers | undefined;

  beforeAll(async () => {
    const handle = async (request: Request) => {
      seen = request.headers;
      return new Response("ok");
    };
    server = createServer(createListener(handle, portal.services, undefined));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const send = (headers: IncomingHttpHeaders) =>
    new Promise<void>((done, fail) => {
      const { port } = server.address() as AddressInfo;
      sendRaw({ port, host: "127.0.0.1", path: "/", headers }, (response) =>
        response.resume().on("end", done),
      )
        .on("error", fail)
        .end();
    });

  it("takes no framework header and no claim about the peer from outside", async () => {
    await send({
      "X-React-Router-SPA-Mode": "yes",
      "x-react-router-prerender-data": "x",
      "X-REACT-ROUTER-ANYTHING": "x",
      "x-portal-peer": "10.9.9.9",
      "accept-language": "en",
    });
    const names = [...(seen?.keys() ?? [])];
    expect(names.filter((name) => name.startsWith("x-react-router"))).toEqual([]);
    expect(seen?.get("x-portal-peer")).toBe("127.0.0.1");
    expect(seen?.get("accept-language")).toBe("en");
  });
});

it("over plain HTTP on this machine the cookie carries no prefix and no Secure", async () => {
  const local = await openPortal(now, {
    from: portal.folder,
    settings: { BASE_URL: "http://localhost:3000" },
  });
  try {
    const response = await local.send("/sign-in", {
      method: "POST",
      headers: { origin: "http://localhost:3000" },
      body: new URLSearchParams({ email: emailOf("editor"), password }),
    });
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^session=[\w-]{43}; Path=\/; SameSite=Lax; HttpOnly; Max-Age=\d+$/,
    );
  } finally {
    await local.close();
  }
});
