import Sqlite from "better-sqlite3";
import { Agent, request as send } from "node:http";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { startWith } from "#tests/support/type-answers.ts";
import { exampleApplications } from "#tests/world/example-applications.ts";
import type { BenchPortal } from "./bench-portal.ts";
import { medianOf } from "./compile-forms.ts";

export interface FormPageFigures {
  section: string;
  /** Call, fields of its form, and p50 of its page in ms. */
  largest: { code: string; fields: number; p50: number };
  smallest: { code: string; fields: number; p50: number };
}

/** Sections that every form takes from the shared ones, with the same questions. */
const shared = ["company", "ownership", "finance"];
const requests = 150;
const person = "owner@jiazi.example";

/**
 * The same sections of the largest and of the smallest form, both filled in from end to end: what a section costs
 * beside what the rest of its form costs it. The two take turns, so that both meet the same machine.
 */
export async function benchFormPages(portal: BenchPortal): Promise<FormPageFigures[]> {
  const cookie = await portal.cookieOf(person);
  const bySize = openExamples(portal.databaseFile).toSorted((one, other) => other.fields - one.fields);
  const [largest, smallest] = [bySize[0]!, bySize.at(-1)!];
  const ids = [await filled(portal, cookie, largest.example), await filled(portal, cookie, smallest.example)];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const figures: FormPageFigures[] = [];
  for (const section of shared) {
    const times: [number[], number[]] = [[], []];
    for (let run = 0; run < requests + 30; run += 1)
      for (const at of [0, 1] as const) {
        const begun = performance.now();
        await get(`${portal.origin}/applications/${ids[at]}/sections/${section}`, cookie, agent);
        if (run >= 30) times[at].push(performance.now() - begun);
      }
    const figure = ({ example, fields }: Sized, at: 0 | 1) => ({
      ...{ code: example.code, fields, p50: medianOf(times[at]) },
    });
    figures.push({ section, largest: figure(largest, 0), smallest: figure(smallest, 1) });
  }
  agent.destroy();
  return figures;
}

type Example = (typeof exampleApplications)[number];
interface Sized {
  example: Example;
  fields: number;
}

function openExamples(databaseFile: string): Sized[] {
  const db = new Sqlite(databaseFile, { readonly: true });
  const now = new Date().toISOString();
  const codes = db
    .prepare("select code from call where opens_at <= ? and (closes_at is null or closes_at > ?)")
    .pluck()
    .all(now, now) as string[];
  db.close();
  return exampleApplications
    .filter(({ code }) => codes.includes(code))
    .map((example) => {
      const questions = [...compileForm(example.definition).questionByKey.values()];
      return { example, fields: questions.reduce((sum, { columns }) => sum + 1 + columns.length, 0) };
    });
}

/** A new application of the bench's company with the example typed into it. */
function filled(portal: BenchPortal, cookie: string, { code, definition, answers }: Example) {
  const db = new Sqlite(portal.databaseFile, { readonly: true });
  const writer = db
    .prepare(
      `select m.company_id as companyId, p.id as personId from company_member m
        join person p on p.id = m.person_id where p.email = ?`,
    )
    .get(person) as { companyId: string; personId: string };
  db.close();
  return startWith({ origin: portal.origin, cookie, ...writer }, code, definition, answers);
}

function get(url: string, cookie: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, "accept-encoding": "gzip" };
    send(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.resume().once("end", resolve).once("error", reject);
    })
      .on("error", reject)
      .end();
  });
}
