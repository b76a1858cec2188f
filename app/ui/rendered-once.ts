import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

export interface RenderedPart<Extra> {
  html: string;
  extra: Extra;
}

/** Characters of markup kept in memory by one process; the least recently used part goes first. */
const budget = 48_000_000;

const kept = new Map<string, RenderedPart<unknown>>();
let size = 0;

/**
 * Markup of something that never changes under its key (a submitted version in one language), rendered on first
 * use. A large application costs more to render than everything else on its page together.
 */
export async function renderedOnce<Extra>(
  key: string,
  make: () => Promise<{ node: ReactNode; extra: Extra }>,
): Promise<RenderedPart<Extra>> {
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known as RenderedPart<Extra>;
  }
  const { node, extra } = await make();
  const part = { html: renderToStaticMarkup(node), extra };
  kept.set(key, part);
  size += part.html.length;
  for (const [oldest, { html }] of kept) {
    if (size <= budget) break;
    kept.delete(oldest);
    size -= html.length;
  }
  return part;
}
