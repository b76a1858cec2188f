import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileForm, isTable } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { startApplication } from "#app/features/applications/start-application.ts";
import {
  closesAt,
  type FilingCompany,
  filingCompany,
  opensAt,
} from "#tests/features/applications/filing-company.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { Dice, hostileText, randomOperations } from "#tests/support/random-operations.ts";
import { applicantBrowser } from "./applicant-browser.ts";

const runs = Number(process.env["FUZZ_RUNS"] ?? 240);
/** What says no, and therefore changes nothing. A 409 shows a page on which something may have been kept. */
const refusals = new Set([400, 401, 403, 404, 405, 413, 415, 422]);

interface Filed {
  id: string;
  definition: FormDefinition;
}

describe.each(DIALECTS)("whatever is sent to an applicant's doors on %s", (dialect) => {
  let world: FilingCompany;
  let browser: Awaited<ReturnType<typeof applicantBrowser>>;
  let drafts: Filed[];
  const failures: Error[] = [];
  beforeAll(async () => {
    world = await filingCompany(dialect);
    browser = await applicantBrowser(world);
    drafts = await oneOfEachCall(world);
    Object.assign(world.portal.services, {
      assets: new Proxy({}, { get: () => "/browser/script.js" }),
      logger: { error: ({ err }: { err: Error }) => failures.push(err) },
    });
  });
  afterAll(() => world.portal.destroy());

  it("is answered without breaking, and what is refused leaves the draft as it was", async () => {
    const dice = new Dice(0xd00f);
    const statuses = new Map<number, number>();
    expect(drafts).toHaveLength(12);
    for (let run = 0; run < runs; run += 1) {
      const filed = drafts[run % drafts.length]!;
      const { what, send } = anyKnock(browser, world, filed, dice, run);
      const before = await contents(world, filed.id);
      const { status } = await send();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(status, `${what}: ${failures.at(-1)?.stack}`).toBeLessThan(500);
      if (refusals.has(status)) expect(await contents(world, filed.id), what).toBe(before);
    }
    for (const status of [200, 303, 400, 404]) expect(statuses.get(status), `${status}`).toBeGreaterThan(0);
  }, 900_000);
});

/** Everything that is kept of a draft, byte for byte. */
async function contents({ portal, owner }: FilingCompany, id: string): Promise<string> {
  const draft = (await findDraft(portal.ctx(owner), id))!;
  const rows = await portal.db.read
    .selectFrom("draft_section")
    .selectAll()
    .where("application_id", "=", id)
    .orderBy("section_key")
    .execute();
  return JSON.stringify([rows, draft.files, draft.head]);
}

async function oneOfEachCall(world: FilingCompany): Promise<Filed[]> {
  const { portal, owner, companyId } = world;
  await portal.db.write((trx) =>
    trx.updateTable("call").set({ opens_at: opensAt, closes_at: closesAt }).execute(),
  );
  const calls = await portal.db.read.selectFrom("call").select("id").orderBy("code").execute();
  const filed: Filed[] = [];
  for (const { id: callId } of calls) {
    const started = await startApplication(portal.ctx(owner), { callId, companyId });
    if (!started.ok) throw new Error(started.reason);
    const draft = await findDraft(portal.ctx(owner), started.applicationId);
    filed.push({ id: started.applicationId, definition: draft!.definition });
  }
  return filed;
}

type Browser = Awaited<ReturnType<typeof applicantBrowser>>;

/** One request of a browser with a fault, a script gone wrong or somebody who tries. */
function anyKnock(
  browser: Browser,
  world: FilingCompany,
  { id, definition }: Filed,
  dice: Dice,
  run: number,
) {
  const compiled = compileForm(definition);
  const sections = [...compiled.sectionByKey.keys(), "no_such", "__proto__", encodeURIComponent("\u0000")];
  const tables = [...compiled.questionByKey.values()].filter(({ field }) => isTable(field));
  const names = [...compiled.questionByKey.keys()];
  const section = dice.of(sections);
  const table = dice.of(tables);
  const at = (rest: string) => `/applications/${id}${rest}`;
  const sheet = at(`/sections/${table.section.section.key}/tables/${table.field.key}/import`);
  const query = () =>
    `?${new URLSearchParams(Object.fromEntries(["version", "path", "from", "check", "all", "language", "done", "imported", "draft"].filter((name) => dice.roll(2) === 0 && name !== "draft").map((name) => [name, hostileText(dice).slice(0, 300)])))}`;
  const doors: Record<string, () => Promise<{ status: number }>> = {
    read: () =>
      browser.open(
        at(
          dice.of([
            "",
            `/sections/${section}`,
            `/sections/${section}/history`,
            "/check",
            "/carry-over",
            "/print",
            "/receipt/x",
            "/receipt/99999999999",
            "/status",
          ]),
        ) + query(),
        world.owner,
      ),
    elsewhere: () => {
      const name = encodeURIComponent(hostileText(dice).slice(0, 300).toWellFormed());
      const rest = dice.of([
        "",
        "/pdf",
        "/packet",
        "/check",
        "/print",
        "/status",
        "/receipt/1",
        "/sections/filing",
      ]);
      const place = dice.of([`/applications/${name}${rest}`, `/files/${name}`, `/companies/${name}`]);
      return browser.open(place, world.owner);
    },
    autosave: () =>
      browser.json(at("/autosave"), world.owner, autosaveOf(world, definition, dice, run, section)),
    autosaveText: () => sendText(at("/autosave"), brokenJson(dice), "application/json"),
    presence: () =>
      sendText(at("/presence"), brokenJson(dice), dice.of(["application/json", "text/plain", ""])),
    section: () => sendForm(at(`/sections/${section}`), sectionForm(dice, names, table.field.key)),
    sectionText: () => sendText(at(`/sections/${section}`), brokenForm(dice), dice.of(formTypes)),
    import: () => sendForm(sheet, importForm(dice)),
    files: () => sendForm(at("/files"), fileForm(dice, names)),
    filesText: () => sendText(at("/files"), brokenForm(dice), dice.of(formTypes)),
    history: () =>
      sendForm(at(`/sections/${section}/history`), anyForm(dice, ["path", "version", "entry", "intent"])),
    carry: () => sendForm(at("/carry-over"), anyForm(dice, ["from", "section", "base", "file"])),
    submit: () =>
      sendText(
        at("/submit"),
        new URLSearchParams([
          ["declared", hostileText(dice)],
          ["name", hostileText(dice)],
          ["seen", hostileText(dice)],
          ["key", hostileText(dice)],
        ]).toString(),
        formTypes[0]!,
      ),
  };
  const door = dice.of(Object.keys(doors));
  return { what: `run ${run}: ${door} of ${definition.code}, ${section}`, send: doors[door]! };

  /** As bytes: a form that is not read to its end would go on being written. */
  async function sendForm(path: string, form: FormData) {
    const encoded = new Response(form);
    const bytes = new Uint8Array(await encoded.arrayBuffer());
    return await sendText(path, bytes, encoded.headers.get("content-type") ?? "");
  }

  function sendText(path: string, body: string | Uint8Array<ArrayBuffer>, type: string) {
    return browser.raw(path, world.owner, body, type);
  }
}

const formTypes = [
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=xx",
  "multipart/form-data",
  "text/plain",
  "application/json",
];

function autosaveOf(
  world: FilingCompany,
  definition: FormDefinition,
  dice: Dice,
  run: number,
  section: string,
) {
  const operations = randomOperations(definition, dice, run);
  return {
    ...{ section, person: world.owner.personId, check: dice.roll(3) === 0 },
    operations: dice.roll(2) === 0 ? operations : operations.slice(0, 1),
  };
}

function brokenJson(dice: Dice): string | Uint8Array<ArrayBuffer> {
  return dice.of<() => string | Uint8Array<ArrayBuffer>>([
    () => "",
    () => "{",
    () => "[".repeat(100_000),
    () => `${"[".repeat(50_000)}${"]".repeat(50_000)}`,
    () => '{"section":"filing","section":{},"operations":[],"operations":null}',
    () => '{"__proto__":{"operations":[]},"section":"filing","person":"x","operations":[]}',
    () => `{"section":"${"x".repeat(900_000)}"}`,
    () => "x".repeat(1_200_000),
    () => new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x80]),
    () => JSON.stringify(hostileText(dice)),
  ])();
}

function brokenForm(dice: Dice): string | Uint8Array<ArrayBuffer> {
  return dice.of<() => string | Uint8Array<ArrayBuffer>>([
    () => "",
    () => "%",
    () => "a=%ff%fe&%00=%00&=&&&",
    () => "base=%7B&intent=remove-row:",
    () => `base=${encodeURIComponent("[".repeat(20_000))}`,
    () => "--xx\r\n",
    () => '--xx\r\nContent-Disposition: form-data; name="base"\r\n\r\n{}\r\n--xx--\r\n',
    () =>
      '--xx\r\nContent-Disposition: form-data; name="file:a01_licence"; filename="a\u0000.pdf"\r\n\r\n%PDF-1.4',
    () => '--xx\r\nContent-Disposition: form-data; name="__proto__[x]"\r\n\r\n1\r\n--xx--\r\n',
    () => Array.from({ length: 3_000 }, (_, index) => `f${index}=1`).join("&"),
    () => new Uint8Array([0xff, 0x00, 0x3d, 0xd8]),
  ])();
}

function sectionForm(dice: Dice, names: readonly string[], table: string): FormData {
  const form = new FormData();
  form.append(
    "base",
    dice.of([
      "{}",
      '{"fields":{},"rows":{}}',
      '{"fields":{"a":-1},"rows":{"b":[1]}}',
      "null",
      "[",
      hostileText(dice),
    ]),
  );
  form.append(
    "intent",
    dice.of([
      ...[
        "continue",
        "return",
        `add-row:${table}`,
        `remove-row:${table}/r1`,
        "remove-row:/",
        "confirm-pair:x",
      ],
      ...["upload:", "remove-file:\u0000", "restore-file:../x", "__proto__:", hostileText(dice)],
    ]),
  );
  for (let index = 0; index < dice.roll(30); index += 1)
    form.append(
      dice.of([
        () => dice.of(names),
        () =>
          `${table}[${dice.of(["0", "1", "-1", "999999999", "x", "__proto__", ""])}].${dice.of(["id", "x", "__proto__", ""])}`,
        () => `${dice.of(names)}[${dice.roll(3)}]`,
        () => hostileText(dice).slice(0, 200),
      ])(),
      hostileText(dice),
    );
  return form;
}

function importForm(dice: Dice): FormData {
  const form = anyForm(dice, ["text", "mode", "columns", "column:0", "unit:0", "intent"]);
  if (dice.roll(2) === 0)
    form.append(
      "sheet",
      dice.of([
        '{"name":"a","isCut":false,"rows":[["x","1"],["y"]]}',
        '{"name":"a","isCut":false,"rows":[]}',
        '{"name":"a","isCut":false,"rows":[[]]}',
        '{"name":"__proto__","isCut":true,"rows":[["\\u0000","\\ud800"]]}',
        "null",
        "[[[",
      ]),
    );
  if (dice.roll(3) === 0) form.append("file", anyFile(dice));
  return form;
}

function fileForm(dice: Dice, names: readonly string[]): FormData {
  const form = new FormData();
  form.append("question", dice.of([dice.of(names), "__proto__", "\u0000", ""]));
  if (dice.roll(2) === 0) form.append("replaces", hostileText(dice).slice(0, 300));
  form.append(dice.of(["file", `file:${dice.of(names)}`]), anyFile(dice));
  return form;
}

const anyFile = (dice: Dice): File =>
  new File(
    [dice.of(["%PDF-1.4\n%%EOF", "PK\u0003\u0004", "", "<html>", "a,b\n1,2", "\u0000".repeat(1_000)])],
    dice.of([
      "a.pdf",
      "a\u0000.pdf",
      "../../a.xlsx",
      "\ud800.csv",
      `${"名".repeat(400)}.pdf`,
      "",
      "a.PDF.exe",
    ]),
  );

function anyForm(dice: Dice, names: readonly string[]): FormData {
  const form = new FormData();
  for (const name of names) if (dice.roll(4) > 0) form.append(name, hostileText(dice));
  return form;
}
