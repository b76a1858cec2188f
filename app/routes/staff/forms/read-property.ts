import type { FormDefinition } from "#app/domain/forms/definition.ts";
import {
  expressionOfPlain,
  type PlainOperator,
  type PlainTerm,
  plainOperators,
} from "#app/domain/forms/edit/plain-condition.ts";
import { parseDecimal } from "#app/domain/shared/decimal.ts";
import type { PropertyEditor } from "./node-properties.ts";

export type Typed = Readonly<Record<string, string>>;

/** What was typed for one property; absent for nothing. */
export type ReadProperty =
  { ok: true; value?: unknown } | { ok: false; reason: "number" | "json" | "options" };

const nothing = { ok: true } as const;

/** The property a page's fields describe; what cannot be read says why and stays as typed. */
export function readProperty(
  name: string,
  editor: PropertyEditor,
  typed: Typed,
  definition: FormDefinition,
): ReadProperty {
  const value = (typed[name] ?? "").trim();
  switch (editor.as) {
    case "text":
      return readText(typed[`${name}.zh`] ?? "", typed[`${name}.en`] ?? "");
    case "number":
      return value === "" ? nothing : readNumber(value);
    case "flag":
      return value === "on" ? { ok: true, value: true } : nothing;
    case "word":
    case "one_of":
      return value === "" ? nothing : { ok: true, value };
    case "words": {
      const list = value.split(/[,，、\s]+/).filter((word) => word !== "");
      return list.length === 0 ? nothing : { ok: true, value: list };
    }
    case "json":
      return value === "" ? nothing : readJson(value);
    case "options":
      return readOptions(value);
    case "limits":
      return readLimits(name, typed);
    case "condition":
    case "required":
      return readCondition(name, typed, definition);
  }
}

function readText(zh: string, en: string): ReadProperty {
  const text = { zh: normal(zh), en: normal(en) };
  return text.zh === "" && text.en === "" ? nothing : { ok: true, value: text };
}

/** Browsers send line breaks as CRLF. */
const normal = (text: string): string => text.replaceAll("\r\n", "\n").trim();

const readNumber = (text: string): ReadProperty =>
  parseDecimal(text) === null ? { ok: false, reason: "number" } : { ok: true, value: Number(text) };

function readJson(text: string): ReadProperty {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, reason: "json" };
  }
}

/** One option a line: code | 中文 | English, and the hint in both where there is one. */
function readOptions(text: string): ReadProperty {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const options = lines.map((line) => line.split(/[|｜]/).map((cell) => cell.trim()));
  if (options.some((cells) => (cells.length !== 3 && cells.length !== 5) || cells.includes("")))
    return { ok: false, reason: "options" };
  if (options.length === 0) return nothing;
  return {
    ok: true,
    value: options.map(([code = "", zh = "", en = "", hintZh, hintEn]) => ({
      code,
      label: { zh, en },
      ...(hintZh !== undefined && { hint: { zh: hintZh, en: hintEn } }),
    })),
  };
}

function readLimits(name: string, typed: Typed): ReadProperty {
  const read: Record<string, Record<string, number>> = {};
  for (const language of ["zh", "en"])
    for (const bound of ["min", "max"]) {
      const text = (typed[`${name}.${language}.${bound}`] ?? "").trim();
      if (text === "") continue;
      if (!/^\d{1,6}$/.test(text)) return { ok: false, reason: "number" };
      read[language] = { ...read[language], [bound]: Number(text) };
    }
  return Object.keys(read).length === 0 ? nothing : { ok: true, value: read };
}

/** As picked row by row, or as typed in the language of expressions. */
function readCondition(name: string, typed: Typed, definition: FormDefinition): ReadProperty {
  const mode = typed[`${name}.mode`];
  if (mode === "always") return { ok: true, value: true };
  if (mode === "never") return { ok: true, value: false };
  if (mode === "json") {
    const text = (typed[`${name}.json`] ?? "").trim();
    return text === "" ? nothing : readJson(text);
  }
  if (mode !== "picked") return nothing;
  const terms = termRows(name, typed).filter(({ ref }) => ref !== "");
  const value = expressionOfPlain(
    { join: typed[`${name}.join`] === "any" ? "any" : "all", terms },
    definition,
  );
  return value === undefined ? nothing : { ok: true, value };
}

/** The rows of a picker as typed, empty ones too. */
export function termRows(name: string, typed: Typed): PlainTerm[] {
  const rows: PlainTerm[] = [];
  for (let row = 0; typed[`${name}.${row}.ref`] !== undefined && row < 40; row++) {
    const operator = typed[`${name}.${row}.operator`] ?? "eq";
    rows.push({
      ref: typed[`${name}.${row}.ref`] ?? "",
      operator: isOperator(operator) ? operator : "eq",
      value: (typed[`${name}.${row}.value`] ?? "").trim(),
    });
  }
  return rows;
}

const isOperator = (name: string): name is PlainOperator =>
  (plainOperators as readonly string[]).includes(name);
