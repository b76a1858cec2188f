import { partyOf } from "#app/domain/reviews/ties/party.ts";
import { postsOf, type ReviewerTies } from "#app/domain/reviews/ties/reviewer-ties.ts";
import type { Read } from "#app/platform/database/database.ts";
import { readAnswers } from "../registry/registry-form.ts";

export interface LoadedReviewer extends ReviewerTies {
  /** Another whenever a fact about the reviewer is another. */
  mark: string;
}

/**
 * What the portal knows of reviewers: what they gave last, also before the office confirms it, what it confirmed,
 * and the teams they belong to. All reviewers, or these. One statement.
 */
export async function loadReviewerTies(db: Read, personIds?: readonly string[]): Promise<LoadedReviewer[]> {
  if (personIds?.length === 0) return [];
  const rows = await db
    .selectFrom("reviewer_profile as r")
    .innerJoin("person as p", "p.id", "r.person_id")
    .leftJoin("reviewer_registry as g", "g.person_id", "r.person_id")
    .leftJoin("company_member as m", "m.person_id", "r.person_id")
    .leftJoin("company as c", "c.id", "m.company_id")
    .select([
      "r.person_id as personId",
      "p.name",
      "p.email",
      "r.affiliation",
      "r.affiliation_uscc as affiliationUscc",
      "g.answers",
      "g.confirmed_answers as confirmed",
      "c.name_zh as team",
      "c.uscc as teamUscc",
    ])
    .$if(personIds !== undefined, (query) => query.where("r.person_id", "in", personIds!))
    .orderBy("r.person_id")
    .orderBy("c.id")
    .execute();
  return [...Map.groupBy(rows, ({ personId }) => personId).values()].map((each) => {
    const { personId, name, email, answers, confirmed, affiliation, affiliationUscc } = each[0]!;
    const registries = [answers, confirmed].flatMap((json) => (json === null ? [] : [readAnswers(json)]));
    const memberOf = each.flatMap(({ team, teamUscc }) =>
      team === null ? [] : [partyOf(team, teamUscc ?? "")],
    );
    const posts = postsOf(registries, partyOf(affiliation, affiliationUscc), memberOf);
    return { personId, name, email, posts, mark: JSON.stringify([name, email, posts]) };
  });
}
