import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import type { Context } from "#app/features/context.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { DraftNetwork, type Fields, happenings } from "#tests/support/draft-network.ts";
import { shownOutcome } from "#tests/support/draft-server.ts";
import { type FilingCompany, filingCompany, set } from "./filing-company.ts";

const sectionKey = "ownership";
const fields: Fields = {
  ...{ texts: ["payment_schedule", "control_basis"], choice: "capital_currency" },
  ...{ table: "shareholders", column: "holder_name" },
};

class Killed extends Error {}

/** The process dies when everything is written and nothing is committed. */
const dyingBeforeCommit = (ctx: Context): Context => ({
  ...ctx,
  db: {
    ...ctx.db,
    read: ctx.db.read,
    dialect: ctx.db.dialect,
    write: (job) =>
      ctx.db.write(async (trx) => {
        await job(trx);
        throw new Killed();
      }),
  },
});

describe.each(DIALECTS)("browsers over a bad network on %s", (dialect) => {
  let world: FilingCompany;
  beforeAll(async () => {
    world = await filingCompany(dialect);
  });
  afterAll(() => world.portal.destroy());

  it("converge, and every group of keystrokes is in the draft or, of a removed row, in the history", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 4 }).chain((n) => fc.tuple(fc.constant(n), happenings(n, 40))),
        async ([browsers, script]) => {
          const applicationId = await world.start();
          const people = [world.owner, world.editor];
          const save = async (operations: readonly DraftOperation[], person: number, killed = false) => {
            const ctx = world.portal.ctx(people[person % 2]);
            const input = { applicationId, sectionKey, operations };
            const saved = await saveAnswers(killed ? dyingBeforeCommit(ctx) : ctx, input).catch(
              (error: unknown) => {
                if (error instanceof Killed) return undefined;
                throw error;
              },
            );
            if (!saved) return [];
            if (!saved.ok) throw new Error(saved.reason);
            return saved.outcomes.map(shownOutcome);
          };
          const section = async () =>
            (await findDraft(world.portal.ctx(world.owner), applicationId))!.sections.get(sectionKey)
              ?.fields ?? {};
          await save([set("payment_schedule", "abc，def，ghi。jkl；mno")], 0);
          const network = await DraftNetwork.open(
            {
              receive: (operations, by, killed) => save(operations, Number(by.slice(-1)), killed),
              section,
            },
            fields,
            browsers,
          );
          for (const happening of script) await network.happen(happening);
          await network.settle();

          const stands = await section();
          const draft = JSON.stringify(stands);
          const changes = await world.portal.db.read
            .selectFrom("answer_change")
            .select(["before", "after", "typed"])
            .where("application_id", "=", applicationId)
            .execute();
          const history = JSON.stringify(changes);
          for (const { group, path } of network.typed)
            if (fields.texts.includes(path)) expect(draft).toContain(group);
            else if (!draft.includes(group) && network.sent.includes(group)) expect(history).toContain(group);
          for (const browser of network.browsers) {
            expect(browser.isSettled).toBe(true);
            for (const [path, version] of Object.entries(browser.queue.base().fields))
              if (stands[path]?.n === version && browser.boxes.has(path))
                expect(browser.box(path)).toBe(stands[path].v);
          }
        },
      ),
      { numRuns: Number(process.env["DRAFT_RUNS"] ?? 20) },
    );
  }, 120_000);

  it("takes one more statement to merge two texts, and none while nobody else writes there", async () => {
    const id = await world.start();
    const text = "一期建设6英寸线。总投资8.6亿元。";
    const save = (actor: typeof world.owner, ...operations: DraftOperation[]) =>
      saveAnswers(world.portal.ctx(actor), { applicationId: id, sectionKey, operations });
    await save(world.owner, set("control_basis", text));
    await save(world.editor, set("control_basis", text.replace("8.6", "9"), 1));
    const mine = set("control_basis", text.replace("6英寸", "8英寸"), 1);
    let saved: Awaited<ReturnType<typeof save>> | undefined;
    const statements = await world.portal.db.statementsDuring(async () => {
      saved = await save(world.owner, mine);
    });
    expect(statements).toHaveLength(4);
    const both = text.replace("6英寸", "8英寸").replace("8.6", "9");
    expect(saved).toMatchObject({
      outcomes: [{ status: "saved", version: 3, merged: { value: both, by: world.editor.personId } }],
    });
    expect(await save(world.owner, mine)).toMatchObject({
      outcomes: [{ status: "saved", version: 3, merged: { value: both } }],
    });
  });

  it("keeps what was refused in the history, and refuses it again", async () => {
    const id = await world.start();
    const save = (actor: typeof world.owner, ...operations: DraftOperation[]) =>
      saveAnswers(world.portal.ctx(actor), { applicationId: id, sectionKey, operations });
    await save(world.owner, set("capital_currency", "CNY"));
    const late = set("capital_currency", "USD");
    expect(await save(world.editor, late)).toMatchObject({ outcomes: [{ status: "conflict" }] });
    await save(world.owner, set("capital_currency", "", 1));
    expect(await save(world.editor, late)).toMatchObject({ outcomes: [{ status: "conflict" }] });
    const kept = await world.portal.db.read
      .selectFrom("answer_change")
      .select(["typed", "refused", "after"])
      .where("op_id", "=", late.opId)
      .execute();
    expect(kept).toEqual([{ typed: '"USD"', refused: 1, after: '"CNY"' }]);
  });
});
