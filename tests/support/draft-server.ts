import { applyOperations } from "#app/domain/applications/draft/apply-operations.ts";
import {
  type AnswerChange,
  type DraftOperation,
  type EarlierDelivery,
  type FieldVersion,
  type OperationOutcome,
  sequenceOf,
  type Theirs,
} from "#app/domain/applications/draft/draft-operation.ts";
import type { DraftSection } from "#app/domain/applications/draft/draft-section.ts";
import { wantedHistory } from "#app/domain/applications/draft/wanted-history.ts";
import type { AutosaveOutcome, ShownTheirs } from "#app/domain/applications/section-page-data.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";

/** The server's half in memory: keeps a section and its history, and answers as the portal does. */
export class DraftServer {
  section: DraftSection = {};
  readonly history: (AnswerChange & { by: string })[] = [];
  readonly #isText: (path: string) => boolean;

  constructor(isText: (path: string) => boolean = () => true) {
    this.#isText = isText;
  }

  receive(operations: readonly DraftOperation[], by = "me"): AutosaveOutcome[] {
    const applied = applyOperations(this.section, operations, {
      by,
      at: "2026-11-23T08:00:00.000Z",
      seen: this.#seen(operations),
      history: this.#historyFor(operations),
      fixedTables: new Set(),
      isText: this.#isText,
    });
    this.section = applied.section;
    for (const change of [...applied.changes, ...applied.refusals]) {
      if (this.history.some(({ opId }) => opId === change.opId)) throw new Error(`${change.opId} twice`);
      this.history.push({ ...change, by });
    }
    return applied.outcomes.map(shownOutcome);
  }

  #seen(operations: readonly DraftOperation[]): Map<string, EarlierDelivery> {
    const ids = new Set(operations.map(({ opId }) => opId));
    return new Map(
      this.history
        .filter(({ opId }) => ids.has(opId))
        .map(({ opId, version, refused, typed, after }) => [
          opId,
          {
            version,
            ...(refused ? { refused } : {}),
            ...(typed !== undefined && !refused ? { merged: after as RawValue } : {}),
          },
        ]),
    );
  }

  #historyFor(operations: readonly DraftOperation[]): Map<string, FieldVersion[]> {
    const history = new Map<string, FieldVersion[]>();
    for (const { path, version, page } of wantedHistory(this.section, operations))
      history.set(
        path,
        this.history
          .filter(
            (change) =>
              change.path === path &&
              change.version >= version &&
              (change.version === version || (page !== undefined && sequenceOf(change.opId)?.page === page)),
          )
          .map(({ opId, version: n, after, typed, refused }) => ({
            opId,
            version: n,
            after: after as RawValue | null,
            typed: typed ?? null,
            refused: refused ?? false,
          })),
      );
    return history;
  }
}

/** As the autosave's answer shows it, without names. */
export function shownOutcome(outcome: OperationOutcome): AutosaveOutcome {
  const shown = (theirs: Theirs): ShownTheirs => ({
    ...{ value: theirs.value, text: "", name: theirs.by, time: "" },
  });
  if (outcome.status === "conflict") return { ...outcome, theirs: shown(outcome.theirs) };
  const { merged, ...saved } = outcome;
  return merged ? { ...saved, merged: shown(merged) } : saved;
}
