import type { ReactNode } from "react";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import type { Account, SiteLink } from "./site-link.ts";
import { SkipLink } from "./skip-link.tsx";

interface PageShellProps {
  nav: readonly SiteLink[];
  languageHref: string;
  account: Account;
  now: Date;
  footerLinks: readonly SiteLink[];
  homeHref?: string;
  demo?: boolean;
  children: ReactNode;
}

/** The frame around public, account and applicant pages. */
export function PageShell({ homeHref = "/", footerLinks, demo, children, ...header }: PageShellProps) {
  return (
    <>
      <SkipLink />
      <SiteHeader homeHref={homeHref} {...header} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter links={footerLinks} demo={demo} />
    </>
  );
}
