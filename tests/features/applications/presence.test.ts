import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { system, type PersonActor } from "#app/domain/accounts/actor.ts";
import { removeExpired } from "#app/features/accounts/remove-expired.ts";
import { deleteDraft } from "#app/features/applications/delete-draft.ts";
import { listPresent } from "#app/features/applications/list-present.ts";
import { notePresence } from "#app/features/applications/note-presence.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type FilingCompany, filingCompany, set } from "./filing-company.ts";

describe.each(DIALECTS)("who is in a section on %s", (dialect) => {
  let world: FilingCompany;
  let id: string;
  beforeAll(async () => {
    world = await filingCompany(dialect);
  });
  afterAll(() => world.portal.destroy());
  beforeEach(async () => {
    id = await world.start();
  });

  const note = (actor: PersonActor, sectionKey: string, leaving = false) =>
    notePresence(world.portal.ctx(actor), { applicationId: id, sectionKey, leaving });
  const present = (actor = world.owner) => listPresent(world.portal.ctx(actor), id);
  const rows = () =>
    world.portal.db.read
      .selectFrom("section_presence")
      .selectAll()
      .where("application_id", "=", id)
      .execute();

  it("is known to the company's members until they stop saying so, since they came", async () => {
    const came = world.portal.now.toISOString();
    expect(await note(world.editor, "filing")).toEqual({ ok: true });
    world.portal.pass(60_000);
    await note(world.editor, "filing");
    world.portal.pass(60_000);
    const here = [{ personId: world.editor.personId, sectionKey: "filing", since: came }];
    for (const member of [world.owner, world.editor, world.viewer])
      expect(await present(member)).toEqual(here);
    world.portal.pass(60_000);
    expect(await present()).toEqual([]);
    await note(world.editor, "filing");
    expect(await present()).toMatchObject([{ since: world.portal.now.toISOString() }]);
  });

  it("is one row a person, whatever they open, and none once they left or the draft is gone", async () => {
    await note(world.editor, "filing");
    world.portal.pass(1_000);
    await note(world.editor, "ownership");
    expect(await rows()).toMatchObject([{ section_key: "ownership", since: world.portal.now.toISOString() }]);
    // The page that was left says so late.
    await note(world.editor, "filing", true);
    expect(await rows()).toHaveLength(1);
    await note(world.editor, "ownership", true);
    expect(await rows()).toEqual([]);
    await note(world.editor, "filing");
    await deleteDraft(world.portal.ctx(world.owner), { applicationId: id });
    expect(await rows()).toEqual([]);
  });

  it("is forgotten by the housekeeping", async () => {
    await note(world.editor, "filing");
    world.portal.pass(10 * 60_000);
    await removeExpired(world.portal.ctx(system));
    expect(await rows()).toEqual([]);
  });

  it("is nobody's business outside the company, and nobody outside can be there", async () => {
    await note(world.editor, "filing");
    expect(await note(world.stranger, "filing")).toEqual({ ok: false, reason: "not_found" });
    expect(await note(world.viewer, "filing")).toEqual({ ok: false, reason: "not_editable" });
    expect(await note(world.owner, "no_such_section")).toEqual({ ok: false, reason: "not_in_form" });
    expect(await present(world.stranger)).toEqual([]);
    expect(await rows()).toHaveLength(1);
  });

  it("comes with every autosave at no further statement, and no autosave writes it", async () => {
    await note(world.editor, "ownership");
    await saveAnswers(world.portal.ctx(world.owner), {
      ...{ applicationId: id, sectionKey: "filing", operations: [set("summary", "一")] },
    });
    let saved: Awaited<ReturnType<typeof saveAnswers>> | undefined;
    const statements = await world.portal.db.statementsDuring(async () => {
      saved = await saveAnswers(world.portal.ctx(world.owner), {
        ...{ applicationId: id, sectionKey: "filing", operations: [set("summary", "一二", 1)] },
      });
    });
    expect(saved).toMatchObject({
      present: [{ personId: world.editor.personId, sectionKey: "ownership" }],
    });
    expect(statements).toHaveLength(3);
    expect(await rows()).toHaveLength(1);
  });
});
