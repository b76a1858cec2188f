import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import { type DraftOperation, type FieldVersion, sequenceOf } from "./draft-operation.ts";
import type { DraftSection } from "./draft-section.ts";

interface Noted {
  page: string;
  number: number;
  version: number;
  typed: RawValue | undefined;
}

/** What one open page typed, one operation after another: a person is in no conflict with their own typing. */
export class OwnTyping {
  readonly #initial: DraftSection;
  readonly #history: ReadonlyMap<string, readonly FieldVersion[]>;
  readonly #noted = new Map<string, Noted[]>();
  readonly #steps = new Map<string, number>();

  /** `initial` is the section before this batch. */
  constructor(initial: DraftSection, history: ReadonlyMap<string, readonly FieldVersion[]>) {
    this.#initial = initial;
    this.#history = history;
  }

  /** An operation of this batch is in the draft. */
  note(operation: DraftOperation, version: number): void {
    const sequence = sequenceOf(operation.opId);
    if (operation.kind !== "set" || !sequence) return;
    const { path, value } = operation;
    this.#noted.set(path, [...(this.#noted.get(path) ?? []), { ...sequence, version, typed: value }]);
  }

  /** An operation of this batch raised a cell's version, now or at an earlier delivery. */
  step(opId: string, path: string, by: number): void {
    const row = `${sequenceOf(opId)?.page} ${path.slice(0, path.lastIndexOf("/"))}`;
    this.#steps.set(row, (this.#steps.get(row) ?? 0) + by);
  }

  /** By how much this page itself raised a row's version in this batch. */
  stepsIn(opId: string, row: string): number {
    if (!sequenceOf(opId)) return 0;
    return this.#steps.get(`${sequenceOf(opId)?.page} ${row}`) ?? 0;
  }

  /** The version of something the same page typed there afterwards, which arrived first. */
  later(opId: string, path: string): number | undefined {
    const sequence = sequenceOf(opId);
    return sequence && this.#of(sequence.page, path).find(({ number }) => number > sequence.number)?.version;
  }

  /** What stood in the box when the person began to type this: their own last text, or the version they saw. */
  base(operation: Extract<DraftOperation, { kind: "set" }>): RawValue | undefined {
    const { opId, path, baseVersion } = operation;
    const sequence = sequenceOf(opId);
    const own = sequence
      ? this.#of(sequence.page, path, true).filter(
          ({ number, version }) => number < sequence.number && version > baseVersion,
        )
      : [];
    const last = own.reduce<Noted | undefined>(
      (newest, each) => (newest && newest.number > each.number ? newest : each),
      undefined,
    );
    if (last) return last.typed;
    if (baseVersion === 0) return "";
    const initial = this.#initial[path];
    if (initial?.n === baseVersion) return initial.v;
    const seen = this.#history
      .get(path)
      ?.find(({ version, refused, after }) => version === baseVersion && !refused && after !== null);
    return seen?.after ?? undefined;
  }

  #of(page: string, path: string, onlyInDraft = false): Noted[] {
    const before = (this.#history.get(path) ?? []).flatMap(({ opId, version, after, typed, refused }) => {
      const sequence = sequenceOf(opId);
      if (sequence?.page !== page || (onlyInDraft && refused)) return [];
      return [{ ...sequence, version, typed: typed ?? after ?? undefined }];
    });
    return [...before, ...(this.#noted.get(path) ?? []).filter((each) => each.page === page)];
  }
}
