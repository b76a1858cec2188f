import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { rowsOf, type RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { newId } from "#app/platform/new-id.ts";
import { readZip } from "#app/platform/zip/read-zip.ts";
import {
  type Filing,
  type FilingCompany,
  filingCompany,
} from "#tests/features/applications/filing-company.ts";
import { addStaff } from "#tests/support/people.ts";
import { type ExampleApplication, exampleApplications } from "#tests/world/example-applications.ts";
import { applicantBrowser } from "./applicant-browser.ts";

/** Calls beside C5 whose forms keep different things back: dual use, and papers of banks. */
const tried = exampleApplications.filter(({ code }) => ["C4", "C12"].includes(code));

const mobile = "13900009999";
const mobileShown = "139 0000 9999";
const email = "canary.mail@example.com";
const word = "密存甲乙";
const canaries = [mobile, mobileShown, email, word];

describe.each(tried.map((each) => [each.code, each] as const))("what %s keeps back", (_code, example) => {
  let world: FilingCompany;
  let open: Awaited<ReturnType<typeof applicantBrowser>>["open"];
  let people: Record<"officer" | "reviewer" | "committee", PersonActor>;
  let id: string;
  let assignmentId: string;
  let folder: string;
  const filing = withCanaries(example);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "restricted-"));
    world = await filingCompany("sqlite", filing);
    const tokens = world.tokens as Map<string, string>;
    const staff = async (name: string, role: Parameters<typeof addStaff>[2]) => {
      const { actor, token } = await addStaff(world.portal, `${name}@fund.example`, role);
      tokens.set(actor.personId, token);
      return actor;
    };
    people = {
      officer: await staff("officer", "officer"),
      reviewer: await staff("reviewer", "reviewer"),
      committee: await staff("committee", "committee_member"),
    };
    ({ open } = await applicantBrowser(world));
    id = await world.completed();
    const submitted = await world.submit(id);
    if (!submitted.ok) throw new Error(JSON.stringify(submitted));
    assignmentId = await assigned(world, id, people);
  });
  afterAll(async () => {
    await world.portal.destroy();
    await rm(folder, { recursive: true });
  });

  /** All a reader gets from an address: the page, or every file in the archive. */
  async function textOf(path: string, person: PersonActor | undefined): Promise<string> {
    const { response, status } = await open(path, person);
    expect(status, path).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (bytes.subarray(0, 2).toString() !== "PK") return bytes.toString("utf8");
    const file = join(folder, newId());
    await writeFile(file, bytes);
    const texts: string[] = [];
    for await (const part of readZip(file))
      texts.push(part.path, (await buffer(await part.open())).toString("utf8"));
    return texts.join("\n");
  }

  const packet = () => `/applications/${id}/packet?language=zh`;
  const lists = ["/staff/applications", `/staff/ranking/${example.code}`];
  const exports = ["/staff/exports/applications.xlsx", "/staff/exports/applications.csv"];

  it("is on the office's page and in its packet, so that the canaries sing", async () => {
    const texts = await Promise.all(
      [`/staff/applications/${id}`, packet()].map((path) => textOf(path, people.officer)),
    );
    for (const text of texts) {
      expect(text).toContain(word);
      expect(text).toContain(email);
      expect(text.includes(mobile) || text.includes(mobileShown)).toBe(true);
    }
    expect(texts.at(-1)).toContain(`${word}_a23_undertaking`);
    expect(texts[0]).toMatch(restrictedColumn);
  });

  it.each(["reviewer", "committee"] as const)("is nowhere a %s may look", async (who) => {
    const own =
      who === "reviewer" ? [`/reviews/${assignmentId}`, "/reviews"] : [`/staff/applications/${id}`, ...lists];
    for (const path of [...own, packet()]) {
      const text = await textOf(path, people[who]);
      expect(
        canaries.filter((canary) => text.includes(canary)),
        path,
      ).toEqual([]);
    }
    const [asked] = own;
    // What they do see is the application, not an empty page.
    const page = await textOf(asked!, people[who]);
    expect(page).toContain(String(filing.answers["project_name_zh"]));
    expect(page).toContain("半导体从业年限");
    expect(page).not.toMatch(restrictedColumn);
  });

  it("is not among the company's viewers' answers", async () => {
    for (const path of [
      `/applications/${id}/check`,
      `/applications/${id}/sections/company`,
      `/applications/${id}/print`,
      packet(),
    ]) {
      const text = await textOf(path, world.viewer);
      expect(
        canaries.filter((canary) => text.includes(canary)),
        path,
      ).toEqual([]);
    }
  });

  it("opens its files for the office alone", async () => {
    const files = await world.portal.db.read
      .selectFrom("file")
      .select(["id", "question_key as questionKey"])
      .where("application_id", "=", id)
      .execute();
    const shut = restrictedKeys(example.definition);
    expect(files.filter(({ questionKey }) => shut.has(questionKey)).length).toBeGreaterThan(1);
    for (const file of files) {
      const closed = shut.has(file.questionKey) ? 404 : 200;
      const status = async (person: PersonActor | undefined) =>
        (await open(`/files/${file.id}`, person)).status;
      expect(await status(people.officer), file.questionKey).toBe(200);
      for (const person of [people.reviewer, people.committee, world.viewer])
        expect(await status(person), file.questionKey).toBe(closed);
      expect(await status(world.stranger)).toBe(404);
    }
  });

  it("goes into no export, not even the office's", async () => {
    for (const path of exports) {
      const text = await textOf(path, people.officer);
      expect(text, path).toContain(String(filing.answers["project_name_zh"]));
      expect(
        canaries.filter((canary) => text.includes(canary)),
        path,
      ).toEqual([]);
    }
  });

  it("is on no public page", async () => {
    for (const path of ["/", "/calls", `/calls/${example.code}`, "/notices"]) {
      const text = await textOf(path, undefined);
      expect(
        canaries.filter((canary) => text.includes(canary)),
        path,
      ).toEqual([]);
    }
  });

  it("is shorter on the reviewer's paper", async () => {
    const size = async (person: PersonActor) =>
      Buffer.from(await (await open(`/applications/${id}/pdf?language=zh`, person)).response.arrayBuffer())
        .length;
    expect(await size(people.reviewer)).toBeLessThan(await size(people.officer));
    expect(await size(people.committee)).toBeLessThan(await size(people.officer));
  });
});

/** Of the team, whose other columns everybody reads. */
const restrictedColumn = /出生年份|Year of birth/;

const restrictedKeys = (definition: FormDefinition): ReadonlySet<string> =>
  new Set(
    [...compileForm(definition).questionByKey.values()]
      .filter(
        ({ field, section }) =>
          section.section.restricted === true || ("restricted" in field && field.restricted === true),
      )
      .map(({ field }) => field.key),
  );

/** A complete application whose restricted answers and file names can be told from all else. */
function withCanaries({ code, definition, answers, env }: ExampleApplication): Filing {
  const shut = restrictedKeys(definition);
  const { questionByKey } = compileForm(definition);
  const marked: RawAnswers = { ...answers };
  for (const key of shut) {
    const field = questionByKey.get(key)?.field;
    const answer = answers[key];
    if (field?.type === "mobile") marked[key] = mobile;
    else if (field?.type === "person") marked[key] = [word, word, mobile, email];
    else if (field?.type === "table")
      marked[key] = rowsOf(answers, key).map(({ id, cells }) => ({
        ...{ id, cells: Object.fromEntries(Object.keys(cells).map((column) => [column, word])) },
      }));
    else if (typeof answer === "string" && answer !== "" && /text/.test(field?.type ?? ""))
      marked[key] = `${word}${answer}`;
  }
  const files = Object.fromEntries(
    Object.entries(env.files).map(([key, list]) => [
      key,
      list.map(({ name }) => ({ name: shut.has(key) ? `${word}_${name}` : name })),
    ]),
  );
  return { code, definition, answers: marked, files };
}

/** The reviewer's own assignment, accepted with a signed declaration. */
async function assigned(
  { portal }: FilingCompany,
  applicationId: string,
  { reviewer, officer }: Record<"reviewer" | "officer", PersonActor>,
): Promise<string> {
  const at = portal.now.toISOString();
  const id = newId();
  await portal.db.write((trx) =>
    trx
      .insertInto("assignment")
      .values({
        ...{ id, application_id: applicationId, reviewer_id: reviewer.personId, state: "accepted" },
        ...{ due_at: "2026-12-31T00:00:00.000Z", assigned_by: officer.personId, assigned_at: at },
        ...{ declared_at: at, declaration: null, decline_reason: "", version: 1 },
      })
      .execute(),
  );
  return id;
}
