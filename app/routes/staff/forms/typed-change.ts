import {
  conditionExpression,
  type ConditionGroup,
  type ConditionNode,
  conditionTree,
  emptyComparison,
  emptyFigure,
  groupKinds,
  withNode,
  withoutNode,
} from "#app/domain/forms/edit/condition-tree.ts";
import { subjectExpression } from "#app/domain/forms/edit/condition-subject.ts";
import { readFormula } from "#app/domain/forms/formula/read-formula.ts";
import { writeFormula } from "#app/domain/forms/formula/write-formula.ts";
import { type EditorPlace, scopeOf, type Typed } from "./editor-place.ts";
import { propertiesAt } from "./properties-at.ts";
import { readProperty } from "./read-property.ts";
import { fitLines, lineOf } from "./row-lines.ts";
import { readTree, writeTree } from "./typed-condition.ts";
import { writeProperty } from "./write-property.ts";

/** What a button of the page does to what is typed; nothing is saved by it. `name|what|argument` */
export function changedTyped(command: string, typed: Typed, place: EditorPlace): Typed {
  const [name = "", what = "", argument = ""] = command.split("|");
  switch (what) {
    case "add":
    case "remove":
      return withTree(name, typed, grown(readTree(name, typed), what, argument));
    case "other":
      return { ...typed, [`${name}.t.${argument}.other`]: "?" };
    case "formula":
      return asFormula(name, typed, place);
    case "picked":
      return asPicked(name, typed, place);
    case "insert":
      return inserted(name, typed);
    case "lines":
    case "rows":
      return linedAs(what, name, typed, place);
    default:
      return rowMoved(name, what, Number(argument), typed);
  }
}

/** `add` takes `path kind`, `remove` a path. */
function grown(tree: ConditionGroup, what: "add" | "remove", argument: string): ConditionGroup {
  const [path = "", kind = ""] = argument.split(" ");
  if (what === "remove") return withoutNode(tree, path);
  const group = groupKinds.find((known) => known === kind);
  const node: ConditionNode = group
    ? { kind: group, parts: [emptyComparison] }
    : kind === "figure"
      ? { ...emptyFigure, parts: [emptyComparison] }
      : kind === "formula"
        ? { kind, text: "" }
        : emptyComparison;
  return withNode(tree, path, node);
}

const withTree = (name: string, typed: Typed, tree: ConditionGroup): Typed => ({
  ...without(typed, `${name}.t.`),
  ...writeTree(name, tree),
  [`${name}.mode`]: "picked",
});

const without = (typed: Typed, prefix: string): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([field]) => !field.startsWith(prefix)));

/** The same condition as a formula; what is not whole yet leaves the formula as it was. */
function asFormula(name: string, typed: Typed, place: EditorPlace): Typed {
  const result = conditionExpression(readTree(name, typed), scopeOf(place, typed));
  return {
    ...typed,
    ...(result.ok && { [`${name}.formula`]: writeFormula(result.expression) }),
    [`${name}.mode`]: "formula",
  };
}

function asPicked(name: string, typed: Typed, place: EditorPlace): Typed {
  const read = readFormula(typed[`${name}.formula`] ?? "");
  return read.ok ? withTree(name, typed, conditionTree(read.expression, scopeOf(place, typed))) : typed;
}

/** What was picked goes to the end of the formula, joined by the sign that was picked. */
function inserted(name: string, typed: Typed): Typed {
  const picked = subjectExpression(typed[`${name}.pick`] ?? "");
  if (picked === undefined) return typed;
  const standing = (typed[name] ?? "").trim();
  const sign = ["+", "-", "*", "/"].find((known) => known === typed[`${name}.sign`]) ?? "+";
  const text = writeFormula(picked);
  return { ...typed, [name]: standing === "" ? text : `${standing} ${sign} ${text}` };
}

function linedAs(form: "lines" | "rows", name: string, typed: Typed, place: EditorPlace): Typed {
  const editor = propertiesAt(place)[name];
  if (editor?.as !== "lined") return typed;
  const read = readProperty(name, editor, typed, place);
  if (!read.ok) return typed;
  const rows = (read.value ?? []) as Record<string, unknown>[];
  const rest = without(typed, `${name}.`);
  if (form === "rows") return { ...rest, ...writeProperty(name, { as: "rows", of: editor.of }, rows, place) };
  return fitLines(rows, editor.code)
    ? { ...rest, [`${name}.lines`]: rows.map((row) => lineOf(row, editor.code)).join("\n") }
    : typed;
}

/** Rows change places by their numbers; everything typed in them goes along. */
function rowMoved(name: string, what: string, row: number, typed: Typed): Typed {
  const count = Number(typed[`${name}.count`] ?? 0) || 0;
  const order = Array.from({ length: count }, (_, index) => index);
  if (what === "row-add") return { ...typed, [`${name}.count`]: String(Math.min(count + 1, 300)) };
  if (!(row >= 0 && row < count)) return typed;
  if (what === "row-remove") order.splice(row, 1);
  const step = what === "row-up" ? -1 : what === "row-down" ? 1 : 0;
  const target = row + step;
  if (step !== 0 && target >= 0 && target < count) {
    order[row] = target;
    order[target] = row;
  }
  const moved: Record<string, string> = { ...rowless(name, typed), [`${name}.count`]: String(order.length) };
  for (const [field, value] of Object.entries(typed)) {
    const found = rowField(name, field);
    if (!found) continue;
    const place = order.indexOf(found.row);
    if (place >= 0) moved[`${name}.${place}${found.rest}`] = value;
  }
  return moved;
}

const rowless = (name: string, typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([field]) => !rowField(name, field)));

function rowField(name: string, field: string): { row: number; rest: string } | undefined {
  if (!field.startsWith(`${name}.`)) return undefined;
  const found = /^(\d+)(\..*)?$/.exec(field.slice(name.length + 1));
  return found ? { row: Number(found[1]), rest: found[2] ?? "" } : undefined;
}
