import type { ReactNode } from "react";
import { formatDateTime } from "#app/i18n/format.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { BrandMark } from "./brand-mark.tsx";
import { classNames } from "./class-names.ts";
import { usePage } from "./page-context.tsx";
import { LanguageLink, SignOutForm } from "./site-header.tsx";
import type { SiteLink } from "./site-link.ts";
import { SkipLink } from "./skip-link.tsx";

export interface RailLink extends SiteLink {
  count?: number;
  /** Something in it is overdue. */
  hot?: boolean;
}

export interface RailGroup {
  title?: string;
  links: readonly RailLink[];
}

interface StaffShellProps {
  /** Whose desk this is. */
  audience: string;
  rail: readonly RailGroup[];
  person: string;
  now: Date;
  languageHref: string;
  signOutAction: string;
  homeHref: string;
  demo?: boolean;
  children: ReactNode;
}

/** The frame around reviewer and staff pages: rail with counts, dense desk. */
export function StaffShell({ audience, rail, homeHref, demo, children, ...who }: StaffShellProps) {
  const t = shellMessages[usePage().locale];
  return (
    <div className="dense">
      <SkipLink />
      <div className="staff">
        <nav className="rail" aria-label={t.mainNavigation}>
          <a className="brand" href={homeHref}>
            <BrandMark />
            <span>
              <b>{t.fundNameShort}</b>
              <small>{audience}</small>
            </span>
          </a>
          <div className="rail-links">
            {rail.map((group, index) => (
              <RailLinks key={group.title ?? index} {...group} />
            ))}
          </div>
          <RailPerson {...who} />
        </nav>
        <main id="main" className="desk" tabIndex={-1}>
          {children}
          {demo && <p className="muted mt-6 text-xs">{t.demoNote}</p>}
        </main>
      </div>
    </div>
  );
}

function RailLinks({ title, links }: RailGroup) {
  return (
    <>
      {title && <h2>{title}</h2>}
      {links.map(({ href, label, current, count, hot }) => (
        <a key={href} href={href} aria-current={current ? "page" : undefined}>
          {label}
          {count !== undefined && <span className={classNames("n", hot && "n--hot")}>{count}</span>}
        </a>
      ))}
    </>
  );
}

function RailPerson(props: { person: string; now: Date; languageHref: string; signOutAction: string }) {
  const { locale } = usePage();
  return (
    <div className="who">
      <div>{props.person}</div>
      <div>{formatDateTime(locale, props.now)}</div>
      <div className="who-tools">
        <LanguageLink href={props.languageHref} />
        <SignOutForm action={props.signOutAction} />
      </div>
    </div>
  );
}
