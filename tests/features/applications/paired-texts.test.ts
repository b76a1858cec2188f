import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { confirmAnswer } from "#app/features/applications/confirm-answer.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { findSubmission } from "#app/features/applications/find-submission.ts";
import { listStalePairs, listStaleSubmitted } from "#app/features/applications/list-stale-pairs.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff } from "#tests/support/people.ts";
import { type FilingCompany, filingCompany, set } from "./filing-company.ts";

const [zh, en] = ["project_name_zh", "project_name_en"];

describe.each(DIALECTS)("texts in both languages on %s", (dialect) => {
  let world: FilingCompany;
  let id: string;
  beforeAll(async () => {
    world = await filingCompany(dialect);
  });
  afterAll(() => world.portal.destroy());
  beforeEach(async () => {
    id = await world.start();
  });

  const later = (minutes = 1) => {
    world.portal.now = new Date(world.portal.now.getTime() + minutes * 60_000);
  };
  const write = async (path: string, value: string, version = 0, actor: PersonActor = world.editor) => {
    later();
    const saved = await saveAnswers(world.portal.ctx(actor), {
      applicationId: id,
      sectionKey: "filing",
      operations: [set(path, value, version)],
    });
    expect(saved).toMatchObject({ ok: true, outcomes: [{ status: "saved" }] });
  };
  const stale = async () => {
    const ctx = world.portal.ctx(world.owner);
    const draft = await findDraft(ctx, id);
    return Object.fromEntries(
      [...(await listStalePairs(ctx, draft!))].filter(([key]) => [zh, en].includes(key)),
    );
  };
  const confirm = (actor: PersonActor, key: string) => {
    later();
    return confirmAnswer(world.portal.ctx(actor), { applicationId: id, path: key });
  };

  it("are not stale while one is written after the other, in either order", async () => {
    await write(zh!, "新建生产线");
    await write(en!, "New line");
    expect(await stale()).toEqual({});
    const other = await world.start();
    id = other;
    await write(en!, "New line");
    await write(zh!, "新建");
    await write(zh!, "新建生产线", 1);
    expect(await stale()).toEqual({});
  });

  it("are stale when the other changed after them, until they change too", async () => {
    await write(zh!, "新建生产线");
    await write(en!, "New line");
    await write(zh!, "新建第二条生产线", 1);
    expect(await stale()).toEqual({ [en!]: zh });
    await write(en!, "New second line", 1);
    expect(await stale()).toEqual({});
    await write(en!, "New second line!", 2);
    expect(await stale()).toEqual({});
    later(60);
    await write(en!, "A second line", 3);
    expect(await stale()).toEqual({ [zh!]: en });
  });

  it("are as they were when the change is taken back or the other emptied", async () => {
    await write(zh!, "新建生产线");
    await write(en!, "New line");
    await write(zh!, "新建第二条生产线", 1);
    expect(await stale()).toEqual({ [en!]: zh });
    await write(zh!, "新建生产线", 2);
    expect(await stale()).toEqual({});
    await write(zh!, "", 3);
    expect(await stale()).toEqual({});
  });

  it("are cleared by a person who says they are still right, until the next change", async () => {
    await write(zh!, "新建生产线");
    await write(en!, "New line");
    await write(zh!, "新建生产线。", 1);
    expect(await confirm(world.viewer, en!)).toEqual({ ok: false, reason: "not_editable" });
    expect(await confirm(world.editor, en!)).toEqual({ ok: true });
    expect(await stale()).toEqual({});
    const field = (await findDraft(world.portal.ctx(world.owner), id))?.sections.get("filing")?.fields[en!];
    expect(field).toMatchObject({ v: "New line", n: 1, checked: { by: world.editor.personId } });
    await write(zh!, "新建第二条生产线", 2);
    expect(await stale()).toEqual({ [en!]: zh });
  });

  it("can be confirmed only where there is a pair, and by nobody from outside", async () => {
    expect(await confirm(world.editor, "site_park_other")).toEqual({ ok: false, reason: "not_found" });
    expect(await confirm(world.editor, en!)).toEqual({ ok: false, reason: "not_found" });
    expect(await confirm(world.stranger, en!)).toEqual({ ok: false, reason: "not_found" });
  });

  describe("of what was submitted", () => {
    const submitted = async (version: number, reader: PersonActor) => {
      const ctx = world.portal.ctx(reader);
      const submission = await findSubmission(ctx, { applicationId: id, version });
      return Object.fromEntries(await listStaleSubmitted(ctx, submission!));
    };
    const rewrite = async (path: string, value: string) => {
      const draft = await findDraft(world.portal.ctx(world.owner), id);
      await write(path, value, draft!.sections.get("filing")?.fields[path]?.n);
    };
    const submit = async () => {
      later();
      expect(await world.submit(id)).toMatchObject({ ok: true });
    };

    it("are told as they stood that day, to the company and the office, whatever was written since", async () => {
      const { actor: officer } = await addStaff(world.portal, "pairs@example.com", "officer");
      id = await world.completed();
      await submit();
      later(60);
      await rewrite(zh!, "8英寸碳化硅功率器件生产线（二期）");
      await submit();
      await rewrite(en!, "8-inch silicon carbide line, phase two");
      await submit();
      later(60);
      await rewrite(zh!, "8英寸碳化硅功率器件生产线（三期）");
      await confirm(world.editor, en!);
      await submit();
      for (const reader of [world.owner, officer]) {
        expect(await submitted(1, reader)).toEqual({});
        expect(await submitted(2, reader)).toEqual({ [en!]: zh });
        expect(await submitted(3, reader)).toEqual({});
        expect(await submitted(4, reader)).toEqual({});
      }
    });

    it("are found in at most two statements", async () => {
      id = await world.completed();
      await submit();
      const ctx = world.portal.ctx(world.owner);
      const submission = await findSubmission(ctx, { applicationId: id });
      const statements = await world.portal.db.statementsDuring(() => listStaleSubmitted(ctx, submission!));
      expect(statements.length).toBeLessThanOrEqual(2);
    });
  });
});
