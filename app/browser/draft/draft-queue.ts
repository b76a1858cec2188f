import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import type { RenderedBase } from "#app/domain/applications/draft/rendered-base.ts";
import type { AutosaveOutcome, ShownTheirs } from "#app/domain/applications/section-page-data.ts";
import { mergeTexts } from "#app/domain/forms/merge-text.ts";
import { type AnswerOperation, type RawValue, sameRawValue } from "#app/domain/forms/raw-answers.ts";

export interface Conflict {
  path: string;
  version: number;
  theirs: ShownTheirs;
}

/** What an answer means for the page. */
export interface Answered {
  /** What a person has to decide. */
  conflicts: Conflict[];
  /** Texts that now hold a colleague's changes as well, with what was typed since. */
  adopted: { path: string; value: RawValue; name: string }[];
}

/** Numbered when it is typed, so that of two texts of one field the later one is known wherever it is kept. */
type Waiting = AnswerOperation & { opId: string };

/** The server takes no more in one request; a pasted table goes in several. */
const mostAtOnce = 400;

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
    const standing = this.#lastSent(path)?.value ?? this.#saved.get(path);
    if (!sameRawValue(standing, value)) this.#wait({ kind: "set", path, value });
  }

  addRow(table: string, rowId: string, after: string | null): void {
    this.#wait({ kind: "add_row", table, rowId, after });
  }

  /** Whether the server has the row, or will once what waits is sent. */
  hasRow(table: string, rowId: string): boolean {
    return this.#isKnown(table, rowId) || this.#waiting.some((operation) => brings(operation, table, rowId));
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
    if (known) this.#wait({ kind: "remove_row", table, rowId });
  }

  /** The batch to send now: the one under way again, or everything that waits; undefined when all is saved. */
  batch(): readonly DraftOperation[] | undefined {
    if (this.#underWay.length === 0) {
      this.#underWay = this.#waiting.map((operation) => this.#addressed(operation));
      this.#waiting = [];
    }
    return this.#underWay.length > 0 ? this.#atOnce() : undefined;
  }

  /** For a page that goes away: what is under way and what waits behind it, as one batch. */
  everything(): readonly DraftOperation[] {
    this.#underWay = [...this.unanswered()];
    this.#waiting = [];
    return this.#atOnce();
  }

  #atOnce(): readonly DraftOperation[] {
    return this.#underWay.length > mostAtOnce ? this.#underWay.slice(0, mostAtOnce) : this.#underWay;
  }

  /** The same for the device to keep. */
  unanswered(): readonly DraftOperation[] {
    return [...this.#underWay, ...this.#waiting.map((operation) => this.#addressed(operation))];
  }

  /** The server answered the batch under way. */
  answered(outcomes: readonly AutosaveOutcome[]): Answered {
    const byId = new Map(outcomes.map((outcome) => [outcome.opId, outcome]));
    const conflicts = new Map<string, Conflict>();
    const merges = new Map<string, Conflict & { typed: RawValue }>();
    for (const operation of this.#underWay) {
      const outcome = byId.get(operation.opId);
      if (!outcome) continue;
      const { path, version } = outcome;
      // Of several operations on one field the last one's answer is what holds.
      merges.delete(path);
      conflicts.delete(path);
      if (outcome.status === "conflict") conflicts.set(path, { path, version, theirs: outcome.theirs });
      // What is under way there was typed before the merged text was seen: it counts from what its page knew.
      else if (!outcome.merged || !this.#lastSent(path, byId)) this.#keep(operation, version);
      if (outcome.status === "saved" && outcome.merged && operation.kind === "set")
        merges.set(path, { path, version, theirs: outcome.merged, typed: operation.value });
    }
    // An answer that comes late says nothing about what was sent since.
    this.#underWay = this.#underWay
      .filter((operation) => !byId.has(operation.opId))
      .map((operation) =>
        operation.kind === "remove_row"
          ? { ...operation, baseVersion: this.#baseVersion(operation) }
          : operation,
      );
    const adopted = [...merges.values()].flatMap((merge) => {
      // The answer to what is still under way there will hold it all.
      if (this.#lastSent(merge.path)) return [];
      const value = this.#adopt(merge.path, merge.typed, merge.theirs.value ?? "");
      if (value !== undefined) return [{ path: merge.path, value, name: merge.theirs.name }];
      conflicts.set(merge.path, merge);
      return [];
    });
    for (const conflict of conflicts.values()) this.hold(conflict);
    return { conflicts: [...conflicts.values()], adopted };
  }

  /** What was typed since goes on top of the merged text; undefined where it is in its way. */
  #adopt(path: string, typed: RawValue, merged: RawValue): RawValue | undefined {
    const waiting = this.#waiting.find((operation) => operation.kind === "set" && operation.path === path);
    const box = waiting?.kind === "set" ? waiting.value : typed;
    if (typeof typed !== "string" || typeof box !== "string" || typeof merged !== "string") return undefined;
    const value = mergeTexts(typed, box, merged);
    if (value === undefined) return undefined;
    this.#saved.set(path, merged);
    this.change(path, value);
    return value;
  }

  /** A person has to choose. A row that could not be removed is shown again; only fields are chosen between. */
  hold(conflict: Conflict): void {
    const { path } = conflict;
    if (path.split("/").length === 2) return;
    this.#conflicts.set(path, conflict);
    this.#waiting = this.#waiting.filter(
      (operation) => !(operation.kind === "set" && operation.path === path),
    );
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

  /** What the server was last known to hold there. */
  savedOf(path: string): RawValue | undefined {
    return this.#saved.get(path);
  }

  /** What a plain form must be sent with, so that it does not take saved text for a change. */
  base(): RenderedBase {
    return { fields: Object.fromEntries(this.#versions), rows: Object.fromEntries(this.#rows) };
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
    return (
      this.#rowsOf(table).includes(rowId) ||
      this.#underWay.some((operation) => brings(operation, table, rowId))
    );
  }

  /** The newest of what is under way on a field, apart from what was just answered. */
  #lastSent(path: string, answered: ReadonlyMap<string, unknown> = new Map()) {
    return this.#underWay.findLast(
      (operation): operation is Extract<DraftOperation, { kind: "set" }> =>
        operation.kind === "set" && operation.path === path && !answered.has(operation.opId),
    );
  }

  #addressed(operation: Waiting): DraftOperation {
    return { ...operation, baseVersion: this.#baseVersion(operation) };
  }

  #wait(operation: AnswerOperation): void {
    this.#waiting.push({ ...operation, opId: this.#newId() });
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

/** Whether an operation makes a row stand: by adding it, or by its first cell. */
const brings = (operation: AnswerOperation, table: string, rowId: string): boolean =>
  operation.kind === "set"
    ? operation.path.startsWith(`${table}/${rowId}/`)
    : operation.kind === "add_row" && operation.table === table && operation.rowId === rowId;
