import type { MailFields } from "#emails/mail-fields.ts";
import type { EventMail } from "#app/domain/notifications/recipients.ts";
import type { Read } from "#app/platform/database/database.ts";
import type { EventFact } from "./event-fact.ts";
import { accountGatherers } from "./gather-account-fields.ts";
import { applicationGatherers } from "./gather-application-fields.ts";
import { decisionGatherers } from "./gather-decision-fields.ts";
import { officeGatherers } from "./gather-office-fields.ts";
import { questionGatherers } from "./gather-question-fields.ts";
import type { Gatherers } from "./gatherer.ts";

const gatherers: Gatherers<EventMail> = {
  ...accountGatherers,
  ...applicationGatherers,
  ...officeGatherers,
  ...questionGatherers,
  ...decisionGatherers,
};

/** Facts of one mail, read from its event and the rows it names. */
export const gatherFields = <T extends EventMail>(
  db: Read,
  template: T,
  event: EventFact,
): Promise<MailFields[T] | null> => gatherers[template](db, event);
