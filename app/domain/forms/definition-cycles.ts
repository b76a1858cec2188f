import type { Reference } from "./infer-type.ts";

/** Longer than any form people can follow, and short enough to be worked out in one go. */
const longestChain = 100;

/** Which answers an answer's own visibility or value depends on: `question` or `table/column`. */
export class Dependencies {
  readonly #needs = new Map<string, Set<string>>();

  add(node: string, references: readonly Reference[]): void {
    const needs = this.#needs.get(node) ?? new Set<string>();
    for (const { question, column } of references)
      needs.add(column === undefined ? question : `${question}/${column}`);
    this.#needs.set(node, needs);
  }

  /**
   * Every ring once, from the node where it was entered: [a, b, a]; and where answers lean on each other in too long
   * a row, the first of them beyond the limit. Without recursion: a chain may be of any length.
   */
  inspect(): { rings: string[][]; tooLongAt: string | undefined } {
    const rings: string[][] = [];
    const depths = new Map<string, number>();
    let tooLongAt: string | undefined;
    for (const start of this.#needs.keys()) {
      if (depths.has(start)) continue;
      const trail = [start];
      const onTrail = new Set(trail);
      const ahead = [this.#needsOf(start)];
      while (trail.length > 0) {
        const next = ahead.at(-1)?.next();
        if (next === undefined || next.done) {
          ahead.pop();
          const left = trail.pop() ?? "";
          onTrail.delete(left);
          const depth = 1 + Math.max(0, ...this.#needsOf(left).map((need) => depths.get(need) ?? 0));
          if (depth > longestChain) tooLongAt ??= left;
          depths.set(left, depth);
        } else if (onTrail.has(next.value)) {
          rings.push([...trail.slice(trail.indexOf(next.value)), next.value]);
        } else if (!depths.has(next.value)) {
          trail.push(next.value);
          onTrail.add(next.value);
          ahead.push(this.#needsOf(next.value));
        }
      }
    }
    return { rings, tooLongAt };
  }

  #needsOf(node: string): SetIterator<string> {
    return (this.#needs.get(node) ?? new Set<string>()).values();
  }
}
