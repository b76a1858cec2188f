import { checkDefinition } from "./check-definition.ts";
import type { DefinitionProblem } from "./definition-problem.ts";
import { formDefinitionSchema, type FormDefinition } from "./definition.ts";
import { isTooDeep, shapeProblems } from "./shape-problems.ts";

/** Bytes of a definition as a file; the largest form of the programme has a fifth of it. */
export const largestDefinitionFile = 1024 * 1024;

export type ReadDefinition =
  /** `problems` can be put right in the builder; the draft keeps them until then. */
  | { ok: true; definition: FormDefinition; problems: readonly DefinitionProblem[] }
  | { ok: false; reason: "empty" | "too_large" }
  /** Line and column, from 1, where reading stopped. */
  | { ok: false; reason: "not_json"; line: number; column: number }
  | { ok: false; reason: "problems"; problems: readonly DefinitionProblem[] };

/** A definition as it comes from a file. What names the same thing twice could not be edited and is refused. */
export function readDefinitionFile(text: string): ReadDefinition {
  if (new TextEncoder().encode(text).length > largestDefinitionFile)
    return { ok: false, reason: "too_large" };
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.trim() === "") return { ok: false, reason: "empty" };
  const json = parsed(plain);
  if (!json.ok) return { ok: false, reason: "not_json", ...json.place };
  const { source } = json;
  if (isTooDeep(source))
    return { ok: false, reason: "problems", problems: [{ code: "too_deep", place: {}, params: {} }] };
  const shape = formDefinitionSchema.safeParse(source);
  if (!shape.success)
    return { ok: false, reason: "problems", problems: shapeProblems(source, shape.error.issues) };
  const checked = checkDefinition(shape.data);
  const problems = checked.ok ? [] : checked.problems;
  const twice = problems.filter(({ code }) => code.startsWith("duplicate_"));
  return twice.length > 0
    ? { ok: false, reason: "problems", problems: twice }
    : { ok: true, definition: shape.data, problems };
}

type Place = { line: number; column: number };

function parsed(text: string): { ok: true; source: unknown } | { ok: false; place: Place } {
  try {
    return { ok: true, source: JSON.parse(text) as unknown };
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    return { ok: false, place: placeAt(text, position === undefined ? text.length : Number(position)) };
  }
}

function placeAt(text: string, position: number): Place {
  const lines = text.slice(0, position).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
