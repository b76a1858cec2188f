import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantWorld } from "#tests/routes/authorisation/world.ts";
import { tokenOf } from "#tests/routes/authorisation/world-people.ts";
import type { OpenPortal } from "#tests/support/open-portal.ts";
import { faultsOfHtml, nonceOf } from "./html-rules.ts";

let portal: OpenPortal;

beforeAll(async () => ({ portal } = await plantWorld()));
afterAll(() => portal.close());

const secret = "select password_hash from person at /srv/portal/app/secret.ts";

/** The same portal while its database answers nothing. */
async function broken<T>(work: () => Promise<T>): Promise<T> {
  const { services } = portal;
  const db = services.db;
  const fail = () => {
    throw new Error(secret);
  };
  services.db = { ...db, write: fail, read: new Proxy(db.read, { get: fail }) };
  try {
    return await work();
  } finally {
    services.db = db;
  }
}

const readers = [
  ["a visitor", undefined],
  ["somebody signed in", tokenOf("owner")],
] as const;

describe.each(readers)("%s", (_name, token) => {
  it.each(["zh", "en"])("reads of a missing page in %s, with a reference to quote", async (lang) => {
    const response = await portal.send(`/no/such/page?lang=${lang}`, { token });
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain(response.headers.get("x-request-id"));
    expect(html).toContain(lang === "zh" ? 'lang="zh-CN"' : 'lang="en"');
    expect(html).not.toMatch(/\bat .*\.(ts|tsx|js):\d+/);
  });

  it.each(["/", "/calls", "/calls/C5", "/sign-in", "/account/sessions", "/reviews", "/no/such/page"])(
    "learns nothing of a fault behind %s but a reference",
    async (path) => {
      const response = await broken(() => portal.send(path, { token }));
      const html = await response.text();
      expect(html).not.toContain("password_hash");
      expect(html).not.toMatch(/\bat .*\.(ts|tsx|js):\d+/);
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(faultsOfHtml(html, nonceOf(policy))).toEqual([]);
      if (response.status < 500) return;
      expect(response.status).toBe(500);
      expect(html).toContain(response.headers.get("x-request-id"));
    },
  );
});

it("a form that met a fault says so and keeps nothing half done", async () => {
  const before = portal.databaseVersion();
  const body = new URLSearchParams({ name: "新名示例", locale: "en" });
  const response = await broken(() =>
    portal.send("/account", { method: "POST", token: tokenOf("owner"), body }),
  );
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("password_hash");
  expect(portal.databaseVersion()).toBe(before);
});

it("with the database away the process lives, says it is not ready, and recovers", async () => {
  expect((await broken(() => portal.send("/healthz"))).status).toBe(200);
  expect((await portal.send("/readyz")).status).toBe(200);
  expect((await portal.send("/calls")).status).toBe(200);
});
