import type { ApplicationFields } from "#emails/mail-fields.ts";
import { isSettled } from "#app/domain/applications/correction.ts";
import type { Localised } from "#app/domain/shared/localised.ts";
import type { Read } from "#app/platform/database/database.ts";

export interface ApplicationFacts {
  application: ApplicationFields;
  number: string;
  state: string;
  formVersionId: string;
  companyId: string;
  company: Localised;
  call: Localised;
  closesAt: string | null;
  dueAt: string | null;
  answered: number;
  required: number;
  reviewers: number;
  reviews: number;
}

/** What nearly every mail about an application says of it; null when it is gone. */
export async function applicationFacts(db: Read, id: string): Promise<ApplicationFacts | null> {
  const row = await db
    .selectFrom("application as a")
    .innerJoin("company as o", "o.id", "a.company_id")
    .innerJoin("call as c", "c.id", "a.call_id")
    .select(["a.id", "a.number", "a.state", "a.form_version_id", "a.company_id", "a.title_zh", "a.title_en"])
    .select(["a.due_at", "a.answered", "a.required", "a.reviewers", "a.reviews", "a.is_test"])
    .select(["o.name_zh", "o.name_en", "c.title_zh as call_zh", "c.title_en as call_en", "c.closes_at"])
    .where("a.id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  const call = { zh: row.call_zh, en: row.call_en };
  return {
    application: {
      ...{ id: row.id, number: row.number, title: { zh: row.title_zh, en: row.title_en }, call },
      ...(row.is_test === 1 && { isTest: true as const }),
    },
    number: row.number ?? "",
    state: row.state,
    formVersionId: row.form_version_id,
    companyId: row.company_id,
    company: { zh: row.name_zh, en: row.name_en },
    call,
    closesAt: row.closes_at,
    dueAt: row.due_at,
    answered: row.answered,
    required: row.required,
    reviewers: row.reviewers,
    reviews: row.reviews,
  };
}

/** How many places a round of correction flagged, and how many of them nobody has dealt with. */
export async function flagsOf(
  db: Read,
  applicationId: string,
  round: number,
): Promise<{ items: number; open: number }> {
  const flags = await db
    .selectFrom("correction_item")
    .select(["answered_at as answeredAt", "reply"])
    .where("application_id", "=", applicationId)
    .where("round", "=", round)
    .execute();
  return { items: flags.length, open: flags.filter((flag) => !isSettled(flag)).length };
}
