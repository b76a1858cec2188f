import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  changedQuestions,
  flagDifferences,
  readableDifferences,
} from "#app/domain/applications/flag-differences.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { smallForm } from "#tests/unit/forms/small-form.ts";

const row = (id: string, who: string, ratio: string) => ({ id, cells: { who, ratio } });
const raw: RawAnswers = { capital: "1440", owners: [row("r1", "甲", "60"), row("r2", "乙", "40")] };
const licence = (...names: string[]) =>
  names.map((name) => ({ id: `id ${name}`, name, sha256: `hash ${name}` }));
const files = { licence: licence("a.pdf", "b.pdf") };
const version = { raw, files };

const differ = (
  after: { raw?: RawAnswers; files?: typeof files },
  flag: { sectionKey: string; questionKey: string; fileId?: string },
  links: Parameters<typeof flagDifferences>[4] = [],
) => flagDifferences(smallForm, version, { ...version, ...after }, flag, links);
const capital = { sectionKey: "owners", questionKey: "capital" };
const owners = { sectionKey: "owners", questionKey: "owners" };
const papers = { sectionKey: "papers", questionKey: "licence" };

describe("an answer", () => {
  it.each([
    ["another figure", "1441", 1],
    ["the figure written otherwise", " 1,440.00 ", 0],
    ["nothing", "", 1],
    ["words that are no figure", "many", 1],
  ])("as %s", (_what, value, count) =>
    expect(differ({ raw: { ...raw, capital: value } }, capital)).toHaveLength(count),
  );

  it("that is no longer asked is gone", () => {
    const { capital: before, ...rest } = raw;
    expect(differ({ raw: rest }, capital)).toEqual([
      { kind: "answer", path: "capital", before, after: undefined },
    ]);
  });

  it("elsewhere is not this flag's", () => {
    expect(differ({ raw: { ...raw, capital: "1" } }, owners)).toEqual([]);
    expect(differ({ raw: { ...raw, capital: "1" } }, { sectionKey: "", questionKey: "" })).toHaveLength(1);
    expect(differ({ raw: { ...raw, capital: "1" } }, { sectionKey: "owners", questionKey: "" })).toHaveLength(
      1,
    );
  });
});

describe("a table", () => {
  const after = (...rows: ReturnType<typeof row>[]) => ({ raw: { ...raw, owners: rows } });
  const [first, second] = raw["owners"] as [ReturnType<typeof row>, ReturnType<typeof row>];

  it("shows the cell that changed, to the flag of its table, row or cell", () => {
    const changed = after(first, row("r2", "乙", "39"));
    const cell = { kind: "answer", path: "owners/r2/ratio", before: "40", after: "39" };
    for (const questionKey of ["owners", "owners/r2", "owners/r2/ratio"])
      expect(differ(changed, { ...owners, questionKey })).toEqual([cell]);
    for (const questionKey of ["owners/r1", "owners/r2/who"])
      expect(differ(changed, { ...owners, questionKey })).toEqual([]);
  });

  it("shows what stood in a row that went and what stands in one that came", () => {
    expect(differ(after(first, row("r3", "丙", "40")), owners)).toEqual([
      { kind: "row_removed", table: "owners", rowId: "r2" },
      { kind: "answer", path: "owners/r2/who", before: "乙", after: undefined },
      { kind: "answer", path: "owners/r2/ratio", before: "40", after: undefined },
      { kind: "row_added", table: "owners", rowId: "r3" },
      { kind: "answer", path: "owners/r3/who", before: undefined, after: "丙" },
      { kind: "answer", path: "owners/r3/ratio", before: undefined, after: "40" },
    ]);
  });

  it("with a row taken out and typed again is as it was", () => {
    expect(differ(after(first, row("r9", " 乙", "40.00")), owners)).toEqual([]);
  });

  it("in another order is changed, for the flag of the table alone", () => {
    expect(differ(after(second, first), owners)).toEqual([{ kind: "rows_moved", table: "owners" }]);
    expect(differ(after(second, first), { ...owners, questionKey: "owners/r1" })).toEqual([]);
  });
});

describe("files", () => {
  const after = (...names: string[]) => ({ files: { licence: licence(...names) } });
  const named = (name: string) => ({ id: `id ${name}`, name });

  it("stand beside what took their place, whatever the order of uploading", () => {
    const links = [
      { id: "id b.pdf", replacedBy: "id d.pdf" },
      { id: "id a.pdf", replacedBy: "id x.pdf" },
      { id: "id x.pdf", replacedBy: "id c.pdf" },
    ];
    const both = after("d.pdf", "c.pdf");
    const pair = (before: string, now: string) => ({
      ...{ kind: "file", question: "licence", before: named(before), after: named(now) },
    });
    expect(differ(both, papers, links)).toEqual([pair("a.pdf", "c.pdf"), pair("b.pdf", "d.pdf")]);
    expect(differ(both, { ...papers, fileId: "id b.pdf" }, links)).toEqual([pair("b.pdf", "d.pdf")]);
  });

  it("uploaded again unchanged are the same, under another name they are not", () => {
    const again = { id: "new", name: "b.pdf", sha256: "hash b.pdf" };
    const [a] = files.licence as [(typeof files.licence)[number]];
    expect(differ({ files: { licence: [a, again] } }, papers)).toEqual([]);
    expect(differ({ files: { licence: [a, { ...again, name: "c.pdf" }] } }, papers)).toHaveLength(1);
  });

  it("can come without any going, and go without any coming", () => {
    expect(differ(after("a.pdf", "b.pdf", "c.pdf"), papers)).toMatchObject([
      { before: undefined, after: named("c.pdf") },
    ]);
    expect(differ(after("a.pdf"), papers)).toMatchObject([{ before: named("b.pdf"), after: undefined }]);
  });
});

test("nothing differs from itself, and every difference has its way back", () => {
  const cell = fc.constantFrom("", "1", "1.00", "2", "乙", " 乙 ");
  const table = fc.uniqueArray(
    fc.record({ id: fc.constantFrom("r1", "r2", "r3", "r4"), who: cell, ratio: cell }),
    {
      ...{ selector: ({ id }) => id, maxLength: 4 },
    },
  );
  const versions = fc.record({ capital: cell, owners: table }).map(({ capital: typed, owners: rows }) => ({
    raw: { capital: typed, owners: rows.map(({ id, who, ratio }) => row(id, who, ratio)) } as RawAnswers,
    files: {},
  }));
  const all = { sectionKey: "", questionKey: "" };
  fc.assert(
    fc.property(versions, versions, (a, b) => {
      expect(flagDifferences(smallForm, a, a, all)).toEqual([]);
      expect(flagDifferences(smallForm, a, b, all).length === 0).toBe(
        flagDifferences(smallForm, b, a, all).length === 0,
      );
    }),
  );
});

test("questions that changed are those that say something else, not those written otherwise", () => {
  const changed = (after: RawAnswers, newFiles = files) =>
    changedQuestions(smallForm, version, { raw: after, files: newFiles });
  expect(changed({ ...raw, capital: " 1,440.00 " })).toEqual([]);
  expect(changed({ ...raw, capital: "1441" })).toEqual(["capital"]);
  expect(changed({ ...raw, owners: [row("r1", "甲", "60.00"), row("r9", "乙", "40")] })).toEqual([]);
  expect(changed({ ...raw, owners: [row("r1", "丙", "61"), row("r2", "乙", "39")] })).toEqual(["owners"]);
  expect(changed(raw, { licence: licence("a.pdf") })).toEqual(["licence"]);
});

describe("what a reader is shown of the changes", () => {
  const restrict = (change: (field: object) => object) =>
    ({
      ...smallForm,
      parts: smallForm.parts.map((part) => ({
        ...part,
        sections: part.sections.map((section) => ({
          ...section,
          groups: section.groups.map((group) => ({ ...group, questions: group.questions.map(change) })),
        })),
      })),
    }) as typeof smallForm;
  const after = {
    ...version,
    raw: { ...raw, capital: "1441", owners: [row("r1", "甲", "61"), row("r2", "乙", "39")] },
  };
  const seen = (form: typeof smallForm, showRestricted: boolean) => {
    const shown = readableDifferences(form, version, after, { links: [], showRestricted });
    return [...shown].map(([key, changes]) => [key, changes.length]);
  };

  it("is everything, question by question", () =>
    expect(seen(smallForm, false)).toEqual([
      ["capital", 1],
      ["owners", 2],
    ]));

  it("is nothing of a question kept to the office, unless they are of the office", () => {
    const form = restrict((field) =>
      (field as { key: string }).key === "capital" ? { ...field, restricted: true } : field,
    );
    expect(seen(form, false)).toEqual([["owners", 2]]);
    expect(seen(form, true)).toEqual([
      ["capital", 1],
      ["owners", 2],
    ]);
  });

  it("is nothing of a column kept to the office", () => {
    const form = restrict((field) => {
      const { columns } = field as { columns?: { key: string }[] };
      if (!columns) return field;
      const kept = columns.map((column) =>
        column.key === "ratio" ? { ...column, restricted: true } : column,
      );
      return { ...field, columns: kept };
    });
    expect(seen(form, false)).toEqual([["capital", 1]]);
  });
});
