import { currencyName } from "#app/domain/shared/currencies.ts";
import { compositeOf, compositeParts, partsAsTyped } from "../composite-field.ts";
import type { Field, Option } from "../definition.ts";
import { optionsOf } from "../format-answer.ts";
import { readDecimal } from "../parse-figure.ts";
import { readCountry } from "../parse-foreign-address.ts";
import type { RawValue } from "../raw-answers.ts";
import { type ScaleField, scaleLabel, scaleSteps } from "../scale-steps.ts";
import { unguardedCell } from "./guarded-cell.ts";
import { type MoneyUnit, readSheetMoney } from "./money-unit.ts";
import { readSheetDay, readSheetMonth } from "./sheet-date.ts";

/** What a draft takes at most; far above any limit of a form. */
const longestText = 20_000;
const longestChoice = 200;
const mostChoices = 300;
const longestPart = 500;

/**
 * A sheet's cell as a person would have typed it here: labels become codes, dates ISO, money 万元. What cannot be
 * read stays as it is, to be marked like any other wrong answer.
 */
export function readCell(field: Field, cell: string, unit: MoneyUnit = "wan"): RawValue {
  const text = unguardedCell(cell).replaceAll("\r\n", "\n").slice(0, longestText);
  const trimmed = text.trim();
  if (trimmed === "") return field.type === "multi_choice" ? [] : "";
  switch (field.type) {
    case "multi_choice":
      return readChoices(field.options, trimmed);
    case "yes_no":
      return yesOrNo(trimmed) ?? trimmed;
    case "declaration": {
      const ticked = yesOrNo(trimmed);
      return ticked === "no" ? "" : (ticked ?? trimmed);
    }
    case "date":
      return readSheetDay(trimmed) ?? trimmed;
    case "month":
      return readSheetMonth(trimmed) ?? trimmed;
    case "money":
      return readSheetMoney(trimmed, unit) ?? trimmed;
    case "percent":
      return readDecimal(trimmed) ? trimmed : withoutUnit(trimmed, ["%", "％"]);
    case "integer":
    case "decimal":
      return readDecimal(trimmed)
        ? trimmed
        : withoutUnit(trimmed, field.unit ? [field.unit.zh, field.unit.en] : []);
    case "address":
    case "foreign_address":
    case "person":
      return partsAsTyped(
        trimmed
          .split(/[|｜]/)
          .slice(0, compositeParts[field.type].length)
          .map((part) => part.trim().slice(0, longestPart)),
      );
    case "amount":
      if (compositeOf(field)) return readAmountParts(field, trimmed);
      return withoutUnit(
        trimmed,
        field.currencies.flatMap((code) => [code, currencyName(code, "zh")]),
      );
    case "scale":
      return stepOf(field, trimmed) ?? trimmed;
    case "country":
      return readCountry(field, trimmed) ?? trimmed.slice(0, longestChoice);
    case "short_text":
    case "long_text":
      return text;
    default: {
      const options = optionsOf(field);
      return options.length === 0 ? trimmed : (codeOf(options, trimmed) ?? trimmed.slice(0, longestChoice));
    }
  }
}

/** `USD 1,200.50`, `1200.50美元` as its two boxes; without a currency the second stays empty. */
function readAmountParts({ currencies }: Extract<Field, { type: "amount" }>, text: string): string[] {
  const plain = text.normalize("NFKC");
  const named = currencies
    .flatMap((code) =>
      [code, currencyName(code, "zh"), currencyName(code, "en")].map((name) => ({ code, name })),
    )
    .sort((a, b) => b.name.length - a.name.length)
    .find(({ name }) => startsOrEnds(plain.toLowerCase(), name.toLowerCase()));
  if (!named) return [text.slice(0, longestPart)];
  const at = plain.toLowerCase().startsWith(named.name.toLowerCase()) ? named.name.length : 0;
  const figure = at > 0 ? plain.slice(at) : plain.slice(0, plain.length - named.name.length);
  return [figure.trim().slice(0, longestPart), named.code];
}

const startsOrEnds = (text: string, name: string): boolean => text.startsWith(name) || text.endsWith(name);

/** A step by its figure, as `4 / 5`, or by its meaning. */
function stepOf(field: ScaleField, text: string): string | undefined {
  const [figure] = /^[0-9]+(?=\s*(\/|$|[（(]))/.exec(text.normalize("NFKC")) ?? [];
  if (figure !== undefined) return figure;
  const step = scaleSteps(field).find((each) => {
    const label = scaleLabel(field, each);
    return label !== undefined && [label.zh, label.en].some((name) => folded(name) === folded(text));
  });
  return step === undefined ? undefined : String(step);
}

/** `120 台` is 120 where the form counts in 台 itself. */
function withoutUnit(text: string, units: readonly string[]): string {
  const unit = units.find((candidate) => text.toLowerCase().endsWith(candidate.toLowerCase()));
  const figure = unit === undefined ? "" : text.slice(0, text.length - unit.length).trim();
  return readDecimal(figure) ? figure : text;
}

const yes = new Set(["是", "有", "对", "yes", "y", "true", "1", "√", "✓", "✔", "☑", "on"]);
const no = new Set(["否", "无", "不是", "没有", "no", "n", "false", "0", "×", "✗", "☐", "off"]);

function yesOrNo(text: string): "yes" | "no" | null {
  const word = text.normalize("NFKC").toLowerCase();
  return yes.has(word) ? "yes" : no.has(word) ? "no" : null;
}

/** Labels are compared without spaces and in one width: people type them by hand. */
const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

const namesOf = ({ code, label }: Option): string[] => [
  code,
  label.zh,
  label.en,
  `${code} ${label.zh}`,
  `${code} ${label.en}`,
];

function codeOf(options: readonly Option[], text: string): string | null {
  const wanted = folded(text);
  return options.find((option) => namesOf(option).some((name) => folded(name) === wanted))?.code ?? null;
}

const separator = /^[\s、,;/|]+/;

/** Several labels in one cell. A label may itself contain a comma, so the longest one that fits goes first. */
function readChoices(options: readonly Option[], text: string): string[] {
  const names = options
    .flatMap((option) => namesOf(option).map((name) => ({ code: option.code, name: folded(name) })))
    .sort((a, b) => b.name.length - a.name.length);
  const typed = text.split(/[、,，;；/|\n]+/).map((piece) => [folded(piece), piece.trim()] as const);
  const pieces = new Map(typed);
  const codes: string[] = [];
  let rest = folded(text.replaceAll("\n", ";"));
  for (;;) {
    rest = rest.replace(separator, "");
    if (rest === "") return [...new Set(codes)].slice(0, mostChoices);
    const fitting = names.find(({ name }) => rest.startsWith(name) && endsAt(rest, name.length));
    const piece = fitting?.name ?? /^[^、,;/|]+/.exec(rest)?.[0] ?? rest;
    codes.push(fitting?.code ?? (pieces.get(piece) ?? piece).slice(0, longestChoice));
    rest = rest.slice(piece.length);
  }
}

const endsAt = (text: string, at: number): boolean => at === text.length || separator.test(text.slice(at));
