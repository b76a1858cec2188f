import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { createElement } from "react";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import { flagDifferences } from "#app/domain/applications/flag-differences.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { findSubmission } from "#app/features/applications/find-submission.ts";
import { listCorrectionItems } from "#app/features/applications/list-correction-items.ts";
import { listFileLinks } from "#app/features/applications/list-file-links.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { addFile } from "#app/features/files/add-file.ts";
import { sectionView } from "#app/routes/applicant/section/section-view.ts";
import { FlagComparison } from "#app/routes/staff/applications/flag-comparison.tsx";
import { SectionQuestions } from "#app/ui/form/section-questions.tsx";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff } from "#tests/support/people.ts";
import { pdfOf } from "#tests/support/pdf-of.ts";
import { render } from "#tests/unit/ui/render.tsx";
import { type FilingCompany, filingCompany, set } from "./filing-company.ts";
import { flaggedApplication } from "./flagged-application.ts";
import { inCards, kinds, kindsFiling, twin } from "./kinds-of-question.ts";

/** A flag on a question, on a whole card, on one cell of another, on one text of a pair, and on a file. */
interface Flagged {
  name: string;
  sectionKey: string;
  path: string;
  closed: string;
  otherwise: RawValue;
  corrected: RawValue;
  old: string;
  fresh: string;
}

const flagged: Flagged[] = [
  ...kinds.map((kind) => ({
    ...kind,
    ...{ name: `${kind.key} (${kind.type})`, sectionKey: "kinds", path: kind.key, closed: twin(kind.key) },
  })),
  ...inCards.map((kind) => ({
    ...kind,
    ...{ name: `a card's ${kind.key} (${kind.type})`, sectionKey: "cards" },
    ...{ path: `partners/r1/${kind.key}`, closed: `partners/r2/${kind.key}` },
  })),
  {
    ...{ name: "one text of a pair", sectionKey: "kinds", path: "title_en", closed: "title_zh" },
    ...{ otherwise: " New line ", corrected: "Another line", old: "New", fresh: "Another" },
  },
];
const items = [
  ...[...kinds.map(({ key }) => ["kinds", key] as const), ["kinds", "title_en"] as const],
  ["cards", "partners/r1"] as const,
  ["papers", "plan"] as const,
].map(([sectionKey, questionKey]) => ({ sectionKey, questionKey, reason: "与附件不符。", wanted: "更正" }));

describe.each(DIALECTS)("a correction of every kind of question on %s", (dialect) => {
  let world: FilingCompany;
  let id: string;
  beforeAll(async () => {
    world = await filingCompany(dialect, kindsFiling);
    const officer = (await addStaff(world.portal, "officer@example.com", "officer")).actor;
    id = await flaggedApplication(world, officer, items);
  });
  afterAll(() => world.portal.destroy());

  const draft = async () => (await findDraft(world.portal.ctx(world.editor), id))!;
  async function save(sectionKey: string, path: string, value: RawValue) {
    const seen = (await draft()).sections.get(sectionKey)?.fields[path]?.n ?? 0;
    const operations: DraftOperation[] = [set(path, value, seen, randomUUID())];
    return saveAnswers(world.portal.ctx(world.editor), { applicationId: id, sectionKey, operations });
  }
  const isAnswered = async (path: string) =>
    (await listCorrectionItems(world.portal.db.read, id, 1)).find(
      ({ questionKey }) => path === questionKey || path.startsWith(`${questionKey}/`),
    )!.answeredAt !== null;

  it.each(flagged)("$name opens, and is answered by what says something else", async (kind) => {
    const { sectionKey, path, closed, otherwise, corrected } = kind;
    const before = (await draft()).sections.get(sectionKey)!.fields[path]!.v;
    expect(await save(sectionKey, closed, corrected)).toEqual({ ok: false, reason: "not_flagged" });
    expect(await save(sectionKey, path, corrected)).toMatchObject({ outcomes: [{ status: "saved" }] });
    expect(await isAnswered(path)).toBe(true);
    expect(await save(sectionKey, path, otherwise)).toMatchObject({ ok: true });
    expect(await isAnswered(path)).toBe(false);
    await save(sectionKey, path, before as RawValue);
    expect(await isAnswered(path)).toBe(false);
  });

  it("shows fields for what is flagged, and text for everything else", async () => {
    const open = await draft();
    const page = (sectionKey: string) => {
      const view = sectionView({
        ...{ draft: open, sectionKey, locale: "zh", now: world.portal.now, showIssues: false },
        ...{ personId: world.editor.personId, colleagues: [], present: [] },
      })!;
      const { form, section, blankRow } = view;
      return render(createElement(SectionQuestions, { view: form, section, blankRow }));
    };
    const names = [page("kinds"), page("cards"), page("papers")]
      .join("")
      .replaceAll(/<fieldset[^>]* disabled=""[^>]*>(?:(?!<fieldset)[\s\S])*?<\/fieldset>/g, "")
      .matchAll(/ name="([^"]+)"/g);
    const fields = new Set([...names].map(([, name = ""]) => name.replace(/\[\]$/, "")));
    const wanted = (name: string) =>
      [...fields].some((field) => field === name || field.startsWith(`${name}.`));
    for (const { key } of kinds) {
      expect(
        [...fields].some((field) => field.startsWith(key) && !field.startsWith(twin(key))),
        key,
      ).toBe(true);
      expect(
        [...fields].some((field) => field.startsWith(twin(key))),
        twin(key),
      ).toBe(false);
    }
    expect([wanted("title_en"), wanted("title_zh")]).toEqual([true, false]);
    for (const { key } of inCards) {
      expect(
        [...fields].some((field) => field.startsWith(`partners[0].${key}`)),
        `card ${key}`,
      ).toBe(true);
      expect(
        [...fields].some((field) => field.startsWith(`partners[1].${key}`)),
        `closed ${key}`,
      ).toBe(false);
    }
    expect([fields.has("file:plan"), fields.has("file:deck")]).toEqual([true, false]);
  });

  it("takes a file within its pages for a flagged one, and no other", async () => {
    const attach = (questionKey: string, pages: number) =>
      addFile(world.portal.ctx(world.editor), {
        ...{ applicationId: id, questionKey, fileName: `${questionKey}.pdf` },
        content: Readable.from([pdfOf(pages, questionKey)]),
      });
    expect(await attach("deck", 1)).toEqual({ ok: false, reason: "not_flagged" });
    expect(await attach("plan", 3)).toEqual({ ok: false, reason: "too-many-pages", pages: 3 });
    expect(await isAnswered("plan")).toBe(false);
    expect(await attach("plan", 2)).toMatchObject({ ok: true });
    expect(await isAnswered("plan")).toBe(true);
  });

  it("goes back with the old beside the new, in words", async () => {
    for (const { sectionKey, path, corrected } of flagged) await save(sectionKey, path, corrected);
    expect(await world.submit(id, { declared: ["truthful"] })).toMatchObject({ ok: true });
    const ctx = world.portal.ctx(world.owner);
    const [before, submission] = await Promise.all(
      [1, 2].map(async (version) => (await findSubmission(ctx, { applicationId: id, version }))!),
    );
    const flags = await listCorrectionItems(world.portal.db.read, id, 1);
    const links = await listFileLinks(world.portal.db.read, id);
    for (const { path, name, old, fresh } of flagged) {
      const flag = { ...flags.find(({ questionKey }) => path.startsWith(questionKey))!, questionKey: path };
      const compared = { links, typed: { verdicts: {} } as never, wrong: [], readOnly: false };
      const page = render(
        createElement(FlagComparison, {
          ...{ locale: "zh", flags: [flag], before: before!, submission: submission! },
          ...compared,
        }),
      );
      const marked = (tag: string) =>
        [...page.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "g"))].map(([, words]) => words).join(" ");
      expect(marked("del"), `${name}: before`).toContain(old);
      expect(marked("ins"), `${name}: after`).toContain(fresh);
    }
    const differences = flags.flatMap((flag) =>
      flagDifferences(
        submission!.definition,
        { raw: before!.snapshot.raw, files: before!.snapshot.files },
        { raw: submission!.snapshot.raw, files: submission!.snapshot.files },
        flag,
        links,
      ),
    );
    expect(differences).toHaveLength(flagged.length + 1);
  });
});
