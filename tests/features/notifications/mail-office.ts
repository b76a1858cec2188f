import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { system } from "#app/domain/accounts/actor.ts";
import type { EventType } from "#app/domain/audit/event-types.ts";
import type { DecisionKind } from "#app/domain/decisions/decision.ts";
import { queueEventMails } from "#app/features/notifications/queue-event-mails.ts";
import { type EventToRecord, recordEvent } from "#app/features/record-event.ts";
import { newId } from "#app/platform/new-id.ts";
import { deliverMails } from "#app/worker/deliver-mails.ts";
import type { Mailer } from "#app/platform/mailer/mailer.ts";
import type { Settings } from "#app/platform/config/settings.ts";
import type { Dialect } from "#db/migrations/migration.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

type Application = Awaited<ReturnType<FundOffice["addApplication"]>>;

/** A fund office whose events become mail, one step at a time. */
export async function mailOffice(dialect: Dialect, changes: Partial<Settings> = {}) {
  const portal = await testPortal(dialect, { demo: false, baseUrl: "https://portal.example.cn", ...changes });
  const office = await fundOffice(portal.db);
  const about = (application: Application) => ({
    applicationId: application.id,
    companyId: application.companyId,
    callId: office.callId,
  });
  return {
    portal,
    office,
    about,
    /** Puts an event on record as a command would. */
    record: (type: EventType, event: Omit<EventToRecord, "type">, actor?: PersonActor) =>
      portal.db.write((trx) => recordEvent(trx, portal.ctx(actor ?? system), { type, ...event })),
    queue: () => queueEventMails({ db: portal.db, now: portal.now, settings: portal.settings }),
    deliver: (mailer?: Mailer) => deliverAll(portal, mailer),
    rows: () => portal.db.read.selectFrom("mail_delivery").selectAll().orderBy("id").execute(),
    addMember: (companyId: string, person: PersonActor, role: "owner" | "editor" | "viewer") =>
      portal.db.write((trx) =>
        trx
          .insertInto("company_member")
          .values({
            company_id: companyId,
            person_id: person.personId,
            role,
            added_by: null,
            added_at: "2026-11-01",
          })
          .execute(),
      ),
    addDecision: (application: Application, facts: DecisionFacts) =>
      addDecision(portal, office, application, facts),
  };
}

export type MailOffice = Awaited<ReturnType<typeof mailOffice>>;

async function deliverAll(portal: TestPortal, mailer?: Mailer): Promise<void> {
  while (await deliverMails(portal.services, mailer));
}

interface DecisionFacts {
  kind: DecisionKind;
  amountFen?: number | null;
  conditions?: string;
  reasonText?: string;
  state?: "recorded" | "released";
}

async function addDecision(
  portal: TestPortal,
  office: FundOffice,
  application: Application,
  facts: DecisionFacts,
) {
  const id = newId();
  const at = portal.now.toISOString();
  await portal.db.write((trx) =>
    trx
      .insertInto("decision")
      .values({
        ...{ id, application_id: application.id, kind: facts.kind, amount_fen: facts.amountFen ?? null },
        ...{ conditions: facts.conditions ?? "", reason_code: null, reason_text: facts.reasonText ?? "" },
        ...{
          meeting_on: "2026-11-20",
          state: facts.state ?? "recorded",
          recorded_by: office.officer.personId,
        },
        ...{ recorded_at: at, released_by: null, released_at: null, version: 1 },
      })
      .execute(),
  );
  return id;
}
