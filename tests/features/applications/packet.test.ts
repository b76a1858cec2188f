import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, PersonActor } from "#app/domain/accounts/actor.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { packetVerify } from "#app/cli/packet-verify.ts";
import { findPacket } from "#app/features/applications/find-packet.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { keepVersion } from "#app/features/keep-version.ts";
import { requestContextKey } from "#app/http/request-context.ts";
import { newId } from "#app/platform/new-id.ts";
import type { Database } from "#app/platform/database/database.ts";
import { readZip } from "#app/platform/zip/read-zip.ts";
import { writeZip } from "#app/platform/zip/write-zip.ts";
import { loader } from "#app/routes/applicant/record/packet.ts";
import { loader as missingLoader } from "#app/routes/applicant/record/packet-missing.tsx";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff } from "#tests/support/people.ts";
import { type FilingCompany, filingCompany, set } from "./filing-company.ts";

const guarded = "a05_ownership_chart";
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

describe.each(DIALECTS)("the packet of an application on %s", (dialect) => {
  let world: FilingCompany;
  let officer: PersonActor;
  let member: PersonActor;
  let reviewer: PersonActor;
  let id: string;
  let receipt: { number: string; sha256: string };
  let folder: string;
  let whole: Map<string, Buffer>;
  let reduced: Map<string, Buffer>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "packet-"));
    world = await filingCompany(dialect);
    await restrictQuestion(world);
    officer = (await addStaff(world.portal, "officer@example.com", "officer")).actor;
    member = (await addStaff(world.portal, "member@example.com", "committee_member")).actor;
    reviewer = (await addStaff(world.portal, "reviewer@example.com", "reviewer")).actor;
    id = await world.completed();
    const submitted = await world.submit(id);
    if (!submitted.ok) throw new Error(JSON.stringify(submitted));
    receipt = submitted.receipt;
    whole = await unpacked(await fetched(officer));
    reduced = await unpacked(await fetched(world.viewer));
  });
  afterAll(async () => {
    await world.portal.destroy();
    await rm(folder, { recursive: true });
  });

  const contextOf = (actor: Actor) => {
    const context = new RouterContextProvider();
    context.set(requestContextKey, {
      ...{ ctx: world.portal.ctx(actor), services: world.portal.services, actor, locale: "zh" },
      ...{ nonce: "", requestId: "", path: "/", network: "", setCookies: [] },
    });
    return context;
  };
  const ask = async (actor: Actor, query = "language=zh", method = "GET") => {
    const context = contextOf(actor);
    const request = new Request(`http://localhost/applications/${id}/packet?${query}`, { method });
    return await loader({ request, context, params: { id } } as unknown as Parameters<typeof loader>[0]);
  };
  const askMissing = async (actor: Actor) => {
    const request = new Request(`http://localhost/applications/${id}/packet/missing`);
    const args = { request, context: contextOf(actor), params: { id } };
    return await missingLoader(args as unknown as Parameters<typeof missingLoader>[0]);
  };
  const fetched = async (actor: Actor, query?: string) =>
    Buffer.from(await (await ask(actor, query)).arrayBuffer());
  const unpacked = async (zip: Buffer) => {
    const file = join(folder, newId());
    await writeFile(file, zip);
    const parts = new Map<string, Buffer>();
    for await (const { path, open } of readZip(file)) parts.set(path, await buffer(await open()));
    return parts;
  };
  const verified = async (zip: Buffer | Map<string, Buffer>, db?: Database) => {
    const file = join(folder, `${newId()}.zip`);
    await writeFile(file, zip instanceof Map ? await packed(zip) : zip);
    const lines: string[] = [];
    const ok = await packetVerify({ file, db }, (line) => lines.push(line));
    return { ok, lines };
  };

  it("holds both PDFs, answers, form, README and every attachment under a name that says what it is", () => {
    const name = `${receipt.number}-v1`;
    const paths = [...whole.keys()];
    expect(paths.slice(0, 7)).toEqual([
      ...["README.txt", "MANIFEST.json", "SHA256SUMS", `${name}-zh.pdf`, `${name}-en.pdf`],
      ...["answers.json", "form.json"],
    ]);
    const attached = paths.slice(7);
    expect(attached.length).toBeGreaterThan(5);
    for (const path of attached) expect(path).toMatch(/^attachments\/\d{3}-A\d\d[^/]*-[^/]+\.[a-z]+$/);
    expect(attached.some((path) => path.includes("-A05-"))).toBe(true);
    for (const language of ["zh", "en"])
      expect(whole.get(`${name}-${language}.pdf`)!.subarray(0, 5).toString()).toBe("%PDF-");
    expect(sha256(whole.get("answers.json")!)).toBe(receipt.sha256);
    const { files } = JSON.parse(whole.get("MANIFEST.json")!.toString()) as {
      files: { path: string; size: number; sha256: string }[];
    };
    for (const file of files)
      expect(file).toMatchObject({
        size: whole.get(file.path)!.length,
        sha256: sha256(whole.get(file.path)!),
      });
    const readme = whole.get("README.txt")!.toString();
    for (const text of [receipt.sha256, "如何核对", "How to verify", `${name}-zh.pdf`])
      expect(readme).toContain(text);
  });

  it("is the same bytes whenever it is asked for, and says how many beforehand", async () => {
    const first = await fetched(officer);
    world.portal.pass(60_000);
    const response = await ask(officer);
    expect(Number(response.headers.get("content-length"))).toBe(first.length);
    expect(sha256(Buffer.from(await response.arrayBuffer()))).toBe(sha256(first));
    expect((await ask(officer, "", "HEAD")).body).toBeNull();
  });

  it("leaves out restricted answers and files, and who signed, for readers who may not see them", () => {
    const answers = JSON.parse(reduced.get("answers.json")!.toString()) as Record<
      "answers" | "raw" | "files" | "submission",
      Record<string, unknown>
    >;
    for (const key of [guarded, "on_cn_list", "reviewers_to_avoid", "countermeasures"])
      for (const part of ["answers", "raw", "files"] as const) expect(answers[part]).not.toHaveProperty(key);
    expect(answers.answers).toHaveProperty("total_investment");
    for (const part of ["answers", "raw"] as const) {
      const team = answers[part]["team"] as { cells: Record<string, unknown> }[];
      expect(team.length).toBeGreaterThan(2);
      for (const { cells } of team) {
        expect(cells).toHaveProperty("name");
        expect(cells).not.toHaveProperty("birth_year");
        expect(cells).not.toHaveProperty("gender");
      }
    }
    expect(answers.submission).not.toHaveProperty("signedName");
    expect([...reduced.keys()].some((path) => path.includes("-A05-"))).toBe(false);
    expect([...reduced.keys()].some((path) => path.includes("-A01-"))).toBe(true);
    expect(reduced.get("README.txt")!.toString()).not.toContain("this one value proves");
  });

  it("is for the company, the office and reviewers who declared, of the same versions as the PDF", async () => {
    const find = (actor: Actor, wanted = {}) =>
      findPacket(world.portal.ctx(actor), { applicationId: id, ...wanted });
    for (const actor of [world.owner, world.editor, officer]) expect((await find(actor))?.isWhole).toBe(true);
    for (const actor of [world.viewer, member]) expect((await find(actor))?.isWhole).toBe(false);
    for (const actor of [world.stranger, reviewer]) expect(await find(actor)).toBeUndefined();
    expect(await find(officer, { version: 2 })).toBeUndefined();
    await assign(world, id, reviewer, officer);
    const reviewers = await find(reviewer);
    expect(reviewers?.attachments.map(({ questionKey }) => questionKey)).not.toContain(guarded);
    expect(reviewers?.submitted).not.toHaveProperty("signedName");
  });

  it("of a draft is the company's alone and claims no hash", async () => {
    const change = { sectionKey: "filing", operations: [set("summary", "改后的摘要，尚未提交。", 1)] };
    const saved = await saveAnswers(world.portal.ctx(world.owner), { applicationId: id, ...change });
    expect(saved.ok).toBe(true);
    const draft = await fetched(world.owner, "draft=1");
    const parts = await unpacked(draft);
    expect(parts.get("answers.json")!.toString()).toContain("改后的摘要，尚未提交。");
    expect(await verified(draft)).toMatchObject({ ok: true });
    expect(parts.get("README.txt")!.toString()).toContain("这是草稿");
    expect((await unpacked(await fetched(officer, "draft=1"))).get("answers.json")!.toString()).not.toContain(
      "改后的摘要",
    );
  });

  it("is verified from the hash on the receipt down to every file, against the event record too", async () => {
    const { db } = world.portal;
    const full = await verified(await fetched(officer), db);
    expect(full).toMatchObject({ ok: true });
    expect(full.lines.at(-1)).toMatch(/^The event record is whole and holds this hash: event \d+ of \d+\.$/);
    expect(await verified(await fetched(world.viewer), db)).toMatchObject({ ok: true });
  });

  it("is not verified when anything in it was changed, and the first such file is named", async () => {
    const { db } = world.portal;
    const attachment = [...whole.keys()].find((path) => path.includes("-A01-"))!;
    const altered = (path: string, content: string) => new Map(whole).set(path, Buffer.from(content));
    const without = new Map(whole);
    without.delete(attachment);
    const cases: [string, Map<string, Buffer> | Buffer, RegExp][] = [
      ["a file", altered(attachment, "%PDF-1.4 another"), new RegExp(`^${attachment} differs: \\d+ bytes`)],
      ["one that is gone", without, new RegExp(`^${attachment} is not there`)],
      [
        "one too many",
        altered("attachments/999-x.pdf", "x"),
        /^attachments\/999-x\.pdf is not in the manifest/,
      ],
      ["the manifest", altered("MANIFEST.json", "{}"), /^MANIFEST\.json is not the manifest/],
      ["the sums", altered("SHA256SUMS", ""), /^SHA256SUMS differs/],
      ["the end", (await fetched(officer)).subarray(0, -30), /^The ZIP is broken/],
      [
        "a file, and the manifest with it",
        forged(whole, attachment),
        new RegExp(`^${attachment} differs: the answers`),
      ],
      ["the answers, and the manifest with them", forged(whole, "answers.json"), /^answers\.json differs/],
    ];
    for (const [what, zip, line] of cases) {
      const { ok, lines } = await verified(zip, db);
      expect(ok, what).toBe(false);
      expect(lines.at(-1), what).toMatch(line);
    }
    const other = forged(reduced, "answers.json", (text) => text.replace("碳化硅", "氮化镓"));
    expect(await verified(other)).toMatchObject({ ok: true });
    const { ok, lines } = await verified(other, db);
    expect(ok).toBe(false);
    expect(lines.at(-1)).toMatch(/answers\.json is not what was submitted/);
  });

  it("is not begun when the store lacks one of its files, and a page names it", async () => {
    const { db, files } = world.portal;
    const packet = await findPacket(world.portal.ctx(officer), { applicationId: id, version: 1 });
    const [lost] = packet!.attachments;
    const gone = await db.read
      .selectFrom("file")
      .select(["storage_key as key", "name"])
      .where("id", "=", lost!.id)
      .executeTakeFirstOrThrow();
    await files.remove(gone.key);
    const answer = await ask(officer, "language=en&version=1");
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `/applications/${id}/packet/missing?language=en&version=1`,
    ]);
    const page = await askMissing(officer);
    expect(page.files).toMatchObject([{ id: lost!.id, name: gone.name }]);
  });
});

/** The form as an administrator could have written it: with an attachment that only the office may see. */
async function restrictQuestion({ portal, callId }: FilingCompany): Promise<void> {
  const rows = await portal.db.read.selectFrom("form_version").select(["code", "definition"]).execute();
  const row = rows.find(({ code }) => code === "C5")!;
  const form = JSON.parse(row.definition) as FormDefinition;
  const question = form.parts
    .flatMap(({ sections }) => sections)
    .flatMap(({ groups }) => groups)
    .flatMap(({ questions }) => questions)
    .find(({ key }) => key === guarded)!;
  Object.assign(question, { restricted: true });
  await portal.db.write(async (trx) => {
    const versionId = await keepVersion(trx, "form_version", "C5", form, portal.now.toISOString());
    await trx.updateTable("call").set({ form_version_id: versionId }).where("id", "=", callId).execute();
  });
}

async function assign({ portal }: FilingCompany, id: string, reviewer: PersonActor, officer: PersonActor) {
  const at = portal.now.toISOString();
  await portal.db.write((trx) =>
    trx
      .insertInto("assignment")
      .values({
        ...{ id: newId(), application_id: id, reviewer_id: reviewer.personId, state: "accepted" },
        ...{ due_at: "2026-12-31T00:00:00.000Z", assigned_by: officer.personId, assigned_at: at },
        ...{ declared_at: at, declaration: null, decline_reason: "", version: 1 },
      })
      .execute(),
  );
}

async function packed(parts: Map<string, Buffer>): Promise<Buffer> {
  const entries = [...parts].map(([path, content]) => ({
    ...{ path, content, size: content.length, sha256: sha256(content) },
  }));
  return await buffer((await writeZip(entries, new Date("2026-11-23T08:00:00.000Z"))).stream);
}

/** With one file changed and manifest and sums written anew, as somebody would who knows how they are made. */
function forged(parts: Map<string, Buffer>, path: string, change = (text: string) => `${text} `) {
  const after = new Map(parts);
  const content = Buffer.from(change(parts.get(path)!.toString("utf8")));
  after.set(path, content);
  const manifest = JSON.parse(parts.get("MANIFEST.json")!.toString()) as {
    files: { path: string; size: number; sha256: string }[];
  };
  for (const file of manifest.files)
    if (file.path === path) Object.assign(file, { size: content.length, sha256: sha256(content) });
  const described = JSON.stringify(manifest);
  after.set("MANIFEST.json", Buffer.from(described));
  const [readme, ...others] = manifest.files;
  const all = [readme!, { path: "MANIFEST.json", sha256: sha256(described) }, ...others];
  after.set("SHA256SUMS", Buffer.from(all.map((file) => `${file.sha256}  ${file.path}\n`).join("")));
  return after;
}
