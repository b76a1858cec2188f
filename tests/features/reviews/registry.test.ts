import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { confirmRegistry } from "#app/features/reviews/registry/confirm-registry.ts";
import { findReviewer } from "#app/features/reviews/registry/find-reviewer.ts";
import { listReviewers, type ReviewerFilter } from "#app/features/reviews/registry/list-reviewers.ts";
import { saveRegistry } from "#app/features/reviews/registry/save-registry.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { DIALECTS, type TestDatabase, testDatabase } from "#tests/support/database.ts";

const expertise: RawAnswers = {
  discipline: "technology",
  segments: ["epitaxy", "substrate"],
  materials: [],
  devices: [],
  fields: [],
  languages: ["zh", "en"],
  keywords: "碳化硅外延、深能级缺陷",
  expertise_text: "长期从事碳化硅同质外延和缺陷控制，能评判外延工艺与材料检测方案。",
};
const employers: RawAnswers = {
  employers: [
    { id: "old", cells: { employer: "甲子示例大学", employed_from: "2010-03", employed_to: "2019-06" } },
    { id: "now", cells: { employer: "乙丑示例研究院", employed_from: "2019-07" } },
  ],
};
const everything: [string, RawAnswers][] = [
  ["expertise", expertise],
  ["employers", employers],
  [
    "interests",
    {
      ties: [{ id: "t1", cells: { tie_company: "丙寅示例公司", tie_kind: "adviser", tie_from: "2024-01" } }],
    },
  ],
  ["availability", { max_load: "7", absences: [] }],
];

describe.each(DIALECTS)("the registry of reviewers on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());

  const as = (actor: PersonActor) => office.as(actor);
  const standing = async (reviewer: PersonActor) => (await findReviewer(as(reviewer), reviewer.personId))!;
  const save = async (reviewer: PersonActor, sectionKey: string, typed: RawAnswers) => {
    const { raw } = await standing(reviewer);
    return saveRegistry(as(reviewer), { personId: reviewer.personId, sectionKey, base: raw, typed });
  };
  async function fill(reviewer: PersonActor) {
    for (const [section, typed] of everything)
      expect(await save(reviewer, section, typed)).toEqual({ ok: true, conflicts: [] });
  }
  const profileOf = (person: PersonActor) =>
    db.read
      .selectFrom("reviewer_profile")
      .selectAll()
      .where("person_id", "=", person.personId)
      .executeTakeFirstOrThrow();

  it("begins with what the office noted, and keeps what the reviewer types", async () => {
    const reviewer = await office.addReviewer("蒋示例", { affiliation: "旧示例单位", max_load: 4 });
    const before = await standing(reviewer);
    expect(before).toMatchObject({ version: 0, confirmed: null, raw: { max_load: "4" } });
    expect(before.problems).toBeGreaterThan(0);
    await save(reviewer, "availability", { max_load: "九" });
    expect(await standing(reviewer)).toMatchObject({ version: 1, raw: { max_load: "九" } });
    expect((await standing(reviewer)).raw["employers"]).toEqual(before.raw["employers"]);
  });

  it("is confirmed as read: assignment goes by it, and a later change waits beside it", async () => {
    const reviewer = await office.addReviewer("沈示例");
    await fill(reviewer);
    const { version, problems } = await standing(reviewer);
    expect(problems).toBe(0);
    const { personId } = reviewer;
    const confirm = (read: number) => confirmRegistry(as(office.officer), { personId, version: read });
    expect(await confirm(version - 1)).toEqual({ ok: false, reason: "stale" });
    expect(await confirm(version)).toEqual({ ok: true });
    expect(await confirm(version)).toEqual({ ok: false, reason: "nothing_new" });
    expect(await profileOf(reviewer)).toMatchObject({
      affiliation: "乙丑示例研究院",
      discipline: "technology",
      max_load: 7,
      expertise: JSON.stringify(["材料（衬底）", "外延", "碳化硅外延", "深能级缺陷"]),
    });
    await save(reviewer, "availability", { max_load: "3", absences: [] });
    const after = (await findReviewer(as(office.auditor), personId))!;
    expect(after).toMatchObject({ raw: { max_load: "3" }, mayEdit: false, mayConfirm: false });
    expect(after.confirmed).toMatchObject({ version, by: "周示例", raw: { max_load: "7" } });
    expect(await profileOf(reviewer)).toMatchObject({ max_load: 7 });
    const events = await db.read
      .selectFrom("event")
      .select("type")
      .where("subject_id", "=", personId)
      .where("type", "like", "reviewer.%")
      .orderBy("seq")
      .execute();
    expect(events.map(({ type }) => type)).toEqual([
      ...everything.map(() => "reviewer.registry_changed"),
      "reviewer.registry_confirmed",
      "reviewer.registry_changed",
    ]);
  });

  it("is not confirmed while something is missing or wrong", async () => {
    const reviewer = await office.addReviewer("秦示例");
    await fill(reviewer);
    await save(reviewer, "employers", {
      employers: [
        {
          id: "now",
          cells: { employer: "乙丑示例研究院", employed_from: "2019-07", employed_to: "2018-01" },
        },
      ],
    });
    const { version, problems } = await standing(reviewer);
    expect(problems).toBe(1);
    const confirmed = await confirmRegistry(as(office.officer), { personId: reviewer.personId, version });
    expect(confirmed).toEqual({ ok: false, reason: "incomplete" });
  });

  it("overwrites nothing that was changed in another tab", async () => {
    const reviewer = await office.addReviewer("尤示例");
    await fill(reviewer);
    const { raw } = await standing(reviewer);
    await save(reviewer, "availability", { max_load: "9" });
    const late = { personId: reviewer.personId, sectionKey: "availability", base: raw };
    const saved = await saveRegistry(as(reviewer), { ...late, typed: { max_load: "2" } });
    expect(saved).toEqual({ ok: true, conflicts: [{ path: "max_load", theirs: "9" }] });
    expect((await standing(reviewer)).raw["max_load"]).toBe("9");
  });

  it("belongs to the reviewer and the office alone", async () => {
    const reviewer = await office.addReviewer("何示例");
    const other = await office.addReviewer("吕示例");
    await fill(reviewer);
    const { personId } = reviewer;
    const { raw, version } = await standing(reviewer);
    for (const stranger of [other, office.owner, office.member, office.chair]) {
      expect(await findReviewer(as(stranger), personId)).toBeUndefined();
      expect((await listReviewers(as(stranger), everybody, null)).rows).toEqual([]);
      expect(await confirmRegistry(as(stranger), { personId, version })).toMatchObject({
        reason: "not_found",
      });
    }
    const typed = { max_load: "1" };
    const theft = { personId, sectionKey: "availability", base: raw, typed };
    expect(await saveRegistry(as(other), theft)).toMatchObject({ reason: "not_found" });
    expect(await saveRegistry(as(office.officer), theft)).toMatchObject({ reason: "not_allowed" });
    expect(await saveRegistry(as(reviewer), { ...theft, sectionKey: "expertise" })).toMatchObject({
      reason: "not_in_form",
    });
    expect(await confirmRegistry(as(office.auditor), { personId, version })).toMatchObject({
      reason: "not_allowed",
    });
  });

  it("is listed by name, with what waits for the office", async () => {
    const list = async (filter: Partial<ReviewerFilter>) =>
      (await listReviewers(as(office.officer), { ...everybody, ...filter }, null)).rows.map(
        ({ name, state }) => `${name} ${state}`,
      );
    expect(await list({ text: "沈示例" })).toEqual(["沈示例 waiting"]);
    expect(await list({ state: "confirmed" })).toEqual([]);
    expect(await list({ state: "not_given" })).toEqual(["吕示例 not_given"]);
    expect(await list({ text: "碳化硅外延" })).toEqual(["沈示例 waiting"]);
    expect(await list({ discipline: "finance" })).toEqual([]);
    expect((await list({})).length).toBe(6);
  });
});

const everybody: ReviewerFilter = { text: "", discipline: null, state: null };
