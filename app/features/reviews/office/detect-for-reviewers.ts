import { type DetectedConflict, detectConflicts } from "#app/domain/reviews/conflict-of-interest.ts";
import type { Read } from "#app/platform/database/database.ts";
import type { FoundTies } from "./find-application-ties.ts";

export interface ReviewerToCheck {
  personId: string;
  name: string;
  email: string;
  affiliation: string;
  affiliationUscc: string;
}

/** What stands between each of these reviewers and one application, as far as the portal can see: two statements. */
export async function detectForReviewers(
  db: Read,
  ties: FoundTies,
  reviewers: readonly ReviewerToCheck[],
): Promise<ReadonlyMap<string, readonly DetectedConflict[]>> {
  if (reviewers.length === 0) return new Map();
  const memberships = await listMemberships(db, reviewers);
  const own = new Map(
    reviewers.map((reviewer) => [
      reviewer.personId,
      memberships.filter(({ personId }) => personId === reviewer.personId).map(({ uscc }) => uscc),
    ]),
  );
  const codes = [
    ...new Set(reviewers.flatMap((r) => [r.affiliationUscc, ...(own.get(r.personId) ?? [])])),
  ].filter(Boolean);
  const competitorUsccs = await listCompetitors(db, ties.callId, codes);
  return new Map(
    reviewers.map((reviewer) => {
      const { name, email, affiliationUscc } = reviewer;
      const memberOfUsccs = own.get(reviewer.personId) ?? [];
      const found = detectConflicts(
        { name, email, affiliationUscc, memberOfUsccs, didDueDiligence: false },
        { ...ties, competitorUsccs },
      );
      return [reviewer.personId, [...found, ...sameEmployer(reviewer, ties, found)]];
    }),
  );
}

/** A reviewer without a credit code on file may still name the applicant as employer. */
function sameEmployer(
  reviewer: ReviewerToCheck,
  ties: FoundTies,
  found: readonly DetectedConflict[],
): DetectedConflict[] {
  const employer = nameKey(reviewer.affiliation);
  if (employer === "" || found.some(({ kind }) => kind === "same_company")) return [];
  return ties.companyNames.some((name) => nameKey(name) === employer)
    ? [{ kind: "same_company", evidence: reviewer.affiliation }]
    : [];
}

const nameKey = (name: string): string => name.normalize("NFKC").replace(/\s/g, "").toLowerCase();

const listMemberships = (db: Read, reviewers: readonly ReviewerToCheck[]) =>
  db
    .selectFrom("company_member as m")
    .innerJoin("company as c", "c.id", "m.company_id")
    .select(["m.person_id as personId", "c.uscc"])
    .where(
      "m.person_id",
      "in",
      reviewers.map(({ personId }) => personId),
    )
    .execute();

/** Of these codes, those whose companies apply to the same call. */
async function listCompetitors(db: Read, callId: string, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .selectFrom("company as c")
    .innerJoin("application as a", "a.company_id", "c.id")
    .select("c.uscc")
    .distinct()
    .where("c.uscc", "in", codes)
    .where("a.call_id", "=", callId)
    .where("a.state", "!=", "draft")
    .execute();
  return rows.map(({ uscc }) => uscc);
}
