import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { rowsOf } from "#app/domain/forms/raw-answers.ts";
import type { Discipline } from "#app/domain/reviews/coverage.ts";
import { type ReviewTopics, reviewerTopics } from "#app/domain/reviews/review-topics.ts";
import type { Read } from "#app/platform/database/database.ts";
import { readAnswers } from "../registry/registry-form.ts";

export interface Absence {
  from: string;
  to: string;
}

/** A reviewer as the match sees them. */
export interface MatchedReviewer {
  personId: string;
  name: string;
  discipline: Discipline;
  affiliation: string;
  /** In hand, over all calls. */
  load: number;
  maxLoad: number;
  absences: readonly Absence[];
  topics: ReviewTopics;
}

/** Everybody who can be assigned, by id; what the office confirmed counts before what was written since. One statement. */
export async function loadReviewers(db: Read): Promise<MatchedReviewer[]> {
  const rows = await db
    .selectFrom("reviewer_profile as r")
    .innerJoin("person as p", "p.id", "r.person_id")
    .innerJoin("staff_role as s", (join) =>
      join.onRef("s.person_id", "=", "p.id").on("s.role", "=", "reviewer"),
    )
    .leftJoin("reviewer_registry as g", "g.person_id", "r.person_id")
    .select([
      "r.person_id as personId",
      "p.name",
      "r.discipline",
      "r.affiliation",
      "r.expertise",
      "r.load",
      "r.max_load as maxLoad",
      "g.answers",
      "g.confirmed_answers as confirmed",
    ])
    .where("p.disabled_at", "is", null)
    .orderBy("r.person_id")
    .execute();
  return rows.map(({ answers, confirmed, expertise, ...row }) => {
    const own = answers === null ? {} : readAnswers(answers);
    const counted = confirmed === null ? own : readAnswers(confirmed);
    return {
      ...row,
      // When somebody is away needs nobody's confirmation.
      absences: absencesOf(own),
      topics: reviewerTopics(counted, JSON.parse(expertise) as string[]),
    };
  });
}

const absencesOf = (raw: RawAnswers): Absence[] =>
  rowsOf(raw, "absences").flatMap(({ cells }) => {
    const [from, to] = [cells["away_from"], cells["away_to"]].map((cell) =>
      typeof cell === "string" ? cell.trim() : "",
    );
    return from && to && from <= to ? [{ from, to }] : [];
  });
