import { parseWithZod } from "@conform-to/zod/v4";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceOfAnswers } from "#app/domain/forms/difference-of-answers.ts";
import { isRows, type RawAnswers } from "#app/domain/forms/raw-answers.ts";
import {
  cellName,
  checkedSectionSchema,
  conformDefaults,
  fieldErrors,
  fieldName,
  rowIdName,
  sectionSchema,
} from "#app/domain/forms/section-schema.ts";
import { issueSentence } from "#app/i18n/messages/form-issues.ts";
import { c5Definition, exampleAnswersC5, exampleEnvC5 } from "#tests/world/example-answers-c5.ts";

const sections = c5Definition.parts.flatMap((part) => part.sections);

function submitted(sectionKey: string, entries: [string, string][]): RawAnswers {
  const formData = new FormData();
  for (const [name, value] of entries) formData.append(name, value);
  const submission = parseWithZod(formData, {
    schema: sectionSchema(c5Definition, sectionKey),
    disableAutoCoercion: true,
  });
  if (submission.status !== "success") throw new Error(`refused: ${JSON.stringify(submission.error)}`);
  return submission.value;
}

/** As a browser sends the page: a hidden empty value first for what can be left unticked. */
function entriesOf(sectionKey: string, raw: RawAnswers): [string, string][] {
  const questions =
    sections.find(({ key }) => key === sectionKey)?.groups.flatMap((group) => group.questions) ?? [];
  return questions.flatMap((question): [string, string][] => {
    const value = raw[question.key];
    if (question.type === "file" || question.type === "static" || question.type === "computed") return [];
    if (question.type === "table") {
      return (isRows(value) ? value : []).flatMap((row, index): [string, string][] => [
        [rowIdName(question.key, index), row.id],
        ...Object.entries(row.cells).flatMap(([column, cell]): [string, string][] =>
          [cell].flat().map((one) => [cellName(question.key, index, column), one]),
        ),
      ]);
    }
    if (question.type === "multi_choice") {
      return ["", ...[value ?? []].flat()].map((one) => [question.key, String(one)]);
    }
    return [[question.key, typeof value === "string" ? value : ""]];
  });
}

describe("a section posted as the page shows it", () => {
  test.each(sections.map(({ key }) => key))("%s changes nothing", (key) => {
    const posted = submitted(key, entriesOf(key, exampleAnswersC5));
    expect(differenceOfAnswers(exampleAnswersC5, posted)).toEqual([]);
  });
});

describe("keeps what was typed", () => {
  test("wrong, blank and padded", () => {
    expect(
      submitted("ownership", [
        ["paid_in_capital", " 1.16亿 "],
        ["registered_capital", ""],
      ]),
    ).toEqual({
      paid_in_capital: " 1.16亿 ",
      registered_capital: "",
    });
  });

  test("a name that was not on the page is not touched", () => {
    expect(submitted("ownership", [["paid_in_capital", "1"]])).not.toHaveProperty("share_encumbrance");
  });

  test("a choice left open, taken, and taken back", () => {
    expect(submitted("ownership", [["share_encumbrance", ""]])).toEqual({ share_encumbrance: "" });
    expect(
      submitted("ownership", [
        ["share_encumbrance", ""],
        ["share_encumbrance", "yes"],
      ]),
    ).toEqual({ share_encumbrance: "yes" });
    expect(submitted("filing", [["instrument", ""]])).toEqual({ instrument: [] });
    expect(
      submitted("filing", [
        ["instrument", ""],
        ["instrument", "bank"],
        ["instrument", "direct_equity"],
      ]),
    ).toEqual({
      instrument: ["bank", "direct_equity"],
    });
  });

  test("rows with their ids, in their order, gaps and strangers passed over", () => {
    expect(
      submitted("ownership", [
        ["shareholders[0].id", "r7"],
        ["shareholders[0].holder_name", "甲"],
        ["shareholders[2].id", "r2"],
        ["shareholders[2].is_controller", ""],
        ["shareholders[2].is_controller", "yes"],
        ["shareholders[2].nonsense", "x"],
        ["nonsense", "x"],
      ]),
    ).toEqual({
      shareholders: [
        { id: "r7", cells: { holder_name: "甲" } },
        { id: "r2", cells: { is_controller: "yes" } },
      ],
    });
  });

  test("fixed rows even without their ids", () => {
    expect(
      submitted("finance", [
        ["statements[0].revenue", "1"],
        ["statements[1].revenue", "2"],
      ]),
    ).toEqual({
      statements: [
        { id: "2023", cells: { revenue: "1" } },
        { id: "2024", cells: { revenue: "2" } },
      ],
    });
  });

  test("whatever names and values a form may carry", () => {
    const name = fc.oneof(
      fc.constantFrom(
        "shareholders",
        "shareholders[0]",
        "shareholders[0].id",
        "shareholders[1].ratio",
        "registered_capital",
        "share_encumbrance.x",
        "__proto__",
        "shareholders[99999].ratio",
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ maxLength: 8 })), { maxLength: 8 }), (entries) => {
        const formData = new FormData();
        for (const [key, value] of entries) formData.append(key, value);
        const submission = parseSafely(formData);
        if (submission) expect(submission.status).toBe("success");
      }),
    );
  });
});

/** Conform itself throws on a few impossible names (`a` and `a.b` at once); those are not ours to mend. */
function parseSafely(formData: FormData) {
  try {
    return parseWithZod(formData, {
      schema: sectionSchema(c5Definition, "ownership"),
      disableAutoCoercion: true,
    });
  } catch {
    return null;
  }
}

describe("errors stand at Conform’s names", () => {
  const raw: RawAnswers = {
    ...exampleAnswersC5,
    paid_in_capital: "116,000,000.00",
    shareholders: [
      {
        id: "a",
        cells: {
          holder_name: "甲",
          holder_type: "company",
          subscribed: "1",
          paid_in: "1",
          ratio: "99",
          holder_uscc: "91149900MA0L5C3PXE",
        },
      },
    ],
  };

  test("in the reply of the checked schema", () => {
    const formData = new FormData();
    for (const [name, value] of entriesOf("ownership", raw)) formData.append(name, value);
    const submission = parseWithZod(formData, {
      schema: checkedSectionSchema(c5Definition, "ownership", {
        raw: exampleAnswersC5,
        env: exampleEnvC5,
        sentence: (issue) => issueSentence(issue, "zh"),
      }),
      disableAutoCoercion: true,
    });
    expect(submission.status).toBe("error");
    const reply = submission.reply();
    expect(reply.error?.["paid_in_capital"]?.[0]).toBe(
      "这里按“万元”填写。如果实际是1.16亿元，请填 11,600.00",
    );
    expect(reply.error?.["shareholders[0].holder_uscc"]?.[0]).toContain("末位是E，按前17位算应为F");
    expect(reply.error?.["shareholders"]).toEqual(["持股比例合计应为100.0000%，还差1.0000%。"]);
    expect(reply.initialValue?.["paid_in_capital"]).toBe("116,000,000.00");
  });

  test("and by themselves", () => {
    expect(fieldName("shareholders/r2/ratio", exampleAnswersC5)).toBe("shareholders[1].ratio");
    expect(fieldName("registered_capital", exampleAnswersC5)).toBe("registered_capital");
    const issue = { path: "shareholders/r2/ratio" } as never;
    expect(fieldErrors([issue, issue], exampleAnswersC5, () => "!")).toEqual({
      "shareholders[1].ratio": ["!", "!"],
    });
  });
});

test("the defaults of a section name every answer, fixed rows included", () => {
  const defaults = conformDefaults(c5Definition, "finance", {});
  expect(defaults["latest_month"]).toBe("");
  expect(defaults["statements"]).toEqual([{ id: "2023" }, { id: "2024" }, { id: "2025" }, { id: "latest" }]);
  expect(conformDefaults(c5Definition, "ownership", exampleAnswersC5)["shareholders"]).toHaveLength(6);
});

test("the schema of a section is compiled once", () => {
  expect(sectionSchema(c5Definition, "filing")).toBe(sectionSchema(c5Definition, "filing"));
  expect(() => sectionSchema(c5Definition, "nowhere")).toThrow("no section nowhere");
});
