import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

export interface RenderedPart<Extra> {
  /** Stands in the page for the markup until the page leaves (`withKeptParts`). */
  marker: string;
  extra: Extra;
}

interface KeptPart extends RenderedPart<unknown> {
  markup: Buffer;
}

/** Bytes of markup kept in memory by one process; the least recently used part goes first. */
const budget = 96_000_000;

const partByKey = new Map<string, KeptPart>();
const markupByMarker = new Map<string, Buffer>();
const markerStart = "<!--kept:";
const markers = /<!--kept:[0-9a-f-]{36}-->/;
let size = 0;

/**
 * Markup of something that never changes under its key (a submitted version in one language), rendered and encoded
 * on first use. A large application costs more to render than everything else on its page together.
 */
export async function renderedOnce<Extra>(
  key: string,
  make: () => Promise<{ node: ReactNode; extra: Extra }>,
): Promise<RenderedPart<Extra>> {
  const known = partByKey.get(key);
  if (known) {
    partByKey.delete(key);
    partByKey.set(key, known);
    return known as RenderedPart<Extra>;
  }
  const { node, extra } = await make();
  // What applicants typed is escaped, and the marker cannot be guessed: nothing they write is taken for one.
  const marker = `${markerStart}${randomUUID()}-->`;
  const part = { marker, extra, markup: Buffer.from(renderToStaticMarkup(node)) };
  partByKey.set(key, part);
  markupByMarker.set(marker, part.markup);
  size += part.markup.length;
  for (const [oldest, { marker: gone, markup }] of partByKey) {
    if (size <= budget || oldest === key) break;
    partByKey.delete(oldest);
    // A page that is being rendered this moment may still name it.
    setTimeout(() => markupByMarker.delete(gone), 60_000).unref();
    size -= markup.length;
  }
  return part;
}

/** A page in pieces: what was rendered for this request, and kept markup where its marker stood. */
export function withKeptParts(page: string): { fresh: string; kept?: Buffer }[] {
  if (!page.includes(markerStart)) return [{ fresh: page }];
  const pieces: { fresh: string; kept?: Buffer }[] = [];
  let rest = page;
  for (let found = markers.exec(rest); found; found = markers.exec(rest)) {
    const kept = markupByMarker.get(found[0]);
    pieces.push({ fresh: rest.slice(0, found.index), ...(kept ? { kept } : {}) });
    rest = rest.slice(found.index + found[0].length);
  }
  return [...pieces, { fresh: rest }];
}
