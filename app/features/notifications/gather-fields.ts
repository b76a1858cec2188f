import type { MailFields } from "#emails/mail-fields.ts";
import type { EventMail } from "#app/domain/notifications/recipients.ts";
import type { Read } from "#app/platform/database/database.ts";
import type { EventFact } from "./event-fact.ts";
import { accountGatherers } from "./gather-account-fields.ts";
import { applicationGatherers } from "./gather-application-fields.ts";
import { decisionGatherers } from "./gather-decision-fields.ts";
import { officeGatherers } from "./gather-office-fields.ts";

/** What a mail needs to know of its event; null when there is nothing left to tell. */
export type Gather<T extends EventMail> = (db: Read, event: EventFact) => Promise<MailFields[T] | null>;

export type Gatherers<T extends EventMail> = { readonly [K in T]: Gather<K> };

const gatherers: Gatherers<EventMail> = {
  ...accountGatherers,
  ...applicationGatherers,
  ...officeGatherers,
  ...decisionGatherers,
};

export const gatherFields = <T extends EventMail>(
  db: Read,
  template: T,
  event: EventFact,
): Promise<MailFields[T] | null> => gatherers[template](db, event);
