import type { MailFields } from "#emails/mail-fields.ts";
import type { EventMail } from "#app/domain/notifications/recipients.ts";
import type { Read } from "#app/platform/database/database.ts";
import type { EventFact } from "./event-fact.ts";

/** What a mail needs to know of its event; null when there is nothing left to tell. */
export type Gatherer<T extends EventMail> = (db: Read, event: EventFact) => Promise<MailFields[T] | null>;

export type Gatherers<T extends EventMail> = { readonly [K in T]: Gatherer<K> };
