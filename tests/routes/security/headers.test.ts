import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantWorld, type World } from "#tests/routes/authorisation/world.ts";
import { tokenOf } from "#tests/routes/authorisation/world-people.ts";
import type { ActorName } from "#tests/routes/authorisation/actors.ts";
import { doors } from "#tests/routes/authorisation/doors.ts";
import type { OpenPortal } from "#tests/support/open-portal.ts";
import { directivesOf, faultsOfHtml, nonceOf } from "./html-rules.ts";

let portal: OpenPortal;
let world: World;

beforeAll(async () => ({ portal, world } = await plantWorld()));
afterAll(() => portal.close());

/** Every page of the tables as somebody who may open it. */
const everyPage = Object.entries(doors).flatMap(([pattern, checks]) =>
  checks
    .filter(({ method }) => method === "GET")
    .map((check) => {
      const actors = Object.entries(check.who) as [ActorName, string][];
      const actor = actors.find(([, outcome]) => outcome === "open")?.[0] ?? "owner";
      return [`${pattern} ${check.name} for ${actor}`, check, actor] as const;
    }),
);

/** Documents for a frame of ours: a mail exactly as it goes out, in a sandbox of its own. */
const isMailDocument = (name: string) => /letters\/:recipientId|mail\/:id\/html|notice\/:language/.test(name);
const mailDocuments = everyPage.filter(
  ([name, check]) => isMailDocument(name) && Object.values(check.who).includes("open"),
);
/** A file read in place: the browser's own viewer, in a frame of ours. */
const previews = everyPage.filter(([name]) => name.startsWith("/files/:fileId preview"));
const pages = everyPage.filter((page) => !mailDocuments.includes(page) && !previews.includes(page));

describe.each(mailDocuments)("%s", (_name, check, actor) => {
  it("runs nothing, sends nothing and stands only in our own frames", async () => {
    const response = await portal.send(check.path(world), { token: tokenOf(actor) });
    const directives = directivesOf(response.headers.get("content-security-policy") ?? "");
    expect(directives["default-src"]).toEqual(["'none'"]);
    expect(directives).not.toHaveProperty("script-src");
    expect(directives["form-action"]).toEqual(["'none'"]);
    expect(directives["frame-ancestors"]).toEqual(["'self'"]);
    expect(directives).toHaveProperty("sandbox");
    expect(directives["sandbox"]).not.toContain("allow-scripts");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe.each(previews)("%s", (_name, check, actor) => {
  it("loads nothing from elsewhere and stands only in our own frames", async () => {
    const response = await portal.send(check.path(world), { token: tokenOf(actor) });
    expect(response.headers.get("content-disposition")).toMatch(/^inline;/);
    const policy = response.headers.get("content-security-policy") ?? "";
    const directives = directivesOf(policy);
    expect(directives["default-src"]).toEqual(["'none'"]);
    expect(directives).not.toHaveProperty("script-src");
    expect(directives["form-action"]).toEqual(["'none'"]);
    expect(directives["base-uri"]).toEqual(["'none'"]);
    expect(directives["frame-ancestors"]).toEqual(["'self'"]);
    expect(policy).not.toMatch(/\*|https?:/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("is not for a frame when it was not asked for so", async () => {
    const path = check.path(world).replace("?inline=1", "");
    const response = await portal.send(path, { token: tokenOf(actor) });
    expect(response.headers.get("content-disposition")).toMatch(/^attachment;/);
    const directives = directivesOf(response.headers.get("content-security-policy") ?? "");
    expect(directives["frame-ancestors"]).toEqual(["'none'"]);
  });
});

it("there are files to look at", () => expect(previews.length).toBeGreaterThan(0));

it("there are mails to look at", () => expect(mailDocuments.length).toBeGreaterThan(0));

describe.each(pages)("%s", (_name, check, actor) => {
  it("carries every header, and HTML that needs no exception from them", async () => {
    const response = await portal.send(check.path(world), { token: tokenOf(actor) });
    const policy = response.headers.get("content-security-policy") ?? "";
    const directives = directivesOf(policy);
    expect(directives["default-src"]).toEqual(["'none'"]);
    expect(directives["script-src"]).toEqual([`'nonce-${nonceOf(policy)}'`]);
    expect(directives["frame-ancestors"]).toEqual(["'none'"]);
    expect(directives["form-action"]).toEqual(["'self'"]);
    expect(directives["base-uri"]).toEqual(["'none'"]);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("same-origin");
    expect(response.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(response.headers.get("strict-transport-security")).toMatch(/max-age=31536000/);
    expect(response.headers.get("x-request-id")).toMatch(/^[\w-]{8,64}$/);
    if (actor !== "anonymous") {
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("x-robots-tag")).toBe("noindex");
    }
    if (!response.headers.get("content-type")?.startsWith("text/html")) return;
    expect(faultsOfHtml(await response.text(), nonceOf(policy))).toEqual([]);
  });
});

it("a nonce is used once", async () => {
  const nonces = new Set<string>();
  for (let i = 0; i < 20; i++)
    nonces.add(nonceOf((await portal.send("/")).headers.get("content-security-policy") ?? ""));
  expect(nonces.size).toBe(20);
  expect([...nonces].every((nonce) => Buffer.from(nonce, "base64").length === 16)).toBe(true);
});

it("the rules for HTML see what they are there to see", () => {
  const bad = `<script>1</script><p style="x">a</p><a href="//evil">b</a><button onclick="x()">c</button>`;
  expect(faultsOfHtml(bad, "n")).toHaveLength(4);
  expect(
    faultsOfHtml(`<script nonce="n" src="/a.js"></script><form method="post"><a href="/x">`, "n"),
  ).toEqual([]);
});
