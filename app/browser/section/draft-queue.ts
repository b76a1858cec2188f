import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import type { RenderedBase } from "#app/domain/applications/draft/rendered-base.ts";
import type { AutosaveOutcome } from "#app/domain/applications/section-page-data.ts";
import { type AnswerOperation, type RawValue, sameRawValue } from "#app/domain/forms/raw-answers.ts";

export interface Conflict {
  path: string;
  version: number;
  theirs: Extract<AutosaveOutcome, { status: "conflict" }>["theirs"];
}

type Waiting = AnswerOperation;

/**
 * What was typed and is not saved yet. One batch is under way at a time and is sent again, with the same ids, until
 * it is answered; what is typed meanwhile waits behind it. A field in conflict waits for a person.
 */
export class DraftQueue {
  readonly #versions: Map<string, number>;
  readonly #rows: Map<string, string[]>;
  readonly #saved: Map<string, RawValue>;
  readonly #newId: () => string;
  #waiting: Waiting[] = [];
  #underWay: DraftOperation[] = [];
  readonly #conflicts = new Map<string, Conflict>();

  constructor(base: RenderedBase, saved: Iterable<readonly [string, RawValue]>, newId: () => string) {
    this.#versions = new Map(Object.entries(base.fields));
    this.#rows = new Map(Object.entries(base.rows).map(([table, ids]) => [table, [...ids]]));
    this.#saved = new Map(saved);
    this.#newId = newId;
  }

  /** A field was typed into. */
  change(path: string, value: RawValue): void {
    if (this.#conflicts.has(path)) return;
    this.#waiting = this.#waiting.filter(
      (operation) => !(operation.kind === "set" && operation.path === path),
    );
    const sent = this.#underWay.findLast((operation) => operation.kind === "set" && operation.path === path);
    const standing = sent?.kind === "set" ? sent.value : this.#saved.get(path);
    if (!sameRawValue(standing, value)) this.#waiting.push({ kind: "set", path, value });
  }

  addRow(table: string, rowId: string, after: string | null): void {
    this.#waiting.push({ kind: "add_row", table, rowId, after });
  }

  /** A row that was never sent leaves no trace. */
  removeRow(table: string, rowId: string): void {
    const prefix = `${table}/${rowId}/`;
    const known = this.#isKnown(table, rowId);
    this.#waiting = this.#waiting.filter(
      (operation) =>
        !(operation.kind === "set" && operation.path.startsWith(prefix)) &&
        !(operation.kind === "add_row" && operation.table === table && operation.rowId === rowId),
    );
    for (const path of this.#conflicts.keys()) if (path.startsWith(prefix)) this.#conflicts.delete(path);
    if (known) this.#waiting.push({ kind: "remove_row", table, rowId });
  }

  /** The batch to send now: the one under way again, or everything that waits; undefined when all is saved. */
  batch(): readonly DraftOperation[] | undefined {
    if (this.#underWay.length === 0) {
      this.#underWay = this.#waiting.map((operation) => ({
        ...operation,
        opId: this.#newId(),
        baseVersion: this.#baseVersion(operation),
      }));
      this.#waiting = [];
    }
    return this.#underWay.length > 0 ? this.#underWay : undefined;
  }

  /**
   * For a page that goes away: what is under way and what waits behind it, as one batch. What waits counts on what
   * is under way, which is in the same batch or was kept already.
   */
  everything(): readonly DraftOperation[] {
    const waiting = this.#waiting.map((operation) => ({
      ...operation,
      opId: this.#newId(),
      baseVersion: this.#baseVersion(operation) + this.#stepsUnderWay(operation),
    }));
    this.#underWay = [...this.#underWay, ...waiting];
    this.#waiting = [];
    return this.#underWay;
  }

  /** The server answered the batch under way. Returns what a person has to decide. */
  answered(outcomes: readonly AutosaveOutcome[]): Conflict[] {
    const byId = new Map(outcomes.map((outcome) => [outcome.opId, outcome]));
    const conflicts: Conflict[] = [];
    for (const operation of this.#underWay) {
      const outcome = byId.get(operation.opId);
      if (outcome?.status === "saved") this.#keep(operation, outcome.version);
      else if (outcome)
        conflicts.push({ path: outcome.path, version: outcome.version, theirs: outcome.theirs });
    }
    // An answer that comes late says nothing about what was sent since.
    this.#underWay = this.#underWay.filter((operation) => !byId.has(operation.opId));
    for (const conflict of conflicts) {
      // A row that could not be removed is shown again; only fields are chosen between.
      if (conflict.path.split("/").length === 2) continue;
      this.#conflicts.set(conflict.path, conflict);
      this.#waiting = this.#waiting.filter(
        (operation) => !(operation.kind === "set" && operation.path === conflict.path),
      );
    }
    return conflicts;
  }

  /** The person chose their own text: it is typed anew over the other one. */
  keepMine(path: string, value: RawValue): void {
    const conflict = this.#conflicts.get(path);
    if (!conflict) return;
    this.#conflicts.delete(path);
    this.#accept(conflict);
    this.change(path, value);
  }

  /** The person chose the other text, which is what stands. */
  keepTheirs(path: string): void {
    const conflict = this.#conflicts.get(path);
    if (!conflict) return;
    this.#conflicts.delete(path);
    this.#accept(conflict);
  }

  /** Nothing is typed that was not said to be saved. */
  get isSaved(): boolean {
    return this.#waiting.length === 0 && this.#underWay.length === 0;
  }

  get conflicts(): ReadonlyMap<string, Conflict> {
    return this.#conflicts;
  }

  /** What a plain form must be sent with, so that it does not take saved text for a change. */
  base(): RenderedBase {
    return { fields: Object.fromEntries(this.#versions), rows: Object.fromEntries(this.#rows) };
  }

  /** The rows of a table were drawn anew by the server. */
  redrawn(base: RenderedBase, saved: Iterable<readonly [string, RawValue]>, table: string): void {
    for (const path of this.#versions.keys()) if (path.startsWith(`${table}/`)) this.#versions.delete(path);
    for (const path of this.#saved.keys()) if (path.startsWith(`${table}/`)) this.#saved.delete(path);
    for (const [path, version] of Object.entries(base.fields))
      if (path.startsWith(`${table}/`)) this.#versions.set(path, version);
    for (const [path, value] of saved) if (path.startsWith(`${table}/`)) this.#saved.set(path, value);
    this.#rows.set(table, [...(base.rows[table] ?? [])]);
  }

  #accept({ path, version, theirs }: Conflict): void {
    if (theirs.value === null) {
      this.#versions.delete(path);
      this.#saved.delete(path);
      return;
    }
    this.#versions.set(path, version);
    this.#saved.set(path, theirs.value);
  }

  #keep(operation: DraftOperation, version: number): void {
    switch (operation.kind) {
      case "set":
        this.#saved.set(operation.path, operation.value);
        if (version > 0) this.#versions.set(operation.path, version);
        this.#seeRow(operation.path);
        return;
      case "add_row": {
        const ids = this.#rowsOf(operation.table);
        if (!ids.includes(operation.rowId)) ids.push(operation.rowId);
        return;
      }
      case "remove_row": {
        const prefix = `${operation.table}/${operation.rowId}/`;
        for (const path of this.#versions.keys()) if (path.startsWith(prefix)) this.#versions.delete(path);
        for (const path of this.#saved.keys()) if (path.startsWith(prefix)) this.#saved.delete(path);
        const ids = this.#rowsOf(operation.table).filter((id) => id !== operation.rowId);
        this.#rows.set(operation.table, ids);
        return;
      }
      case "order_rows":
        this.#rows.set(operation.table, [...operation.rowIds]);
    }
  }

  /** The first cell of a row brings its row. */
  #seeRow(path: string): void {
    const [table = "", rowId, column] = path.split("/");
    if (rowId === undefined || column === undefined) return;
    const ids = this.#rowsOf(table);
    if (!ids.includes(rowId)) ids.push(rowId);
  }

  #rowsOf(table: string): string[] {
    const ids = this.#rows.get(table) ?? [];
    this.#rows.set(table, ids);
    return ids;
  }

  #isKnown(table: string, rowId: string): boolean {
    const prefix = `${table}/${rowId}/`;
    return (
      this.#rowsOf(table).includes(rowId) ||
      this.#underWay.some((operation) =>
        operation.kind === "set"
          ? operation.path.startsWith(prefix)
          : operation.kind === "add_row" && operation.table === table && operation.rowId === rowId,
      )
    );
  }

  #stepsUnderWay(operation: Waiting): number {
    const touches = (path: string) =>
      operation.kind === "set"
        ? path === operation.path
        : operation.kind === "remove_row" && path.startsWith(`${operation.table}/${operation.rowId}/`);
    return this.#underWay.filter((sent) => sent.kind === "set" && touches(sent.path)).length;
  }

  #baseVersion(operation: Waiting): number {
    if (operation.kind === "set") return this.#versions.get(operation.path) ?? 0;
    if (operation.kind !== "remove_row") return 0;
    const prefix = `${operation.table}/${operation.rowId}/`;
    let sum = 0;
    for (const [path, version] of this.#versions) if (path.startsWith(prefix)) sum += version;
    return sum;
  }
}
