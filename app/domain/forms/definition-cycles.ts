import type { Reference } from "./infer-type.ts";

/** Which answers an answer's own visibility or value depends on: `question` or `table/column`. */
export class Dependencies {
  readonly #needs = new Map<string, Set<string>>();

  add(node: string, references: readonly Reference[]): void {
    const needs = this.#needs.get(node) ?? new Set<string>();
    for (const { question, column } of references)
      needs.add(column === undefined ? question : `${question}/${column}`);
    this.#needs.set(node, needs);
  }

  /** Every ring once, from the node where it was entered: [a, b, a]. */
  cycles(): string[][] {
    const found: string[][] = [];
    const done = new Set<string>();
    const visit = (node: string, trail: string[]): void => {
      if (trail.includes(node)) {
        found.push([...trail.slice(trail.indexOf(node)), node]);
        return;
      }
      if (done.has(node)) return;
      for (const next of this.#needs.get(node) ?? []) visit(next, [...trail, node]);
      done.add(node);
    };
    for (const node of this.#needs.keys()) visit(node, []);
    return found;
  }
}
