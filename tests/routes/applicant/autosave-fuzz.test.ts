import { afterAll, beforeAll, expect, it } from "vitest";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { type FilingCompany, filingCompany } from "#tests/features/applications/filing-company.ts";
import { Dice, randomOperations } from "#tests/support/random-operations.ts";
import { applicantBrowser } from "./applicant-browser.ts";

const runs = Number(process.env["FUZZ_RUNS"] ?? 400);

let world: FilingCompany;
let browser: Awaited<ReturnType<typeof applicantBrowser>>;
beforeAll(async () => {
  world = await filingCompany("sqlite");
  browser = await applicantBrowser(world);
});
afterAll(() => world.portal.destroy());

it("answers whatever is sent without breaking; what it refuses leaves the draft as it was", async () => {
  const id = await world.start();
  const ctx = world.portal.ctx(world.owner);
  const stored = async () => JSON.stringify([...(await findDraft(ctx, id))!.sections]);
  const { definition } = (await findDraft(ctx, id))!;
  const sections = [...compileForm(definition).sectionByKey.keys(), "no_such", "", "__proto__"];
  const dice = new Dice(0xc0ffee);
  const statuses = new Map<number, number>();
  let before = await stored();
  for (let run = 0; run < runs; run++) {
    const body: unknown = dice.of<() => unknown>([
      ...Array.from({ length: 12 }, () => () => ({
        section: dice.of(sections),
        person: world.owner.personId,
        operations: ownOperations(dice, run),
        check: dice.roll(3) === 0,
      })),
      () => null,
      () => [],
      () => "text",
      () => ({ section: {}, person: [], operations: {} }),
      () => ({ section: "filing", person: world.owner.personId, operations: [null] }),
    ])();
    const { status } = await browser.json(`/applications/${id}/autosave`, world.owner, body);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    expect(status, JSON.stringify(body)?.slice(0, 2_000)).toBeLessThan(500);
    const after = await stored();
    if (status >= 400) expect(after).toBe(before);
    before = after;
  }
  expect(statuses.get(200)).toBeGreaterThan(0);
  expect(statuses.get(400)).toBeGreaterThan(0);

  /** Half of the lists stay within one section, or nothing would ever be taken. */
  function ownOperations(of: Dice, run: number): unknown[] {
    const operations = randomOperations(definition, of, run);
    return of.roll(2) === 0 ? operations : operations.slice(0, 1);
  }
}, 600_000);
