import { expect, test } from "#tests/support/browser-test.ts";
import { ownSections, states, walkForm, writerOf } from "#tests/support/walk-forms.ts";
import { exampleApplications } from "#tests/world/example-applications.ts";

/**
 * Every section of every form: axe at 1280 px, nothing sticking out at 1280, 390 and 320. Filled in it is looked at
 * in each form; empty and with errors only where no earlier form has asked the same, word for word.
 */
for (const example of exampleApplications)
  test(`every section of ${example.code}`, async ({ portal, visit }) => {
    test.setTimeout(1_800_000);
    const { page } = await visit();
    const writer = await writerOf(page, portal);
    const own = ownSections(example.code);
    const { pages, faults } = await walkForm(page, writer, {
      ...{ example, states, languages: ["zh", "en"] },
      only: (key, state) => state === "filled" || own.has(key),
    });
    console.log(`${example.code}: ${pages} pages, ${faults.length} faults`);
    expect(faults.join("\n")).toBe("");
    expect(pages).toBeGreaterThan(20);
  });
