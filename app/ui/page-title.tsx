import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { usePage } from "./page-context.tsx";

/** What the tab says: the page, the portal, and first of all that something has to be changed. */
export function PageTitle({ children, hasErrors = false }: { children: string; hasErrors?: boolean }) {
  const { locale } = usePage();
  const prefix = hasErrors ? shellMessages[locale].errorPrefix : "";
  return <title>{`${prefix}${children} – ${siteMessages[locale].portalName}`}</title>;
}
