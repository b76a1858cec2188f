import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltRoute, builtRoutes } from "#tests/support/built-routes.ts";
import { type OpenPortal, openPortal } from "#tests/support/open-portal.ts";
import type { Check } from "./access-table.ts";
import { type ActorName, actorNames } from "./actors.ts";
import { doors } from "./doors.ts";
import { knock, outcomeOf } from "./knock.ts";
import { afterClosing, now, plantWorld, type World } from "./world.ts";

/**
 * Every address of the built manifest, every actor, every form: the tables beside this file say by hand what each
 * may do. Being refused means the status, a database without a change, and no word of anybody's secrets.
 */
const routes = builtRoutes();
const addresses = routes.filter((route) => !route.isLayout);

/** Passwords and links ask nobody who they are, and every attempt costs a slow hash. */
const some = ["anonymous", "halfway", "owner", "reviewerAccepted", "administrator"] as const;

let template: OpenPortal;
let world: World;

beforeAll(async () => {
  const planted = await plantWorld();
  template = planted.portal;
  world = planted.world;
});
afterAll(() => template.close());

it("every address that was built is in a table, and every entry has an address", () => {
  expect(addresses.map(({ pattern }) => pattern).sort()).toEqual(Object.keys(doors).sort());
});

it("every address that takes a form has its forms in the table", () => {
  const silent = addresses.filter(({ pattern, hasAction }) => {
    const posts = doors[pattern]?.filter(({ method }) => method === "POST") ?? [];
    return hasAction && posts.length === 0 && pattern !== "/*";
  });
  expect(silent.map(({ pattern }) => pattern)).toEqual([]);
});

describe.each(addresses)("$pattern", (route) => {
  const checks = doors[route.pattern] ?? [];
  it.each(checks)("$method $name", async (check) => {
    template.setClock(check.late ? afterClosing : now);
    const wrong: string[] = [];
    for (const actor of check.counted ? some : actorNames) wrong.push(...(await compare(check, actor)));
    if (wrong.length > 0) expect.fail(wrong.join("\n"));
  });

  it("has no second entrance", async () => {
    template.setClock(now);
    const wrong = await secondEntrances(route, checks);
    if (wrong.length > 0) expect.fail(wrong.join("\n"));
  });
});

/** Forms that should be done are tried on a copy of their own, everything else on the template. */
async function compare(check: Check, actor: ActorName): Promise<string[]> {
  const expected = check.who[actor];
  const spoils =
    check.counted ||
    (check.traced && expected === "open") ||
    (check.method === "POST" && expected === "open" && !check.traceless);
  const portal = spoils ? await copyOf(check) : template;
  try {
    const answer = await knock(portal, world, check, actor);
    const outcome = outcomeOf(answer, check);
    return [
      ...(outcome === expected ? [] : [`${actor}: ${outcome} instead of ${expected}`]),
      ...answer.leaks.map((leak) => `${actor}: is told ${leak}`),
    ];
  } finally {
    if (spoils) await portal.close();
  }
}

const copyOf = (check: Check) => openPortal(check.late ? afterClosing : now, { from: template.folder });

/**
 * The framework's own addresses (`.data`, with or without a choice of loaders) and methods nobody uses open
 * nothing: the pages are never fetched by scripts.
 */
async function secondEntrances(route: BuiltRoute, checks: readonly Check[]): Promise<string[]> {
  const wrong: string[] = [];
  const tried = new Set<string>();
  for (const check of checks) {
    const path = check.path(world);
    if (tried.has(`${check.method} ${path}`)) continue;
    tried.add(`${check.method} ${path}`);
    for (const actor of ["anonymous", "otherOwner", "owner", "administrator"] as const)
      for (const entrance of entrances(path, route)) {
        const answer = await knock(template, world, check, actor, entrance);
        if (answer.status !== 404 || answer.changed || answer.leaks.length > 0)
          wrong.push(`${actor} ${check.method} ${entrance}: ${JSON.stringify(answer)}`);
      }
    wrong.push(...(await otherMethods(route, path)));
  }
  return wrong;
}

function entrances(path: string, { id }: BuiltRoute): string[] {
  const [pathname = "/", query = ""] = path.split("?");
  const dataPath = pathname === "/" ? "/_root.data" : `${pathname.replace(/\/$/, "")}.data`;
  const plain = query ? `${dataPath}?${query}` : dataPath;
  return [plain, `${dataPath}?_routes=${encodeURIComponent(id)}`, `${dataPath}?_routes=root`];
}

async function otherMethods(route: BuiltRoute, path: string): Promise<string[]> {
  const wrong: string[] = [];
  // A form sent to a page that takes none; the page itself may hide from the sender first.
  const methods = ["PUT", "PATCH", "DELETE", ...(route.hasAction ? [] : ["POST"])];
  for (const method of methods)
    for (const actor of ["anonymous", "owner", "administrator"] as const) {
      const check = { name: method, method, path: () => path, body: () => "" } as unknown as Check;
      const answer = await knock(template, world, check, actor);
      const closed = answer.status === 405 || answer.status === 404;
      if (!closed || answer.changed || answer.leaks.length > 0)
        wrong.push(`${actor} ${method} ${path}: ${JSON.stringify(answer)}`);
    }
  return wrong;
}
