import { shellMessages } from "#app/i18n/messages/shell.ts";
import { usePage } from "./page-context.tsx";
import type { SiteLink } from "./site-link.ts";

interface SiteFooterProps {
  links: readonly SiteLink[];
  demo?: boolean;
}

export function SiteFooter({ links, demo }: SiteFooterProps) {
  const t = shellMessages[usePage().locale];
  return (
    <footer className="foot">
      <div className="wrap">
        <div>
          <p>{t.disclaimer}</p>
          {demo && <p>{t.demoNote}</p>}
        </div>
        <nav aria-label={t.footerNavigation}>
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
