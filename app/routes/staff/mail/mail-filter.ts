import { isMailState } from "#app/domain/notifications/mail-state.ts";
import { isMailTemplate } from "#app/domain/notifications/mail-template.ts";
import type { MailFilter } from "#app/features/notifications/list-mails.ts";

/** What the address asks for; what nobody knows is left out. */
export function readMailFilter(query: URLSearchParams): MailFilter {
  const [state, template] = [query.get("state") ?? "", query.get("kind") ?? ""];
  return {
    state: isMailState(state) ? state : undefined,
    template: isMailTemplate(template) ? template : undefined,
    recipient: (query.get("to") ?? "").trim().slice(0, 100) || undefined,
  };
}

/** The list's address with this filter, and with a page's beginning where one is given. */
export function mailListHref(
  { state, template, recipient }: MailFilter,
  page: Record<string, string> = {},
): string {
  const given = { state, kind: template, to: recipient, ...page };
  const query = new URLSearchParams(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return query.size > 0 ? `/staff/mail?${query}` : "/staff/mail";
}
