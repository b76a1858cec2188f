import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantWorld, type World } from "#tests/routes/authorisation/world.ts";
import { tokenOf } from "#tests/routes/authorisation/world-people.ts";
import { builtRoutes } from "#tests/support/built-routes.ts";
import { type OpenPortal, portalOrigin } from "#tests/support/open-portal.ts";

let portal: OpenPortal;
let world: World;

beforeAll(async () => ({ portal, world } = await plantWorld()));
afterAll(() => portal.close());

/** As a browser would send a form that another site prepared, or a program that says nothing of itself. */
const strangers: [string, Record<string, string>][] = [
  ["no Origin", { origin: "" }],
  ["no Origin, from another site", { origin: "", "sec-fetch-site": "cross-site" }],
  ["no Origin, from a sister host", { origin: "", "sec-fetch-site": "same-site" }],
  ["an Origin that is null", { origin: "null" }],
  ["another site", { origin: "https://attacker.example" }],
  ["this host without TLS", { origin: portalOrigin.replace("https", "http") }],
  ["this host on another port", { origin: `${portalOrigin}:8443` }],
  ["a host that begins like this one", { origin: `${portalOrigin}.attacker.example` }],
];

const takesForms = builtRoutes().filter(({ hasAction }) => hasAction);

describe.each(strangers)("a form with %s", (_name, headers) => {
  it.each(takesForms.map(({ pattern }) => pattern))("is refused by %s", async (pattern) => {
    const path = pattern.replace("/*", "/anything").replace(/:\w+/g, world.applications.draft.id);
    const before = portal.databaseVersion();
    for (const token of [undefined, tokenOf("owner"), tokenOf("administrator")]) {
      const body = new URLSearchParams({ intent: "save" });
      const response = await portal.send(path, { method: "POST", headers, token, body });
      expect([response.status, response.headers.get("set-cookie")]).toEqual([403, null]);
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
    expect(portal.databaseVersion()).toBe(before);
  });
});

it("every page that takes forms is among them", () => {
  expect(takesForms.length).toBeGreaterThan(5);
});

it("a form of this site's own page is heard, also from a browser that hides the Origin", async () => {
  const own: Record<string, string>[] = [{}, { origin: "", "sec-fetch-site": "same-origin" }];
  for (const headers of own) {
    const response = await portal.send("/sign-out", { method: "POST", headers });
    expect(response.status).toBe(303);
  }
});

it("the framework's own addresses answer nobody, whatever Origin they come with", async () => {
  const origins: Record<string, string>[] = [
    {},
    { origin: portalOrigin },
    { origin: "https://attacker.example" },
  ];
  for (const path of [
    "/_root.data",
    "/calls.data",
    "/calls.%64ata",
    "/sign-in.data",
    "/__manifest?p=/staff&version=1",
  ])
    for (const headers of origins)
      for (const method of ["GET", "POST"]) {
        const response = await portal.send(path, { method, headers, token: tokenOf("administrator") });
        expect([path, method, response.status]).toEqual([path, method, 404]);
        expect(await response.text()).toBe("");
      }
});
