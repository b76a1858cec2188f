import type { Locale } from "#app/i18n/locale.ts";
import { languageTag } from "#app/i18n/locale.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { BrandMark } from "./brand-mark.tsx";
import { ClockBar } from "./clock-bar.tsx";
import { usePage } from "./page-context.tsx";
import type { Account, SiteLink } from "./site-link.ts";

interface SiteHeaderProps {
  homeHref: string;
  nav: readonly SiteLink[];
  languageHref: string;
  account: Account;
  now: Date;
}

export function SiteHeader({ homeHref, nav, languageHref, account, now }: SiteHeaderProps) {
  const t = shellMessages[usePage().locale];
  return (
    <header>
      <div className="site">
        <div className="wrap site-row">
          <a className="brand" href={homeHref}>
            <BrandMark />
            <span>
              <b>
                {t.fundName}
                <span className="planned">{t.planned}</span>
              </b>
              <small>{t.portal}</small>
            </span>
          </a>
          <nav className="topnav" aria-label={t.mainNavigation}>
            <NavLinks links={nav} />
          </nav>
          <div className="site-tools">
            <LanguageLink href={languageHref} />
            <WideAccount account={account} />
          </div>
          <details className="burger">
            <summary>{t.menu}</summary>
            <nav aria-label={t.menu}>
              <NavLinks links={nav} />
              <LanguageLink href={languageHref} />
              <MenuAccount account={account} />
            </nav>
          </details>
        </div>
      </div>
      <ClockBar now={now} />
    </header>
  );
}

function NavLinks({ links }: { links: readonly SiteLink[] }) {
  return links.map(({ href, label, current }) => (
    <a key={href} href={href} aria-current={current ? "page" : undefined}>
      {label}
    </a>
  ));
}

/** Named in the language it leads to. */
export function LanguageLink({ href }: { href: string }) {
  const { locale } = usePage();
  const other: Locale = locale === "zh" ? "en" : "zh";
  return (
    <a lang={languageTag[other]} hrefLang={languageTag[other]} href={href}>
      {shellMessages[locale].otherLanguage}
    </a>
  );
}

function WideAccount({ account }: { account: Account }) {
  const t = shellMessages[usePage().locale];
  if (account.kind === "visitor") {
    return (
      <a className="btn btn-sm" href={account.signInHref}>
        {t.signIn}
      </a>
    );
  }
  return (
    <>
      {account.href ? (
        <a href={account.href}>{account.label}</a>
      ) : (
        <span className="muted">{account.label}</span>
      )}
      <SignOutForm action={account.signOutAction} />
    </>
  );
}

function MenuAccount({ account }: { account: Account }) {
  const t = shellMessages[usePage().locale];
  if (account.kind === "visitor") return <a href={account.signInHref}>{t.signIn}</a>;
  return (
    <>
      {account.href ? <a href={account.href}>{account.label}</a> : <p>{account.label}</p>}
      <SignOutForm action={account.signOutAction} />
    </>
  );
}

export function SignOutForm({ action }: { action: string }) {
  const t = shellMessages[usePage().locale];
  return (
    <form method="post" action={action}>
      <button className="linklike" type="submit">
        {t.signOut}
      </button>
    </form>
  );
}
