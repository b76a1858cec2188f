import type { Audience } from "#app/domain/notifications/recipients.ts";
import type { Read } from "#app/platform/database/database.ts";
import { type EventFact, textOf } from "./event-fact.ts";

export interface Recipient {
  id: string;
  name: string;
  email: string;
  locale: "zh" | "en";
}

/** The people an event's mail goes to: able to sign in, with an address they have proved. */
export function resolveAudience(db: Read, audience: Audience, event: EventFact): Promise<Recipient[]> {
  return audiences[audience](db, event);
}

const audiences: { readonly [A in Audience]: (db: Read, event: EventFact) => Promise<Recipient[]> } = {
  subject_person: (db, { subjectId }) => people(db).where("person.id", "=", subjectId).execute(),
  company_owners: (db, { companyId }) => members(db, companyId, ["owner"]),
  company_editors: (db, { companyId }) => companyEditors(db, companyId),
  company_members: (db, { companyId }) => companyMembers(db, companyId),
  sign_off_asker: signOffAsker,
  call_members: callMembers,
  officer: officerOrAll,
  new_officer: newOfficer,
  reviewer: assignedReviewer,
  application_reviewers: (db, { applicationId }) => reviewersOf(db, applicationId),
  asker: askerOf,
  releasers: (db, { actorId }) => withRole(db, ["committee_chair", "administrator"], actorId).execute(),
};

const people = (db: Read) =>
  db
    .selectFrom("person")
    .select(["person.id", "person.name", "person.email", "person.locale"])
    .where("person.disabled_at", "is", null)
    .where("person.email_verified_at", "is not", null);

const members = (
  db: Read,
  companyId: string,
  roles: ("owner" | "editor" | "viewer")[],
): Promise<Recipient[]> =>
  people(db)
    .innerJoin("company_member", "company_member.person_id", "person.id")
    .where("company_member.company_id", "=", companyId)
    .where("company_member.role", "in", roles)
    .orderBy("company_member.added_at")
    .execute();

export const companyEditors = (db: Read, companyId: string): Promise<Recipient[]> =>
  members(db, companyId, ["owner", "editor"]);

export const companyMembers = (db: Read, companyId: string): Promise<Recipient[]> =>
  members(db, companyId, ["owner", "editor", "viewer"]);

/** Applications that have ended do not care for a new closing time. */
function callMembers(db: Read, { callId }: EventFact): Promise<Recipient[]> {
  return people(db)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("company_member")
          .innerJoin("application", "application.company_id", "company_member.company_id")
          .select("application.id")
          .whereRef("company_member.person_id", "=", "person.id")
          .where("application.call_id", "=", callId)
          .where("application.is_test", "=", 0)
          .where("application.state", "in", ["draft", "submitted"]),
      ),
    )
    .execute();
}

/** Who handles the application, or every officer; of them only those the application is not hidden from. */
export async function officerOrAll(
  db: Read,
  { applicationId }: Pick<EventFact, "applicationId">,
): Promise<Recipient[]> {
  const officers = withRole(db, ["officer"], null).where((eb) =>
    eb.not(
      eb.exists(
        eb
          .selectFrom("conflict")
          .select("conflict.id")
          .whereRef("conflict.person_id", "=", "person.id")
          .where("conflict.application_id", "=", applicationId)
          .where("conflict.state", "=", "confirmed"),
      ),
    ),
  );
  const own = await officers
    .innerJoin("application", "application.officer_id", "person.id")
    .where("application.id", "=", applicationId)
    .execute();
  return own.length > 0 ? own : officers.execute();
}

/** As long as they still belong to the company. */
async function signOffAsker(db: Read, event: EventFact): Promise<Recipient[]> {
  const request = await db
    .selectFrom("sign_off_request")
    .select("asked_by")
    .where("id", "=", textOf(event, "requestId"))
    .executeTakeFirst();
  const colleagues = await companyMembers(db, event.companyId);
  return colleagues.filter(({ id }) => id === request?.asked_by);
}

async function newOfficer(db: Read, event: EventFact): Promise<Recipient[]> {
  const officerId = textOf(event, "officerId");
  if (officerId === event.actorId) return [];
  return people(db).where("person.id", "=", officerId).execute();
}

function assignedReviewer(db: Read, event: EventFact): Promise<Recipient[]> {
  return people(db).where("person.id", "=", textOf(event, "reviewerId")).execute();
}

/** Whose declaration is signed, whose assignment stands and against whom no conflict does. */
export function reviewersOf(db: Read, applicationId: string): Promise<Recipient[]> {
  return people(db)
    .innerJoin("assignment", "assignment.reviewer_id", "person.id")
    .where("assignment.application_id", "=", applicationId)
    .where("assignment.state", "in", ["accepted", "submitted"])
    .where("assignment.declared_at", "is not", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("conflict")
            .select("conflict.id")
            .whereRef("conflict.person_id", "=", "person.id")
            .where("conflict.application_id", "=", applicationId)
            .where("conflict.state", "!=", "dismissed"),
        ),
      ),
    )
    .orderBy("assignment.id")
    .execute();
}

async function askerOf(db: Read, { applicationId, subjectId }: EventFact): Promise<Recipient[]> {
  const question = await db
    .selectFrom("review_question")
    .innerJoin("assignment", "assignment.id", "review_question.assignment_id")
    .select("assignment.reviewer_id as reviewerId")
    .where("review_question.id", "=", subjectId)
    .executeTakeFirst();
  return (await reviewersOf(db, applicationId)).filter(({ id }) => id === question?.reviewerId);
}

const withRole = (
  db: Read,
  roles: ("committee_chair" | "administrator" | "officer")[],
  exceptId: string | null,
) =>
  people(db)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("staff_role")
          .select("staff_role.role")
          .whereRef("staff_role.person_id", "=", "person.id")
          .where("staff_role.role", "in", roles),
      ),
    )
    .where("person.id", "!=", exceptId ?? "");
