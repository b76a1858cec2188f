import { mergeTexts } from "#app/domain/forms/merge-text.ts";
import { isBlank, parseAnswerPath, type RawValue, sameRawValue } from "#app/domain/forms/raw-answers.ts";
import {
  type AnswerChange,
  type DraftOperation,
  type EarlierDelivery,
  type FieldVersion,
  type OperationOutcome,
  sequenceOf,
  type Theirs,
} from "./draft-operation.ts";
import {
  type DraftField,
  type DraftSection,
  orderPath,
  rowIdsOf,
  rowPath,
  rowVersion,
} from "./draft-section.ts";
import { OwnTyping } from "./own-typing.ts";
import { nextOrder, type OrderChanges, withRow } from "./row-order.ts";
import { isGone } from "./wanted-history.ts";

interface Circumstances {
  by: string;
  at: string;
  /** Operations that arrived before. */
  seen: ReadonlyMap<string, EarlierDelivery>;
  /** By path, what `wantedHistory` asks for. */
  history?: ReadonlyMap<string, readonly FieldVersion[]>;
  /** Tables whose rows are given by the form and can be neither added nor removed. */
  fixedTables: ReadonlySet<string>;
  /** Running text, in which two people's changes can both stand; anything else is chosen between. */
  isText?: (path: string) => boolean;
}

interface Applied {
  section: DraftSection;
  outcomes: OperationOutcome[];
  changes: AnswerChange[];
  /** What was refused now, for the history. */
  refusals: AnswerChange[];
}

/** Merging takes time that grows with the texts: what one batch may have merged, in code units. */
const mostMerged = 400_000;

/**
 * Applies operations in their order. Changes of different fields and rows merge, changes of one text where they do
 * not overlap; any other change of a field that somebody else changed since is a conflict, and the draft keeps what
 * it has. An operation seen before changes nothing, nor does one that came later than its page's next.
 */
export function applyOperations(
  section: DraftSection,
  operations: readonly DraftOperation[],
  circumstances: Circumstances,
): Applied {
  const work = new Work({ ...section }, circumstances);
  const outcomes = operations.map((operation) => work.apply(operation));
  return { section: work.section, outcomes, changes: work.changes, refusals: work.refusals };
}

type Set = Extract<DraftOperation, { kind: "set" }>;

class Work {
  readonly section: DraftSection;
  readonly changes: AnswerChange[] = [];
  readonly refusals: AnswerChange[] = [];
  readonly #circumstances: Circumstances;
  readonly #seen: Map<string, EarlierDelivery>;
  readonly #own: OwnTyping;
  #merged = 0;

  constructor(section: DraftSection, circumstances: Circumstances) {
    this.section = section;
    this.#circumstances = circumstances;
    this.#seen = new Map(circumstances.seen);
    this.#own = new OwnTyping({ ...section }, circumstances.history ?? new Map());
  }

  apply(operation: DraftOperation): OperationOutcome {
    const seen = this.#seen.get(operation.opId);
    const outcome = seen ? this.#again(operation, seen) : this.#perform(operation);
    if (outcome.status === "saved") this.#own.note(operation, outcome.version);
    return outcome;
  }

  /** The answer to a second delivery: what the first one came to. */
  #again(operation: DraftOperation, seen: EarlierDelivery): OperationOutcome {
    const { opId } = operation;
    const path = pathOf(operation);
    const standing = this.section[path];
    const isIn = operation.kind === "set" && sameRawValue(standing?.v, operation.value);
    if (seen.refused && !isIn)
      return {
        ...{ opId, status: "conflict", path, version: standing?.n ?? 0 },
        theirs: standing ? theirsOf(standing) : this.#rowGone(path),
      };
    const saved = { opId, status: "saved" as const, path };
    if (operation.kind === "set" && !seen.refused) this.#own.step(opId, path, 1);
    if (seen.refused) return { ...saved, version: standing?.n ?? 0 };
    if (seen.merged === undefined) return { ...saved, version: seen.version };
    const { by, at } = standing ?? this.#circumstances;
    return { ...saved, version: seen.version, merged: { value: seen.merged, by, at } };
  }

  #perform(operation: DraftOperation): OperationOutcome {
    switch (operation.kind) {
      case "set":
        return this.#set(operation);
      case "add_row":
        return this.#addRow(operation);
      case "remove_row":
        return this.#removeRow(operation);
      case "order_rows":
        return this.#orderRows(operation);
    }
  }

  #set(operation: Set): OperationOutcome {
    const { path, value, baseVersion, opId } = operation;
    const later = this.#own.later(opId, path);
    if (later !== undefined) return { opId, status: "saved", path, version: later };
    const at = parseAnswerPath(path);
    if (at?.rowId !== undefined && !this.#circumstances.fixedTables.has(at.key)) {
      if (isGone(this.section, at.key, at.rowId)) return this.#setOfGoneRow(operation, at.key, at.rowId);
      if (!rowIdsOf(this.section, at.key).includes(at.rowId)) this.#insertRow(at.key, at.rowId, undefined);
    }
    const standing = this.section[path];
    const version = standing?.n ?? 0;
    if (sameRawValue(standing?.v, value) || (standing === undefined && isBlank(value))) {
      if (!sequenceOf(opId)) return { opId, status: "saved", path, version };
      // Counted although nothing changes, so that what the page typed before cannot come after it.
      return this.#write(operation, standing, value);
    }
    if (!standing || version === baseVersion) return this.#write(operation, standing, value);
    return this.#setBesideOthers(operation, standing);
  }

  /** Somebody wrote this field since the person saw it: perhaps the same page, perhaps elsewhere in the text. */
  #setBesideOthers(operation: Set, standing: DraftField): OperationOutcome {
    const { path, value } = operation;
    const base = this.#own.base(operation);
    if (base !== undefined && sameRawValue(base, standing.v)) return this.#write(operation, standing, value);
    const merged = this.#merge(path, base, value, standing.v);
    if (merged === undefined) return this.#conflict(operation, path, standing.n, theirsOf(standing));
    const written = this.#write(operation, standing, merged, merged === value ? undefined : value);
    return merged === value ? written : { ...written, merged: { ...theirsOf(standing), value: merged } };
  }

  #merge(path: string, base: RawValue | undefined, mine: RawValue, theirs: RawValue): string | undefined {
    if (typeof base !== "string" || typeof mine !== "string" || typeof theirs !== "string") return undefined;
    if (!this.#circumstances.isText?.(path)) return undefined;
    this.#merged += base.length + mine.length + theirs.length;
    return this.#merged > mostMerged ? undefined : mergeTexts(base, mine, theirs);
  }

  #setOfGoneRow(operation: Set, table: string, rowId: string): OperationOutcome {
    const removed = this.#own.later(operation.opId, rowPath(table, rowId));
    if (removed !== undefined)
      return { opId: operation.opId, status: "saved", path: operation.path, version: removed };
    return this.#conflict(operation, operation.path, 0, this.#rowGone(operation.path));
  }

  #rowGone(path: string): Theirs {
    const order = this.section[orderPath(path.split("/")[0] ?? "")];
    return { value: null, by: order?.by ?? "", at: order?.at ?? "" };
  }

  #addRow(operation: Extract<DraftOperation, { kind: "add_row" }>): OperationOutcome {
    const { table, rowId, after, opId } = operation;
    const path = rowPath(table, rowId);
    const version = this.section[orderPath(table)]?.n ?? 0;
    if (this.#circumstances.fixedTables.has(table)) return { opId, status: "saved", path, version };
    if (rowIdsOf(this.section, table).includes(rowId) || this.#own.later(opId, path) !== undefined)
      return this.#unchangedRow(opId, path, version);
    const order = this.#insertRow(table, rowId, after);
    this.changes.push({ opId, path, before: null, after: {}, version: order.n });
    return { opId, status: "saved", path, version: order.n };
  }

  #removeRow(operation: Extract<DraftOperation, { kind: "remove_row" }>): OperationOutcome {
    const { table, rowId, baseVersion, opId } = operation;
    const path = rowPath(table, rowId);
    const ids = rowIdsOf(this.section, table);
    const order = this.section[orderPath(table)];
    if (!ids.includes(rowId)) {
      if (!sequenceOf(opId) || this.#circumstances.fixedTables.has(table))
        return { opId, status: "saved", path, version: order?.n ?? 0 };
      const { n } = this.#writeOrder(table, ids, { gone: [...(order?.gone ?? []), rowId] });
      return this.#unchangedRow(opId, path, n);
    }
    const version = rowVersion(this.section, table, rowId);
    if (version > baseVersion + this.#own.stepsIn(opId, path))
      return this.#conflict(operation, path, version, theirsOf(this.#newestCell(path)));
    const cells: Record<string, RawValue> = {};
    for (const cell of this.#cellsOf(path)) {
      cells[cell.slice(path.length + 1)] = this.section[cell]?.v ?? "";
      delete this.section[cell];
    }
    const { n } = this.#writeOrder(
      table,
      ids.filter((id) => id !== rowId),
      { gone: [...(order?.gone ?? []), rowId], floor: Math.max(order?.floor ?? 0, version) },
    );
    this.changes.push({ opId, path, before: cells, after: null, version: n });
    return { opId, status: "saved", path, version: n };
  }

  /** Nothing to do; noted where a later operation of the same page must be known by it. */
  #unchangedRow(opId: string, path: string, version: number): OperationOutcome {
    if (sequenceOf(opId)) this.changes.push({ opId, path, before: null, after: null, version });
    return { opId, status: "saved", path, version };
  }

  /** The named rows first; rows that somebody added meanwhile stay behind them. */
  #orderRows(operation: Extract<DraftOperation, { kind: "order_rows" }>): OperationOutcome {
    const { table, rowIds, opId } = operation;
    const path = orderPath(table);
    const standing = rowIdsOf(this.section, table);
    const version = this.section[path]?.n ?? 0;
    if (this.#own.later(opId, path) !== undefined) return { opId, status: "saved", path, version };
    const named = [...new Set(rowIds)].filter((id) => standing.includes(id));
    const next = [...named, ...standing.filter((id) => !named.includes(id))];
    if (next.join() === standing.join() && !sequenceOf(opId)) return { opId, status: "saved", path, version };
    const order = this.#writeOrder(table, next, {});
    this.changes.push({ opId, path, before: standing, after: next, version: order.n });
    return { opId, status: "saved", path, version: order.n };
  }

  #write(
    { opId, path }: Set,
    standing: DraftField | undefined,
    value: RawValue,
    typed?: RawValue,
  ): Extract<OperationOutcome, { status: "saved" }> {
    const { by, at } = this.#circumstances;
    const before = standing?.n ?? this.section[orderPath(path.split("/")[0] ?? "")]?.floor ?? 0;
    const field = { v: value, n: before + 1, at, by };
    this.section[path] = field;
    this.#own.step(opId, path, field.n - (standing?.n ?? 0));
    this.changes.push({
      ...{ opId, path, before: standing?.v ?? null, after: value, version: field.n },
      ...(typed === undefined ? {} : { typed }),
    });
    return { opId, status: "saved", path, version: field.n };
  }

  #insertRow(table: string, rowId: string, after: string | null | undefined): DraftField {
    const gone = this.section[orderPath(table)]?.gone?.filter((id) => id !== rowId);
    return this.#writeOrder(table, withRow(rowIdsOf(this.section, table), rowId, after), { gone });
  }

  #writeOrder(table: string, ids: string[], changes: OrderChanges): DraftField {
    const { by, at } = this.#circumstances;
    const path = orderPath(table);
    return (this.section[path] = nextOrder(this.section[path], ids, changes, { by, at }));
  }

  #cellsOf(path: string): string[] {
    return Object.keys(this.section).filter((candidate) => candidate.startsWith(`${path}/`));
  }

  #newestCell(path: string): DraftField {
    const cells = this.#cellsOf(path).flatMap((cell) => this.section[cell] ?? []);
    return cells.reduce((newest, cell) => (cell.at > newest.at ? cell : newest));
  }

  #conflict(operation: DraftOperation, path: string, version: number, theirs: Theirs): OperationOutcome {
    const { opId } = operation;
    const standing = this.section[path]?.v ?? null;
    this.#seen.set(opId, { version, refused: true });
    this.refusals.push({
      ...{ opId, path, before: standing, after: standing, version, refused: true },
      ...(operation.kind === "set" ? { typed: operation.value } : {}),
    });
    return { opId, status: "conflict", path, version, theirs };
  }
}

const theirsOf = ({ v, by, at }: DraftField): Theirs => ({ value: v, by, at });

function pathOf(operation: DraftOperation): string {
  switch (operation.kind) {
    case "set":
      return operation.path;
    case "order_rows":
      return orderPath(operation.table);
    default:
      return rowPath(operation.table, operation.rowId);
  }
}
