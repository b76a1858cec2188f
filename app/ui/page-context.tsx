import { createContext, use, type ReactNode } from "react";
import type { Locale } from "#app/i18n/locale.ts";

export interface Page {
  locale: Locale;
  nonce: string | undefined;
  /** The address of a bundled browser script. */
  assetUrl: (name: string) => string;
}

const PageContext = createContext<Page | null>(null);

export function PageProvider({ value, children }: { value: Page; children: ReactNode }) {
  return <PageContext value={value}>{children}</PageContext>;
}

export function usePage(): Page {
  const page = use(PageContext);
  if (!page) throw new Error("Interface parts are rendered inside a PageProvider");
  return page;
}
