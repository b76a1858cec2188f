import { describe, expect, it } from "vitest";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { findNode } from "#app/domain/forms/edit/find-node.ts";
import type { NodeAddress } from "#app/domain/forms/edit/edit-operation.ts";
import { retyped } from "#app/domain/forms/edit/node-shape.ts";
import { applyEdit } from "#app/domain/forms/edit/apply-edit.ts";
import { saidOf } from "#app/routes/staff/forms/said.ts";
import type { EditorPlace, Typed } from "#app/routes/staff/forms/editor-place.ts";
import { propertiesAt } from "#app/routes/staff/forms/properties-at.ts";
import { readProperty } from "#app/routes/staff/forms/read-property.ts";
import { readProblemWords } from "#app/routes/staff/forms/read-problem-words.ts";
import { changedTyped } from "#app/routes/staff/forms/typed-change.ts";
import { writeProperty } from "#app/routes/staff/forms/write-property.ts";
import { smallForm } from "../forms/small-form.ts";

function placeOf(at: NodeAddress, definition: FormDefinition = smallForm): EditorPlace {
  return { definition, at, node: findNode(definition, at)!.node };
}

/** The note as a question of another type. */
function retypedAs(type: string): EditorPlace {
  const at = { kind: "question", key: "note" } as const;
  const result = applyEdit(smallForm, retyped(smallForm, at, type)!);
  return placeOf(at, (result as { definition: FormDefinition }).definition);
}

const note = placeOf({ kind: "question", key: "note" });
const condition = { as: "condition" } as const;
const blank = (place = note): Typed => writeProperty("visibleWhen", condition, undefined, place);

function value(typed: Typed, place = note) {
  const read = readProperty("visibleWhen", condition, typed, place);
  return read.ok ? read.value : readProblemWords(read.problem, "en");
}

describe("buttons of the builder that save nothing", () => {
  it("build a condition of groups within groups step by step, with what it says in both languages", () => {
    let typed: Typed = {
      ...blank(),
      "visibleWhen.t.0.subject": "ref:pledged",
      "visibleWhen.t.0.value": "yes",
    };
    expect(value(typed)).toEqual({ eq: [{ ref: "pledged" }, true] });
    typed = changedTyped("visibleWhen|add| any", typed, note);
    typed = { ...typed, "visibleWhen.t.1.0.subject": "ref:capital", "visibleWhen.t.1.0.operator": "ge" };
    expect(value(typed)).toBe("Enter a value, or compare with another answer");
    expect(saidOf("visibleWhen", condition, typed, note)?.en).toBe("Shown when “pledged” is “Yes”");
    typed = { ...typed, "visibleWhen.t.1.0.value": "much" };
    expect(value(typed)).toBe("The answer to this question is a number. Enter a number");
    typed = changedTyped("visibleWhen|add|1 some_row", { ...typed, "visibleWhen.t.1.0.value": "100" }, note);
    typed = { ...typed, "visibleWhen.t.1.1.0.subject": "cell:ratio", "visibleWhen.t.1.1.0.operator": "gt" };
    typed = { ...typed, "visibleWhen.t.1.1.0.value": "50" };
    expect(value(typed)).toBe("Choose a table");
    typed = { ...typed, "visibleWhen.t.1.1.table": "owners" };
    expect(value(typed)).toEqual({
      and: [
        { eq: [{ ref: "pledged" }, true] },
        {
          or: [
            { ge: [{ ref: "capital" }, 100] },
            { any: { of: "owners", where: { gt: [{ cell: "ratio" }, 50] } } },
          ],
        },
      ],
    });
    const said = saidOf("visibleWhen", condition, typed, note);
    expect(said?.zh).toMatch(/^当.*时显示$/);
    expect(said?.en).toMatch(/^Shown when /);
    typed = changedTyped("visibleWhen|remove|1", typed, note);
    expect(value(typed)).toEqual({ eq: [{ ref: "pledged" }, true] });
    typed = changedTyped("visibleWhen|remove|0", typed, note);
    expect(value(typed)).toBeUndefined();
  });

  it("pick a sum over some rows, which is kept as it stands by every way back", () => {
    let typed = changedTyped("visibleWhen|add| figure", blank(), note);
    const field = (part: string) => `visibleWhen.t.1.${part}`;
    typed = { ...typed, [field("table")]: "owners", [field("operator")]: "le", [field("value")]: "50" };
    expect(value(typed)).toBe("Choose a column");
    typed = { ...typed, [field("column")]: "ratio" };
    const sum = { of: "owners", value: { cell: "ratio" } };
    expect(value({ ...typed, [field("0.subject")]: "" })).toEqual({ le: [{ sum }, 50] });
    typed = { ...typed, [field("0.subject")]: "cell:who", [field("0.value")]: "公司" };
    const expression = { le: [{ sum: { ...sum, where: { eq: [{ cell: "who" }, "公司"] } } }, 50] };
    expect(value(typed)).toEqual(expression);
    expect(saidOf("visibleWhen", condition, typed, note)?.en).toBe(
      "Shown when the total of “ratio” in “owners” (rows where “who” is “公司”) is at most 50%",
    );
    expect(value(writeProperty("visibleWhen", condition, expression, note))).toEqual(expression);
    const written = changedTyped("visibleWhen|formula", typed, note);
    expect(value(changedTyped("visibleWhen|picked", written, note))).toEqual(expression);
  });

  it("compare with a share of another answer, which is kept as it stands by every way back", () => {
    const capital = { "visibleWhen.t.0.subject": "ref:capital", "visibleWhen.t.0.operator": "le" };
    let typed: Typed = changedTyped("visibleWhen|other|0", { ...blank(), ...capital }, note);
    typed = { ...typed, "visibleWhen.t.0.other": "sum:owners/ratio", "visibleWhen.t.0.share": "much" };
    expect(value(typed)).toBe("Enter the percentage as a number, such as 70");
    for (const [share, factor] of [
      ["70", 0.7],
      ["33.33", 0.3333],
      ["7", 0.07],
    ] as const) {
      const sum = { sum: { of: "owners", value: { cell: "ratio" } } };
      const expression = { le: [{ ref: "capital" }, { multiply: [factor, sum] }] };
      expect(value({ ...typed, "visibleWhen.t.0.share": share })).toEqual(expression);
      const back = writeProperty("visibleWhen", condition, expression, note);
      expect(back).toMatchObject({
        "visibleWhen.t.0.other": "sum:owners/ratio",
        "visibleWhen.t.0.share": share,
      });
      expect(value(back)).toEqual(expression);
    }
  });

  it("turn a condition into a formula and back", () => {
    const picked = {
      ...blank(),
      "visibleWhen.t.0.subject": "sum:owners/ratio",
      "visibleWhen.t.0.value": "100",
    };
    const typed = changedTyped("visibleWhen|formula", picked, note);
    expect(typed["visibleWhen.formula"]).toBe("sum(owners.ratio) = 100");
    const more = { ...typed, "visibleWhen.formula": "sum(owners.ratio) = 100 or count(owners) > 2" };
    const back = changedTyped("visibleWhen|picked", more, note);
    expect(back["visibleWhen.t.kind"]).toBe("any");
    expect(back["visibleWhen.t.1.subject"]).toBe("count:owners");
    expect(value(back)).toEqual(value(more));
  });

  it("point at the word of a formula that makes no sense", () => {
    const formula = (text: string) => value({ "visibleWhen.mode": "formula", "visibleWhen.formula": text });
    expect(formula("capital > 5 and pledgd = yes")).toMatch(/“pledgd”/);
    expect(formula("sum(owners.ration) = 100")).toMatch(/^“owners.ration”: /);
    expect(formula("capital > 5 and")).toMatch(/after “and”/);
    expect(formula('capital = "much"')).toMatch(/^“capital = "much"”: /);
  });

  it("add, move and remove rows with all that is typed in them", () => {
    const years = placeOf({ kind: "question", key: "years" });
    const rows = {
      as: "rows",
      of: { id: { as: "word" }, label: { as: "text" }, required: { as: "required" } },
    } as const;
    const standing = years.node["fixedRows"] as unknown[];
    const typed = writeProperty("fixedRows", rows, standing, years);
    const read = (fields: Typed) => {
      const result = readProperty("fixedRows", rows, fields, years);
      return result.ok ? result.value : result.problem;
    };
    expect(read(typed)).toEqual(standing);
    expect(read(changedTyped("fixedRows|row-down|0", typed, years))).toEqual(standing.toReversed());
    expect(read(changedTyped("fixedRows|row-up|0", typed, years))).toEqual(standing);
    expect(read(changedTyped("fixedRows|row-remove|0", typed, years))).toEqual(standing.slice(1));
    const added = {
      ...changedTyped("fixedRows|row-add|", typed, years),
      "fixedRows.2.id": "2023",
      "fixedRows.2.label.zh": "二〇二三",
    };
    expect(read(added)).toEqual([...standing, { id: "2023", label: { zh: "二〇二三", en: "二〇二三" } }]);
  });

  it("write options as lines and as rows", () => {
    const options = [
      { code: "a", label: { zh: "甲", en: "A" } },
      { code: "b", label: { zh: "乙", en: "B" }, hint: { zh: "说明", en: "Hint" } },
    ];
    const place = retypedAs("choice");
    const editor = propertiesAt(place)["options"]!;
    const lines = changedTyped("options|lines", writeProperty("options", editor, options, place), place);
    expect(lines["options.lines"]).toBe("a | 甲 | A\nb | 乙 | B | 说明 | Hint");
    const rows = changedTyped("options|rows", lines, place);
    expect(rows["options.lines"]).toBeUndefined();
    expect(readProperty("options", editor, rows, place)).toEqual({ ok: true, value: options });
  });

  it("take what was copied from a spreadsheet, and make codes where there are none", () => {
    const place = retypedAs("choice");
    const editor = propertiesAt(place)["options"]!;
    const read = (text: string) => readProperty("options", editor, { "options.lines": text }, place);
    const named = (code: string, zh: string, en: string) => ({ code, label: { zh, en } });
    const pasted = "现金\tCash grant\r\n\r\n土地\tLand, or use of it\r\n现金\tCash grant\r\n其他\t其他\r\n";
    expect(read(pasted)).toEqual({
      ok: true,
      value: [
        named("cash_grant", "现金", "Cash grant"),
        named("land_or_use_of_it", "土地", "Land, or use of it"),
        named("cash_grant_2", "现金", "Cash grant"),
        named("option_4", "其他", "其他"),
      ],
    });
    expect(read("s200\t200毫米\t200 mm")).toEqual({ ok: true, value: [named("s200", "200毫米", "200 mm")] });
    expect(read("只有一栏")).toMatchObject({ ok: false, problem: { code: "options" } });
    expect(read("a | 甲 | A | 说明 | ")).toMatchObject({ ok: false, problem: { code: "options" } });
  });

  it("write fixed rows as lines, unless one says when it is required", () => {
    const years = placeOf({ kind: "question", key: "years" });
    const editor = propertiesAt(years)["fixedRows"]!;
    const row = (id: string, more: object = {}) => ({ id, label: { zh: id, en: id }, ...more });
    const written = (rows: object[]) =>
      changedTyped("fixedRows|lines", writeProperty("fixedRows", editor, rows, years), years);
    const lines = written([row("2024"), row("2025")]);
    expect(lines["fixedRows.lines"]).toBe("2024 | 2024 | 2024\n2025 | 2025 | 2025");
    expect(readProperty("fixedRows", editor, lines, years)).toEqual({
      ok: true,
      value: [row("2024"), row("2025")],
    });
    expect(written([row("2024"), row("2025", { required: false })])["fixedRows.lines"]).toBeUndefined();
  });

  it("keep the unit of a text's limits, and none without limits", () => {
    const limits = { unit: "words", zh: { min: 20, max: 400 }, en: { max: 300 } };
    const editor = { as: "limits" } as const;
    const fields = writeProperty("limits", editor, limits, note);
    expect(fields).toMatchObject({ "limits.unit": "words", "limits.zh.max": "400", "limits.en.max": "300" });
    expect(readProperty("limits", editor, fields, note)).toEqual({ ok: true, value: limits });
    expect(readProperty("limits", editor, { "limits.unit": "words" }, note)).toEqual({ ok: true });
  });

  it("name the columns of a check of every row alone, whichever was picked first", () => {
    const editor = { as: "names", of: "places" } as const;
    const fields = { "at.count": "2", "at.0": "shareholders/amount", "at.1": "ratio" };
    const read = (typed: Typed) => readProperty("at", editor, typed, note);
    expect(read({ ...fields, forEach: "shareholders" })).toEqual({ ok: true, value: ["amount", "ratio"] });
    expect(read(fields)).toEqual({ ok: true, value: ["shareholders/amount", "ratio"] });
  });

  it("put what is picked into a formula", () => {
    const half = placeOf({ kind: "question", key: "half" });
    const typed = { value: "capital", "value.pick": "sum:owners/ratio", "value.sign": "*" };
    expect(changedTyped("value|insert", typed, half)["value"]).toBe("capital * sum(owners.ratio)");
  });
});

describe("another type", () => {
  it("keeps what both types know, and is taken back", () => {
    const at = { kind: "question", key: "pledge" } as const;
    const operation = retyped(smallForm, at, "choice");
    if (!operation) return expect.fail();
    const result = applyEdit(smallForm, operation);
    if (!result.ok) return expect.fail(JSON.stringify(result.problem));
    const { node } = findNode(result.definition, at)!;
    expect(node).toMatchObject({
      type: "choice",
      required: true,
      visibleWhen: { eq: [{ ref: "pledged" }, true] },
    });
    expect(node["limits"]).toBeUndefined();
    const back = applyEdit(result.definition, result.inverse);
    expect(back.ok && back.definition).toEqual(smallForm);
    expect(retyped(smallForm, at, "long_text")).toBeUndefined();
    expect(retyped(smallForm, { kind: "column", in: "owners", key: "who" }, "table")).toBeUndefined();
  });
});
