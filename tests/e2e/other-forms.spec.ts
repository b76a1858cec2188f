import { expect, test } from "#tests/support/browser-test.ts";
import { ownSections, walkForm, writerOf } from "#tests/support/walk-forms.ts";
import { exampleApplications } from "#tests/world/example-applications.ts";

/** A sample of `npm run walk`: what a fund asks is the least like what a production line asks. */
test("the sections that C10 alone has are accessible and fit, with all that can be wrong in them", async ({
  portal,
  visit,
}) => {
  const { page } = await visit();
  const writer = await writerOf(page, portal);
  const example = exampleApplications.find(({ code }) => code === "C10")!;
  const own = ownSections("C10");
  const { pages, faults } = await walkForm(page, writer, {
    ...{ example, states: ["wrong"], languages: ["en"] },
    only: (key) => own.has(key),
  });
  expect(faults.join("\n")).toBe("");
  expect(pages).toBeGreaterThan(5);
});
