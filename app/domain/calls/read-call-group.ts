import { formatWan, parseMoneyWan } from "../shared/money.ts";
import { type CallDocument, callDocumentSchema, type CallGroup, emptyText } from "./call-document.ts";
import { type CallField, callFields } from "./call-fields.ts";

type Typed = Readonly<Record<string, string>>;
type Value = { [key: string]: unknown };

export interface ReadGroup<G extends CallGroup> {
  /** What was typed; a figure that could not be read is as it was before. */
  value: CallDocument[G];
  /** Fields whose text is no amount, by path within the group. */
  unread: string[];
}

/** A group out of a posted form whose fields are named by path: `fit.0.zh`. `before` stands in for what cannot be read. */
export function readCallGroup<G extends CallGroup>(
  group: G,
  typed: Typed,
  before: CallDocument[G],
): ReadGroup<G> {
  const unread: string[] = [];
  const value = readFields(callFields[group], "", { typed, unread }, before as Value);
  const shape = callDocumentSchema.shape[group].safeParse(value);
  // Nothing a page sends fails here; what somebody made up stays out.
  return { value: (shape.success ? shape.data : before) as CallDocument[G], unread };
}

interface Reading {
  typed: Typed;
  unread: string[];
}

function readFields(fields: readonly CallField[], at: string, reading: Reading, before: Value): Value {
  return Object.fromEntries(
    fields.map((field) => [field.key, readField(field, `${at}${field.key}`, reading, before[field.key])]),
  );
}

function readField(field: CallField, path: string, reading: Reading, before: unknown): unknown {
  const { typed } = reading;
  const plain = (name: string) => (typed[name] ?? "").replaceAll("\r\n", "\n").trim();
  switch (field.as) {
    case "text":
    case "prose":
      return { zh: plain(`${path}.zh`), en: plain(`${path}.en`) };
    case "texts":
      return rowsIn(typed, path).map((row) => ({ zh: plain(`${row}.zh`), en: plain(`${row}.en`) }));
    case "rows":
      return rowsIn(typed, path).map((row, index) =>
        readFields(field.fields, `${row}.`, reading, ((before ?? []) as Value[])[index] ?? {}),
      );
    case "money":
      return readMoney(plain(path), path, reading, before);
    case "decimal":
    case "count":
      return plain(path).normalize("NFKC").replace(/%$/, "");
    case "moment":
      return plain(path).replace(" ", "T").slice(0, 16);
    default:
      return plain(path);
  }
}

function readMoney(text: string, path: string, { unread }: Reading, before: unknown): number | null {
  if (text === "") return null;
  const money = parseMoneyWan(text);
  if (money.ok) return money.value;
  unread.push(path);
  return (before ?? null) as number | null;
}

/** `fit.0`, `fit.1` …: as many rows as the form has, in its order. */
function rowsIn(typed: Typed, path: string): string[] {
  const prefix = `${path}.`;
  const indexes = Object.keys(typed)
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length).split(".")[0]));
  const known = [...new Set(indexes.filter((index) => Number.isInteger(index) && index >= 0 && index < 200))];
  return known.sort((a, b) => a - b).map((index) => `${path}.${index}`);
}

/** The fields of a page for a group: what `readCallGroup` reads back to the same value. */
export function writeCallGroup<G extends CallGroup>(
  group: G,
  value: CallDocument[G],
): Record<string, string> {
  const out: Record<string, string> = {};
  const write = (path: string, inner: unknown) => {
    if (typeof inner === "string") out[path] = inner;
    else if (typeof inner === "number") out[path] = formatWan(inner).replace(/\.00$/, "");
    else if (inner === null) out[path] = "";
    else
      for (const [key, next] of Object.entries(inner as object)) write(path ? `${path}.${key}` : key, next);
  };
  write("", value);
  return out;
}

export type RowAct = { act: "add" | "remove" | "up" | "down"; key: string; index: number };

/** `add:fit`, `up:fit.2`; undefined for anything else. */
export function readRowAct(text: string): RowAct | undefined {
  const [, act, key, index] = /^(add|remove|up|down):([a-z]+)(?:\.(\d{1,3}))?$/i.exec(text) ?? [];
  if (!act || !key || (act !== "add" && index === undefined)) return undefined;
  return { act: act as RowAct["act"], key, index: Number(index ?? 0) };
}

/** The group with one row more, less or elsewhere; `freshKey` names a new question. */
export function changeRows<G extends CallGroup>(
  group: G,
  value: CallDocument[G],
  { act, key, index }: RowAct,
  freshKey: string,
): CallDocument[G] {
  const field = callFields[group].find((candidate) => candidate.key === key);
  if (!field || (field.as !== "texts" && field.as !== "rows")) return value;
  if (field.as === "texts" && field.fixed) return value;
  const rows = [...((value as unknown as Record<string, unknown[]>)[key] ?? [])];
  if (act === "add") rows.push(field.as === "texts" ? emptyText : freshRow(field.fields, freshKey, rows));
  if (act === "remove") rows.splice(index, 1);
  const other = act === "up" ? index - 1 : index + 1;
  if ((act === "up" || act === "down") && rows[index] !== undefined && rows[other] !== undefined)
    [rows[index], rows[other]] = [rows[other], rows[index]];
  return { ...value, [key]: rows };
}

function freshRow(fields: readonly CallField[], freshKey: string, rows: readonly unknown[]): Value {
  return Object.fromEntries(
    fields.map((field): [string, unknown] => {
      if (field.as === "key") return [field.key, freshKey];
      if (field.as === "text" || field.as === "prose") return [field.key, emptyText];
      if (field.as === "choice")
        return [
          field.key,
          // Two rows for one way of support would be a mistake; two questions may well want the same answer.
          field.key === "instrument" ? firstUnused(field.key, field.options, rows) : field.options[0],
        ];
      // Of a criterion: the next number.
      return [field.key, field.key === "key" ? nextCriterion(rows) : ""];
    }),
  );
}

const firstUnused = (key: string, options: readonly string[], rows: readonly unknown[]): string =>
  options.find((option) => !rows.some((row) => (row as Value)[key] === option)) ?? options[0] ?? "";

function nextCriterion(rows: readonly unknown[]): string {
  const numbers = rows.map((row) => Number(/^K(\d+)$/.exec(String((row as Value)["key"]))?.[1] ?? 0));
  return `K${Math.max(0, ...numbers) + 1}`;
}
