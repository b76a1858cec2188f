import { createElement } from "react";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { carriedOpId, carryOperations } from "#app/domain/applications/draft/carry-over.ts";
import { baseOf } from "#app/domain/applications/draft/rendered-base.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { type RawAnswers, type RawValue, rowsOf } from "#app/domain/forms/raw-answers.ts";
import { sampleAnswers } from "#app/domain/forms/sample-answers.ts";
import { carryOver } from "#app/features/applications/carry-over.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { profileForm } from "#app/features/profile-form.ts";
import { CarryPage } from "#app/routes/applicant/carry/carry-page.tsx";
import { carryView } from "#app/routes/applicant/carry/carry-view.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { render } from "#tests/unit/ui/render.tsx";
import { type FilingCompany, filingCompany, set } from "./filing-company.ts";
import { inCards, kinds, kindsFiling } from "./kinds-of-question.ts";

describe.each(DIALECTS)("taking over every kind of question on %s", (dialect) => {
  let world: FilingCompany;
  let earlier: string;
  beforeAll(async () => {
    world = await filingCompany(dialect, kindsFiling);
    earlier = await world.completed();
    const submitted = await world.submit(earlier, { declared: ["truthful"] });
    if (!submitted.ok) throw new Error(submitted.reason);
  });
  afterAll(() => world.portal.destroy());

  const draftOf = async (id: string) => (await findDraft(world.portal.ctx(world.owner), id))!;
  const viewOf = async (id: string, from: string) =>
    (await carryView(world.portal.ctx(world.owner), await draftOf(id), from, "zh"))!;
  const type = async (id: string, sectionKey: string, answers: Record<string, RawValue>) => {
    const operations = Object.entries(answers).map(([path, value]) => set(path, value));
    const saved = await saveAnswers(world.portal.ctx(world.owner), {
      ...{ applicationId: id, sectionKey, operations },
    });
    expect(saved).toMatchObject({ ok: true });
  };
  /** The rows of the page that shows the differences, as text, by question. */
  async function shown(id: string, from: string): Promise<Map<string, string>> {
    const page = render(
      createElement(CarryPage, { view: await viewOf(id, from), done: undefined, notice: undefined }),
    );
    const rows = [...page.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) => row.replace(/<[^>]+>/g, " "));
    return new Map(rows.map((row) => [row.trim().split(/\s+/)[0] ?? "", row]));
  }
  async function take(id: string, from: string) {
    const draft = await draftOf(id);
    const sections = (await viewOf(id, from)).sections.map(({ section, questions }) => ({
      sectionKey: section.section.key,
      operations: carryOperations({
        questions,
        base: baseOf(draft.sections.get(section.section.key)?.fields ?? {}),
        newOpId: () => carriedOpId(from === "profile" ? null : from, crypto.randomUUID()),
      }),
    }));
    const source = from === "profile" ? null : from;
    const input = { applicationId: id, from: source, sections };
    expect(await carryOver(world.portal.ctx(world.owner), input)).toMatchObject({ ok: true, left: 0 });
  }

  it("fills an empty application with the earlier one's answers, and then nothing differs", async () => {
    const id = await world.start();
    await take(id, earlier);
    const { raw } = await draftOf(id);
    for (const [key, value] of Object.entries(kindsFiling.answers)) expect(raw[key], key).toEqual(value);
    expect((await viewOf(id, earlier)).sections).toEqual([]);
  });

  it("shows what differs in words, and nothing that is only written otherwise", async () => {
    const written = await world.start();
    await type(written, "kinds", Object.fromEntries(kinds.map(({ key, otherwise }) => [key, otherwise])));
    const same = await shown(written, earlier);
    for (const { key } of kinds) expect(same.has(key), `${key} written otherwise`).toBe(false);

    const id = await world.start();
    await type(id, "kinds", Object.fromEntries(kinds.map(({ key, corrected }) => [key, corrected])));
    const rows = await shown(id, earlier);
    for (const { key, old, fresh } of kinds) {
      expect(rows.get(key), `${key}: there`).toContain(old);
      expect(rows.get(key), `${key}: here`).toContain(fresh);
    }
    await take(id, earlier);
    const { raw } = await draftOf(id);
    for (const { key, raw: theirs } of kinds) expect(raw[key], key).toEqual(theirs);
  });

  it("compares cards by what they say, box by box, and takes them over whole", async () => {
    const cells = (part: "otherwise" | "corrected") =>
      Object.fromEntries(
        ["a", "b"].flatMap((row) => inCards.map((kind) => [`partners/${row}/${kind.key}`, kind[part]])),
      );
    const written = await world.start();
    await type(written, "cards", cells("otherwise"));
    expect((await shown(written, earlier)).has("partners")).toBe(false);

    const id = await world.start();
    await type(id, "cards", cells("corrected"));
    expect((await shown(id, earlier)).has("partners")).toBe(true);
    await take(id, earlier);
    const rows = rowsOf((await draftOf(id)).raw, "partners");
    expect(rows).toEqual(kindsFiling.answers["partners"]);
  });

  const profileOf = (raw: RawAnswers) =>
    world.portal.db.write((trx) =>
      trx
        .updateTable("company")
        .set({ profile: JSON.stringify(raw) })
        .where("id", "=", world.companyId)
        .execute(),
    );
  const asked = [...compileForm(kindsFiling.definition).questionByKey.values()].flatMap(({ field }) =>
    "carryOver" in field && field.carryOver !== undefined ? [[field.key, field.carryOver] as const] : [],
  );

  it("starts from every answer of the company's profile, and then nothing differs", async () => {
    const profile = sampleAnswers(profileForm, "2026-11-02");
    await profileOf(profile);
    const id = await world.start();
    const { raw } = await draftOf(id);
    expect(asked.length).toBeGreaterThan(20);
    for (const [key, own] of asked) {
      if (Array.isArray(profile[own]) && profile[own].length === 0) continue;
      expect(raw[key], key).toEqual(profile[own]);
    }
    expect((await viewOf(id, "profile")).sections).toEqual([]);
  });

  it("shows what the profile has otherwise since, and takes it over", async () => {
    const first = sampleAnswers(profileForm, "2026-11-02");
    await profileOf({});
    const id = await world.start();
    await profileOf(first);
    const differing = (await viewOf(id, "profile")).sections.flatMap(({ questions }) => questions);
    const answered = asked.filter(([, own]) => first[own] !== undefined && String(first[own]) !== "");
    expect(new Set(differing.map(({ question }) => question.field.key))).toEqual(
      new Set(answered.map(([key]) => key)),
    );
    await take(id, "profile");
    expect((await viewOf(id, "profile")).sections).toEqual([]);
  });
});
