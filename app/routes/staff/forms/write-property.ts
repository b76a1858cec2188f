import type { LocalText } from "#app/domain/forms/definition.ts";
import { conditionTree, emptyComparison } from "#app/domain/forms/edit/condition-tree.ts";
import type { Expression } from "#app/domain/forms/expression.ts";
import { writeFormula } from "#app/domain/forms/formula/write-formula.ts";
import { type EditorPlace, scopeOf } from "./editor-place.ts";
import type { NodeProperties, PropertyEditor } from "./node-properties.ts";
import { fitLines, lineOf } from "./row-lines.ts";
import { writeTree } from "./typed-condition.ts";

/** More rows than this are typed as lines. */
const mostRows = 40;

/** The fields of a property as it stands, the other way round from readProperty. */
export function writeProperty(
  name: string,
  editor: PropertyEditor,
  value: unknown,
  place: EditorPlace,
): Record<string, string> {
  switch (editor.as) {
    case "condition":
    case "required":
      return writeCondition(name, value, place);
    case "rows":
      return writeRows(name, editor.of, rowsIn(value, editor.keyed), place);
    case "lined":
      return writeLined(name, editor, (value ?? []) as Record<string, unknown>[], place);
    case "names":
    case "codes":
      return writeNames(name, (value ?? []) as string[]);
    default:
      return value === undefined ? {} : writeSimple(name, editor, value);
  }
}

function writeSimple(name: string, editor: PropertyEditor, value: unknown): Record<string, string> {
  switch (editor.as) {
    case "text": {
      const { zh, en } = value as LocalText;
      return { [`${name}.zh`]: zh, [`${name}.en`]: en };
    }
    case "flag":
      return value === true ? { [name]: "on" } : {};
    case "words":
      return { [name]: (value as string[]).join(", ") };
    case "some_of":
      return Object.fromEntries((value as string[]).map((one) => [`${name}.${one}`, "on"]));
    case "formula":
      return { [name]: writeFormula(value as Expression) };
    case "limits":
      return Object.fromEntries(
        Object.entries(value as Record<string, string | Record<string, number>>).flatMap(([of, said]) =>
          typeof said === "string"
            ? [[`${name}.${of}`, said]]
            : Object.entries(said).map(([bound, limit]) => [`${name}.${of}.${bound}`, String(limit)]),
        ),
      );
    default:
      return { [name]: String(value) };
  }
}

const rowsIn = (value: unknown, keyed: string | undefined): unknown[] =>
  keyed === undefined
    ? ((value ?? []) as unknown[])
    : Object.entries((value ?? {}) as Record<string, object>).map(([key, rest]) => ({
        [keyed]: key,
        ...rest,
      }));

function writeRows(
  name: string,
  of: "text" | NodeProperties,
  rows: readonly unknown[],
  place: EditorPlace,
): Record<string, string> {
  const fields = rows.flatMap((row, index) =>
    of === "text"
      ? Object.entries(writeProperty(`${name}.${index}`, { as: "text" }, row, place))
      : Object.entries(of).flatMap(([property, editor]) =>
          Object.entries(
            writeProperty(
              `${name}.${index}.${property}`,
              editor,
              (row as Record<string, unknown>)[property],
              place,
            ),
          ),
        ),
  );
  return { [`${name}.count`]: String(rows.length), ...Object.fromEntries(fields) };
}

/** The blank one at the end is there to be picked without any script. */
function writeNames(name: string, values: readonly string[]): Record<string, string> {
  const rows = [...values, ""].map((value, index) => [`${name}.${index}`, value] as const);
  return { [`${name}.count`]: String(rows.length), ...Object.fromEntries(rows) };
}

const writeLined = (
  name: string,
  { of, code }: Extract<PropertyEditor, { as: "lined" }>,
  rows: readonly Record<string, unknown>[],
  place: EditorPlace,
): Record<string, string> =>
  rows.length > mostRows && fitLines(rows, code)
    ? { [`${name}.lines`]: rows.map((row) => lineOf(row, code)).join("\n") }
    : writeRows(name, of, rows, place);

function writeCondition(name: string, value: unknown, place: EditorPlace): Record<string, string> {
  if (typeof value === "boolean") {
    const mode = name.endsWith("required") ? (value ? "always" : "never") : "formula";
    return {
      [`${name}.mode`]: mode,
      ...(mode === "formula" && { [`${name}.formula`]: writeFormula(value) }),
    };
  }
  const standing = (place.node["forEach"] as string | undefined) ?? "";
  const tree =
    value === undefined
      ? ({ kind: "all", parts: [emptyComparison] } as const)
      : conditionTree(value as Expression, scopeOf(place, { forEach: standing }));
  return {
    [`${name}.mode`]: "picked",
    ...writeTree(name, { ...tree, parts: [...tree.parts] }),
  };
}
