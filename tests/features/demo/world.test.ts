import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicationStates } from "#app/domain/applications/workflow.ts";
import { findSession } from "#app/features/accounts/find-session.ts";
import { verifyChain } from "#app/features/audit/verify-chain.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";
import { sessionOf } from "#tests/world/personas.ts";
import { applicationIn, smallWorld, type World } from "#tests/world/world.ts";

describe.each(DIALECTS)("the small world on %s", (dialect) => {
  let portal: TestPortal;
  let world: World;
  beforeAll(async () => {
    portal = await testPortal(dialect);
    world = await smallWorld(portal, portal.now);
  });
  afterAll(() => portal.destroy());

  it("signs its people in without a page", async () => {
    for (const person of Object.values(world.people)) {
      const token = await sessionOf(world.stage, person, world.now);
      const found = await findSession(portal.db, token, world.now, false);
      expect(found?.actor).toMatchObject({ personId: person.personId, roles: person.roles });
      expect(found?.actor.memberships).toEqual(person.memberships);
    }
  });

  it("brings an application to every state by the rules", { timeout: 60_000 }, async () => {
    for (const state of applicationStates) {
      const { id } = await applicationIn(world, state);
      const row = await portal.db.read
        .selectFrom("application")
        .select("state")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      expect(row.state).toBe(state);
    }
    expect((await verifyChain(portal.db)).ok).toBe(true);
  });
});
