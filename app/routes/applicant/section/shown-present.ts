import type { Present } from "#app/domain/applications/presence.ts";
import type { ShownPresent } from "#app/domain/applications/section-page-data.ts";
import { formatTime } from "#app/i18n/format.ts";

/** Names and titles the page has already. */
export const shownPresent = (present: readonly Present[]): ShownPresent[] =>
  present.map(({ personId, sectionKey, since }) => ({
    ...{ person: personId, section: sectionKey, since: formatTime(since) },
  }));
