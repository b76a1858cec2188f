import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#app/i18n/locale.ts";
import { PageProvider } from "#app/ui/page-context.tsx";

export function render(node: ReactNode, locale: Locale = "zh"): string {
  const assetUrl = (name: string) => `/assets/${name}-1a2b.js`;
  return renderToStaticMarkup(
    <PageProvider value={{ locale, nonce: "n0nce", assetUrl }}>{node}</PageProvider>,
  );
}

/** Attributes of the first start tag that matches, such as `<input` or `id="city"`. */
export function attributes(html: string, within: string): Record<string, string> {
  const tag = startTags(html).find((start) => start.includes(within));
  if (!tag) throw new Error(`No tag with ${within} in ${html}`);
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

export const startTags = (html: string): string[] => html.match(/<[a-z][^>]*>/g) ?? [];

export const count = (html: string, part: string): number => html.split(part).length - 1;

/** What is left for a reader: text without tags and without what only assistive technology gets. */
export const visibleText = (html: string): string =>
  html
    .replace(/<span class="sr-only">[^<]*<\/span>/g, "")
    .replace(/<[^>]*>/g, "")
    .trim();
