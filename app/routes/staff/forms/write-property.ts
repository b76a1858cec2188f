import type { LocalText, Option } from "#app/domain/forms/definition.ts";
import { plainCondition } from "#app/domain/forms/edit/plain-condition.ts";
import type { Expression } from "#app/domain/forms/expression.ts";
import type { PropertyEditor } from "./node-properties.ts";

const blankRows = 2;

/** The fields of a property as it stands, the other way round from readProperty. */
export function writeProperty(name: string, editor: PropertyEditor, value: unknown): Record<string, string> {
  if (editor.as === "condition" || editor.as === "required") return writeCondition(name, editor, value);
  if (value === undefined) return {};
  switch (editor.as) {
    case "text": {
      const { zh, en } = value as LocalText;
      return { [`${name}.zh`]: zh, [`${name}.en`]: en };
    }
    case "flag":
      return value === true ? { [name]: "on" } : {};
    case "words":
      return { [name]: (value as string[]).join(", ") };
    case "json":
      return { [name]: JSON.stringify(value, null, 2) };
    case "options":
      return { [name]: (value as Option[]).map(optionLine).join("\n") };
    case "limits":
      return Object.fromEntries(
        Object.entries(value as Record<string, Record<string, number>>).flatMap(([language, bounds]) =>
          Object.entries(bounds).map(([bound, limit]) => [`${name}.${language}.${bound}`, String(limit)]),
        ),
      );
    default:
      return { [name]: String(value) };
  }
}

const optionLine = ({ code, label, hint }: Option): string =>
  [code, label.zh, label.en, ...(hint ? [hint.zh, hint.en] : [])].join(" | ");

function writeCondition(name: string, editor: PropertyEditor, value: unknown): Record<string, string> {
  const isAnswer = editor.as === "required" && typeof value === "boolean";
  const plain = isAnswer ? plainCondition(undefined) : plainCondition(value as Expression | undefined);
  const mode = isAnswer
    ? value
      ? "always"
      : "never"
    : plain
      ? value === undefined
        ? ""
        : "picked"
      : "json";
  const blank = { ref: "", operator: "eq", value: "" };
  const rows = [...(plain?.terms ?? []), ...Array.from({ length: blankRows }, () => blank)];
  return {
    [`${name}.mode`]: mode,
    [`${name}.join`]: plain?.join ?? "all",
    [`${name}.json`]: value === undefined || isAnswer ? "" : JSON.stringify(value, null, 2),
    ...Object.fromEntries(
      rows.flatMap(({ ref, operator, value: compared }, row) => [
        [`${name}.${row}.ref`, ref],
        [`${name}.${row}.operator`, operator],
        [`${name}.${row}.value`, compared],
      ]),
    ),
  };
}
