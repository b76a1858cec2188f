import type { Page } from "@playwright/test";
import Sqlite from "better-sqlite3";
import { join } from "node:path";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers, RawValue } from "#app/domain/forms/raw-answers.ts";
import { exampleApplicant } from "#tests/world/example-answers-c5.ts";
import { type ExampleApplication, exampleApplications } from "#tests/world/example-applications.ts";
import { axeFaults, sidewaysScroll } from "./axe.ts";
import type { Portal } from "./browser-test.ts";
import { createCompany, register } from "./steps.ts";
import { startWith, type Writer } from "./type-answers.ts";

export type Language = "zh" | "en";

/** What a draft holds while its pages are looked at. `check` asks for what is wrong with it. */
export const states = ["empty", "missing", "filled", "wrong"] as const;
export type State = (typeof states)[number];

/** Widths at which nothing may stick out. */
const widths = [1280, 390, 320];

/** A person with a company of their own, in a portal that takes applications of every call. */
export async function writerOf(page: Page, portal: Portal): Promise<Writer> {
  const person = { name: "赵示例", email: "owner@jiazi.example" };
  await register(page, portal, person);
  await createCompany(page, exampleApplicant);
  const db = new Sqlite(join(portal.dataDir, "portal.sqlite"));
  const ids = db
    .prepare(
      `select m.company_id as companyId, p.id as personId from company_member m
        join person p on p.id = m.person_id where p.email = ?`,
    )
    .get(person.email) as { companyId: string; personId: string };
  const [opensAt, closesAt] = [-7, 21].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  db.prepare("update call set opens_at = ?, closes_at = ?").run(opensAt, closesAt);
  db.close();
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return { origin: portal.url, cookie, ...ids };
}

export interface Walk {
  example: ExampleApplication;
  states: readonly State[];
  languages: readonly Language[];
  /** Keys of the sections to look at, by state; all that are shown otherwise. */
  only?: (key: string, state: State) => boolean;
}

/** What is wrong with the section pages of one form, one line a fault; and how many pages were looked at. */
export async function walkForm(page: Page, writer: Writer, { example, states, languages, only }: Walk) {
  const { code, definition, answers, env } = example;
  const faults: string[] = [];
  let pages = 0;
  for (const state of states) {
    const given = state === "filled" ? answers : state === "wrong" ? wrongAnswers(example) : {};
    const id = await startWith(writer, code, definition, given);
    const shown = evaluateForm(definition, given, { ...env, files: {} });
    const check = state === "missing" || state === "wrong" ? "check=1&" : "";
    for (const { section } of compileForm(definition).sections) {
      if (section.kind === "signing" || !shown.isSectionVisible(section.key)) continue;
      if (only && !only(section.key, state)) continue;
      for (const language of languages) {
        const answer = await page.goto(
          `/applications/${id}/sections/${section.key}?${check}lang=${language}`,
        );
        const where = `${code} ${section.key} ${state} ${language}`;
        const found = answer?.status() === 200 ? await faultsOfPage(page) : [`answered ${answer?.status()}`];
        faults.push(...found.map((fault) => `${where}: ${fault}`));
        pages += 1;
      }
    }
  }
  return { pages, faults };
}

async function faultsOfPage(page: Page): Promise<string[]> {
  // Rows far from the screen are not laid out, and then axe finds their boxes where they will never be.
  await page.evaluate(() => {
    for (const row of document.querySelectorAll<HTMLElement>(".own-row"))
      row.style.contentVisibility = "visible";
  });
  const faults = await axeFaults(page);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const fault of await sidewaysScroll(page)) faults.push(`at ${width}: ${fault}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

/** The example with nonsense wherever a figure, a date or an address is asked for. */
function wrongAnswers({ definition, answers }: ExampleApplication): RawAnswers {
  const { questionByKey } = compileForm(definition);
  const spoilt = (type: string | undefined, value: RawValue): RawValue =>
    type === undefined || typeof value !== "string" || kept.has(type) ? value : `${value}不对`;
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => {
      const question = questionByKey.get(key);
      if (typeof value === "string") return [key, spoilt(question?.field.type, value)];
      const columns = new Map(question?.columns.map(({ field }) => [field.key, field.type]));
      return [
        key,
        value.map((row) => {
          if (typeof row === "string") return row;
          const cells = Object.entries(row.cells);
          return {
            ...row,
            cells: Object.fromEntries(cells.map(([at, cell]) => [at, spoilt(columns.get(at), cell)])),
          };
        }),
      ] as [string, RawValue];
    }),
  );
}

/** Left as they are: chosen ones bring out further questions, and texts cannot be wrong in kind. */
const kept: ReadonlySet<string> = new Set([
  "choice",
  "multi_choice",
  "yes_no",
  "declaration",
  "short_text",
  "long_text",
]);

/** Sections of a form whose questions no form before it has asked word for word. */
export function ownSections(code: string): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { code: each, definition } of exampleApplications) {
    const own = new Set<string>();
    for (const { section } of compileForm(definition).sections) {
      const text = JSON.stringify(section);
      if (!seen.has(text)) own.add(section.key);
      seen.add(text);
    }
    if (each === code) return own;
  }
  throw new Error(`There is no form of ${code}`);
}
