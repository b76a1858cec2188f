import { expect, type Page } from "@playwright/test";
import { smallPdf, smallXlsx } from "#app/cli/demo/small-papers.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { TableQuestion } from "#app/domain/forms/definition.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers, RawRow, RawValue } from "#app/domain/forms/raw-answers.ts";
import { c5Definition, exampleAnswersC5, exampleEnvC5 } from "#tests/world/example-answers-c5.ts";

type Section = ReturnType<typeof compileForm>["sections"][number];

const shown = evaluateForm(c5Definition, exampleAnswersC5, exampleEnvC5);

/** Sections that a person with the example's answers opens one by one; declarations are part of signing. */
export const sections: readonly Section[] = compileForm(c5Definition).sections.filter(
  ({ section }) => section.kind !== "signing" && shown.isSectionVisible(section.key),
);

export const sectionUrl = (application: string, key: string): string => `${application}/sections/${key}`;

/** Fills every section through its page, as somebody would who has all the answers beside them. */
export async function fillApplication(page: Page, application: string, answers: RawAnswers): Promise<void> {
  for (const section of sections) await fillSection(page, application, section, answers);
}

export async function fillSection(
  page: Page,
  application: string,
  section: Section,
  answers: RawAnswers,
): Promise<void> {
  const url = sectionUrl(application, section.section.key);
  await page.goto(url);
  // An answer may bring out further questions; without scripts only after it was saved.
  let missed = await fillVisible(page, section, answers);
  for (let before = Infinity; missed > 0 && missed < before;) {
    await saveAndStay(page, url);
    before = missed;
    missed = await fillVisible(page, section, answers);
  }
  expect(missed, `answers without a control in ${section.section.key}`).toBe(0);
  await page.locator('button[name="intent"][value="continue"]').last().click();
  await expect(page, `${section.section.key} is saved`).not.toHaveURL(url);
}

/** How many answers had no visible control. */
async function fillVisible(page: Page, { questions }: Section, answers: RawAnswers): Promise<number> {
  let missed = 0;
  const single: Answer[] = [];
  for (const { field } of questions) {
    const value = answers[field.key];
    if (field.type !== "table" && field.type !== "computed" && isValue(value))
      single.push({ name: field.key, value });
  }
  missed += await giveAll(page, single);
  for (const { field } of questions)
    if (field.type === "table") missed += await fillTable(page, field, rowsOf(answers, field.key));
  for (const { field } of questions) if (field.type === "file") await giveFile(page, field.key, field.accept);
  return missed;
}

/** Row by row, adding one when there is none left: a page load each without scripts. */
async function fillTable(page: Page, field: TableQuestion, rows: readonly RawRow[]): Promise<number> {
  const { key, fixedRows } = field;
  const columns = field.columns.filter(({ type }) => type !== "computed");
  let missed = 0;
  for (const [at, row] of rows.entries()) {
    const index = fixedRows ? fixedRows.findIndex(({ id }) => id === row.id) : at;
    if (!fixedRows && !(await hasRow(page, key, at))) return missed + 1;
    const cells = columns.flatMap(({ key: column }) => {
      const value = row.cells[column];
      return value === undefined ? [] : [{ name: `${key}[${index}].${column}`, value }];
    });
    missed += await giveAll(page, cells);
  }
  return missed;
}

async function hasRow(page: Page, table: string, at: number): Promise<boolean> {
  const rows = page.locator(`[data-table="${table}"] input[name$="].id"]`);
  if ((await rows.count()) > at) return true;
  const add = page.locator(`button[value="add-row:${table}"]`);
  if (!(await add.isVisible())) return false;
  const before = page.url();
  await add.click();
  await expect(rows).toHaveCount(at + 1);
  // Without scripts the page was sent and came back; what is typed next must be typed into the new one.
  if (page.url() !== before) await page.waitForLoadState();
  return true;
}

const isValue = (value: RawAnswers[string] | undefined): value is RawValue =>
  typeof value === "string" || (Array.isArray(value) && value.every((each) => typeof each === "string"));

const rowsOf = (answers: RawAnswers, table: string): RawRow[] => {
  const rows = answers[table];
  return Array.isArray(rows) ? (rows.filter((row) => typeof row === "object") as RawRow[]) : [];
};

interface Answer {
  name: string;
  value: RawValue;
}

/** Sets controls with the events that typing and clicking cause; counts those that are not shown. */
async function giveAll(page: Page, answers: Answer[]): Promise<number> {
  return await page.evaluate((list) => {
    let missed = 0;
    for (const { name, value } of list) {
      const controls = [...document.getElementsByName(name)].filter(
        (each) => (each as HTMLInputElement).type !== "hidden",
      ) as HTMLInputElement[];
      const [first] = controls;
      if (!first?.checkVisibility()) {
        if (value.length > 0) missed += 1;
      } else if (first.type === "radio" || first.type === "checkbox") {
        const wanted = Array.isArray(value) ? value : [value];
        for (const control of controls)
          if (
            control.checked !== wanted.includes(control.value) &&
            !(first.type === "radio" && control.checked)
          )
            control.click();
      } else {
        // An answer in several boxes has one of each part, those that are not asked for hidden.
        const boxes = [...document.getElementsByName(name)] as HTMLInputElement[];
        const texts = Array.isArray(value) ? value : [value];
        for (const [at, text] of texts.entries()) {
          const box = boxes[at];
          if (!box || box.value === text) {
            if (!box && text !== "") missed += 1;
            continue;
          }
          box.focus();
          box.value = text;
          box.dispatchEvent(new Event("input", { bubbles: true }));
          box.dispatchEvent(new Event("change", { bubbles: true }));
          if (box.value !== text) missed += 1;
        }
      }
    }
    return missed;
  }, answers);
}

/** A real small document of a kind the question takes, once. */
async function giveFile(page: Page, key: string, accept: readonly string[]): Promise<void> {
  const place = page.locator(`[data-files="${key}"]`);
  if (!(await place.isVisible()) || (await place.locator("a[href^='/files/']").count()) > 0) return;
  if (!/^a(0[1-9]|10|13|17|2[23])_/.test(key)) return;
  const paper = paperFor(key, accept);
  await place.locator('input[type="file"]').setInputFiles(paper);
  await place.locator(`button[value="upload:${key}"]`).click();
  await expect(page.locator(`[data-files="${key}"] a[href^="/files/"]`)).toContainText(paper.name);
}

export function paperFor(key: string, accept: readonly string[]) {
  const code = key.slice(0, 3).toUpperCase();
  if (accept.includes("pdf"))
    return {
      name: `${code}_甲子示例.pdf`,
      mimeType: "application/pdf",
      buffer: smallPdf([`Document ${key}`]),
    };
  return {
    name: `${code}_甲子示例.xlsx`,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: smallXlsx("模型", [
      ["年份", "收入（万元）"],
      ["2027", 1200],
      [key, 2],
    ]),
  };
}

async function saveAndStay(page: Page, url: string): Promise<void> {
  await page.locator('button[name="intent"][value="return"]').click();
  await expect(page).not.toHaveURL(new RegExp(`${url}$`));
  await page.goto(url);
}
