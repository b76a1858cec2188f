import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#app/i18n/locale.ts";
import { PageProvider } from "../page-context.tsx";

/** Characters of markup and of keys kept in memory by one process; the least recently used goes first. */
const budget = 24_000_000;
/** What somebody wrote at length is not met again on another page. */
const longestKey = 3_000;

const markupByKey = new Map<string, string>();
let size = 0;

/**
 * Markup that follows from its key alone, drawn on first use. Most of a section's page is the same for everybody
 * who fills in the form, question by question: rendering it each time was a third of the page's cost.
 */
export function keptMarkup(key: string, locale: Locale, draw: () => ReactNode): string {
  const known = markupByKey.get(key);
  if (known !== undefined) {
    markupByKey.delete(key);
    markupByKey.set(key, known);
    return known;
  }
  const page = { locale, nonce: undefined, assetUrl: refuseScript };
  const markup = renderToStaticMarkup(<PageProvider value={page}>{draw()}</PageProvider>);
  if (key.length <= longestKey) keep(key, markup);
  return markup;
}

function keep(key: string, markup: string): void {
  markupByKey.set(key, markup);
  size += key.length + markup.length;
  for (const [oldest, { length }] of markupByKey) {
    if (size <= budget || oldest === key) break;
    markupByKey.delete(oldest);
    size -= oldest.length + length;
  }
}

/** A script carries the nonce of its request and cannot be kept. */
function refuseScript(name: string): string {
  throw new Error(`The script ${name} stands outside of kept markup`);
}
