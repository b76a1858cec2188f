import { isBlank, parseAnswerPath, type RawValue, sameRawValue } from "#app/domain/forms/raw-answers.ts";
import type { AnswerChange, DraftOperation, OperationOutcome, Theirs } from "./draft-operation.ts";
import {
  type DraftField,
  type DraftSection,
  orderPath,
  rowIdsOf,
  rowPath,
  rowVersion,
} from "./draft-section.ts";

interface Circumstances {
  by: string;
  at: string;
  /** Operations that arrived before, with the version they made. */
  seen: ReadonlyMap<string, number>;
  /** Tables whose rows are given by the form and can be neither added nor removed. */
  fixedTables: ReadonlySet<string>;
}

interface Applied {
  section: DraftSection;
  outcomes: OperationOutcome[];
  changes: AnswerChange[];
}

/**
 * Applies operations in their order. Changes of different fields and rows merge; a change of a field that somebody
 * else changed since is a conflict, and the draft keeps what it has. An operation seen before changes nothing.
 */
export function applyOperations(
  section: DraftSection,
  operations: readonly DraftOperation[],
  circumstances: Circumstances,
): Applied {
  const work = new Work({ ...section }, circumstances);
  const outcomes = operations.map((operation) => work.apply(operation));
  return { section: work.section, outcomes, changes: work.changes };
}

class Work {
  readonly section: DraftSection;
  readonly changes: AnswerChange[] = [];
  readonly #circumstances: Circumstances;
  readonly #seen: Map<string, number>;

  constructor(section: DraftSection, circumstances: Circumstances) {
    this.section = section;
    this.#circumstances = circumstances;
    this.#seen = new Map(circumstances.seen);
  }

  apply(operation: DraftOperation): OperationOutcome {
    const seen = this.#seen.get(operation.opId);
    if (seen !== undefined)
      return { opId: operation.opId, status: "saved", path: pathOf(operation), version: seen };
    const outcome = this.#perform(operation);
    if (outcome.status === "saved") this.#seen.set(operation.opId, outcome.version);
    return outcome;
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

  #set(operation: Extract<DraftOperation, { kind: "set" }>): OperationOutcome {
    const { path, value, baseVersion, opId } = operation;
    const at = parseAnswerPath(path);
    if (at?.rowId !== undefined && !this.#circumstances.fixedTables.has(at.key)) {
      const order = this.section[orderPath(at.key)];
      if (order?.gone?.includes(at.rowId))
        return this.#conflict(opId, path, 0, { value: null, by: order.by, at: order.at });
      if (!rowIdsOf(this.section, at.key).includes(at.rowId)) this.#insertRow(at.key, at.rowId, undefined);
    }
    const standing = this.section[path];
    const version = standing?.n ?? 0;
    if (sameRawValue(standing?.v, value) || (standing === undefined && isBlank(value)))
      return { opId, status: "saved", path, version };
    if (standing && version !== baseVersion) return this.#conflict(opId, path, version, theirsOf(standing));
    return this.#write(operation, path, standing?.v ?? null, value);
  }

  #addRow(operation: Extract<DraftOperation, { kind: "add_row" }>): OperationOutcome {
    const { table, rowId, after, opId } = operation;
    const before = this.section[orderPath(table)];
    if (this.#circumstances.fixedTables.has(table) || rowIdsOf(this.section, table).includes(rowId))
      return { opId, status: "saved", path: rowPath(table, rowId), version: before?.n ?? 0 };
    const order = this.#insertRow(table, rowId, after);
    this.changes.push({ opId, path: rowPath(table, rowId), before: null, after: {}, version: order.n });
    return { opId, status: "saved", path: rowPath(table, rowId), version: order.n };
  }

  #removeRow(operation: Extract<DraftOperation, { kind: "remove_row" }>): OperationOutcome {
    const { table, rowId, baseVersion, opId } = operation;
    const path = rowPath(table, rowId);
    const ids = rowIdsOf(this.section, table);
    if (!ids.includes(rowId))
      return { opId, status: "saved", path, version: this.section[orderPath(table)]?.n ?? 0 };
    const version = rowVersion(this.section, table, rowId);
    if (version > baseVersion) {
      return this.#conflict(opId, path, version, theirsOf(this.#newestCell(path)));
    }
    const cells: Record<string, RawValue> = {};
    for (const cell of this.#cellsOf(path)) {
      cells[cell.slice(path.length + 1)] = this.section[cell]?.v ?? "";
      delete this.section[cell];
    }
    const gone = [...(this.section[orderPath(table)]?.gone ?? []), rowId];
    const order = this.#writeOrder(
      table,
      ids.filter((id) => id !== rowId),
      gone,
    );
    this.changes.push({ opId, path, before: cells, after: null, version: order.n });
    return { opId, status: "saved", path, version: order.n };
  }

  /** The named rows first; rows that somebody added meanwhile stay behind them. */
  #orderRows(operation: Extract<DraftOperation, { kind: "order_rows" }>): OperationOutcome {
    const { table, rowIds, opId } = operation;
    const standing = rowIdsOf(this.section, table);
    const named = [...new Set(rowIds)].filter((id) => standing.includes(id));
    const next = [...named, ...standing.filter((id) => !named.includes(id))];
    const version = this.section[orderPath(table)]?.n ?? 0;
    if (next.join() === standing.join()) return { opId, status: "saved", path: orderPath(table), version };
    const order = this.#writeOrder(table, next, this.section[orderPath(table)]?.gone);
    this.changes.push({ opId, path: orderPath(table), before: standing, after: next, version: order.n });
    return { opId, status: "saved", path: orderPath(table), version: order.n };
  }

  #write(
    operation: DraftOperation,
    path: string,
    before: RawValue | null,
    value: RawValue,
  ): OperationOutcome {
    const { by, at } = this.#circumstances;
    const field = { v: value, n: (this.section[path]?.n ?? 0) + 1, at, by };
    this.section[path] = field;
    this.changes.push({ opId: operation.opId, path, before, after: value, version: field.n });
    return { opId: operation.opId, status: "saved", path, version: field.n };
  }

  #insertRow(table: string, rowId: string, after: string | null | undefined): DraftField {
    const ids = rowIdsOf(this.section, table);
    const above = after === null ? -1 : after === undefined ? ids.length - 1 : ids.indexOf(after);
    const place = after !== null && above < 0 ? ids.length : above + 1;
    const gone = this.section[orderPath(table)]?.gone?.filter((id) => id !== rowId);
    return this.#writeOrder(table, [...ids.slice(0, place), rowId, ...ids.slice(place)], gone);
  }

  #writeOrder(table: string, ids: string[], gone: string[] | undefined): DraftField {
    const { by, at } = this.#circumstances;
    const path = orderPath(table);
    const field: DraftField = { v: ids, n: (this.section[path]?.n ?? 0) + 1, at, by };
    if (gone && gone.length > 0) field.gone = gone;
    this.section[path] = field;
    return field;
  }

  #cellsOf(path: string): string[] {
    return Object.keys(this.section).filter((candidate) => candidate.startsWith(`${path}/`));
  }

  #newestCell(path: string): DraftField {
    const cells = this.#cellsOf(path).flatMap((cell) => this.section[cell] ?? []);
    return cells.reduce((newest, cell) => (cell.at > newest.at ? cell : newest));
  }

  #conflict(opId: string, path: string, version: number, theirs: Theirs): OperationOutcome {
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
