import { compileForm, isTable } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";

/** Numbers that look random and are the same every time. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 to below `sides` (mulberry32). */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  }

  of<T>(values: readonly T[]): T {
    return values[this.roll(values.length)]!;
  }
}

/** What people, browsers with a fault and attackers put into a box. */
const texts: readonly unknown[] = [
  ...[
    "",
    " ",
    "0",
    "-1",
    "12,000.50",
    "１２３",
    "1e999",
    "NaN",
    "999999999999999999999",
    "0.1",
    "100",
    "yes",
  ],
  ...["2026-02-30", "2026-12-09", "2026-13", "2026-11", "A", "design", "91140000MA0EXAMPLE", "13800138000"],
  ...[
    "甲乙丙",
    "line\r\nline",
    "<b>&amp;</b>",
    "=1+1",
    "\u0000",
    "\ud800",
    "👩‍🔬",
    "ﷺ".repeat(50),
    "x".repeat(20_001),
  ],
  ...["__proto__", "constructor", "toString", "https://example.test", "a@example.test", "140900", "[]", "{}"],
];
const malformed: readonly unknown[] = [
  ...[null, undefined, 0, -1, 1.5, Number.NaN, true, {}, [], [[]], [null], { length: 3 }, ["a", 1]],
  ...["x".repeat(50_000), Array.from({ length: 301 }, () => "a")],
  ...[nestedList(5_000), nestedObject(5_000), "\udc00\ud800".repeat(500), -(2 ** 53), 2 ** 60, [["\ud800"]]],
  JSON.parse('{"__proto__": {"polluted": "yes"}, "constructor": {"prototype": {"polluted": "yes"}}}'),
];
const wrongPaths: readonly unknown[] = [
  ...[
    "",
    "/",
    "//",
    "a/",
    "/a",
    "a/b",
    "a/b/c/d",
    "__proto__",
    "__proto__/a/b",
    "constructor",
    "no_such",
    " ",
  ],
  ...["summary\u0000", "x".repeat(300), "a".repeat(199), "../../etc", "shareholders/__proto__/ratio"],
];

function nestedList(depth: number): unknown {
  let list: unknown = "a";
  for (let level = 0; level < depth; level += 1) list = [list];
  return list;
}

function nestedObject(depth: number): unknown {
  let object: unknown = {};
  for (let level = 0; level < depth; level += 1) object = { value: object };
  return object;
}

interface Places {
  fields: readonly string[];
  tables: readonly string[];
  columns: ReadonlyMap<string, readonly string[]>;
}

const placesOf = new WeakMap<FormDefinition, Places>();

function places(definition: FormDefinition): Places {
  const known = placesOf.get(definition);
  if (known) return known;
  const questions = [...compileForm(definition).questionByKey.values()];
  const tables = questions.filter(({ field }) => isTable(field));
  const found = {
    fields: questions.map(({ field }) => field.key),
    tables: tables.map(({ field }) => field.key),
    columns: new Map(tables.map(({ field, columns }) => [field.key, columns.map((each) => each.field.key)])),
  };
  placesOf.set(definition, found);
  return found;
}

/** Up to eight operations, most of them well formed, some not at all. */
export function randomOperations(definition: FormDefinition, dice: Dice, serial: number): unknown[] {
  const operations = Array.from({ length: 1 + dice.roll(8) }, (_, index) =>
    randomOperation(definition, dice, `${serial}-${index}`),
  );
  // The same one twice in a list, as a browser that repeats itself would send it.
  return dice.roll(15) === 0 ? [...operations, dice.of(operations)] : operations;
}

export const hostileText = (dice: Dice): string => String(dice.of(texts));

function randomOperation(definition: FormDefinition, dice: Dice, id: string): unknown {
  const { fields, tables, columns } = places(definition);
  const table = dice.of(tables);
  const rowId = dice.of(["r1", "r2", "r3", "y2026", "y2025", "__proto__", "NEWROW"]);
  const operation: Record<string, unknown> = {
    opId:
      dice.roll(12) === 0
        ? `seen-before-${dice.roll(20)}.${dice.roll(5)}`
        : `fuzz-page-${id}.${dice.roll(9)}`,
    baseVersion: dice.roll(40) === 0 ? -1 - dice.roll(5) : dice.roll(6),
    ...dice.of<() => Record<string, unknown>>([
      () => ({ kind: "set", path: dice.of(fields), value: randomValue(dice) }),
      () => ({
        ...{ kind: "set", path: `${table}/${rowId}/${dice.of(columns.get(table) ?? ["x"])}` },
        value: randomValue(dice),
      }),
      () => ({ kind: "add_row", table, rowId, after: dice.of([null, undefined, "r1", "nobody"]) }),
      () => ({ kind: "remove_row", table, rowId }),
      () => ({ kind: "order_rows", table, rowIds: [dice.of(["r1", "r2"]), rowId, "nobody"] }),
    ])(),
  };
  if (dice.roll(12) === 0) {
    const broken = dice.of(Object.keys(operation));
    operation[broken] = broken === "path" ? dice.of(wrongPaths) : dice.of(malformed);
  }
  return dice.roll(60) === 0 ? dice.of(malformed) : operation;
}

function randomValue(dice: Dice): unknown {
  if (dice.roll(25) === 0) return dice.of(malformed);
  return dice.roll(5) === 0 ? [dice.of(texts), dice.of(texts)] : dice.of(texts);
}
