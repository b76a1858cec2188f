import { applyOperations } from "#app/domain/applications/draft/apply-operations.ts";
import type { DraftOperation, FieldVersion } from "#app/domain/applications/draft/draft-operation.ts";
import type { DraftSection } from "#app/domain/applications/draft/draft-section.ts";

const fields = 10;
const sentences = 100;
const batch = 40;

export interface DraftMergeFigures {
  operations: number;
  /** All of them one after another, in batches as browsers send them. */
  ms: number;
  /** Texts that were merged; the rest were the first to write. */
  merged: number;
}

/**
 * A thousand operations upon ten texts of 2,000 characters, every one typed before its writer saw any other: each
 * is merged with all that came before it.
 */
export function benchDraftMerge(): DraftMergeFigures {
  const base = Array.from(
    { length: sentences },
    (_, index) => `第${index}句说明本项目的产能、工艺和市场情况。`,
  );
  const at = "2026-11-23T08:00:00.000Z";
  let section: DraftSection = {};
  const history = new Map<string, FieldVersion[]>();
  for (let field = 0; field < fields; field++) {
    section[`text_${field}`] = { v: base.join(""), n: 1, at, by: "first" };
    history.set(`text_${field}`, [
      { opId: "first-1", version: 1, after: base.join(""), typed: null, refused: false },
    ]);
  }
  const operations = Array.from({ length: fields * sentences }, (_, index): DraftOperation => {
    const changed = base.with(Math.floor(index / fields), `第${index}人改写了这一句话的全部内容。`);
    return {
      ...{ kind: "set", path: `text_${index % fields}`, value: changed.join("") },
      ...{ opId: `page-of-${index}.1`, baseVersion: 1 },
    };
  });
  let merged = 0;
  const begun = performance.now();
  for (let from = 0; from < operations.length; from += batch) {
    const applied = applyOperations(section, operations.slice(from, from + batch), {
      ...{ by: "li", at, seen: new Map(), history, fixedTables: new Set<string>(), isText: () => true },
    });
    section = applied.section;
    merged += applied.outcomes.filter((outcome) => outcome.status === "saved" && outcome.merged).length;
  }
  return { operations: operations.length, ms: performance.now() - begun, merged };
}
