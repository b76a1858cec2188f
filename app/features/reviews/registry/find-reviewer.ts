import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { mayRegistry } from "#app/domain/reviews/registry-policy.ts";
import type { Context } from "#app/features/context.ts";
import { countProblems, readAnswers, standingAnswers } from "./registry-form.ts";
import { registryColumns, visibleReviewers } from "./visible-reviewers.ts";

export interface ReviewerPage {
  personId: string;
  name: string;
  email: string;
  raw: RawAnswers;
  /** 0 before the reviewer has saved anything. */
  version: number;
  updatedAt: string | null;
  /** Missing or wrong answers. */
  problems: number;
  /** What the office confirmed last, and null before that. */
  confirmed: { raw: RawAnswers; version: number; at: string; by: string } | null;
  load: number;
  maxLoad: number | null;
  mayEdit: boolean;
  mayConfirm: boolean;
}

/** One reviewer, as far as the actor may see them; one statement. */
export async function findReviewer(ctx: Context, personId: string): Promise<ReviewerPage | undefined> {
  const row = await visibleReviewers(ctx.db.read, ctx.actor)
    .leftJoin("person as c", "c.id", "g.confirmed_by")
    .select([...registryColumns, "c.name as confirmedBy"])
    .where("p.id", "=", personId)
    .executeTakeFirst();
  if (!row) return undefined;
  const raw = standingAnswers(row);
  return {
    personId: row.personId,
    name: row.name,
    email: row.email,
    raw,
    version: row.version ?? 0,
    updatedAt: row.updatedAt,
    problems: countProblems(raw, ctx.now),
    confirmed:
      row.confirmedAnswers !== null && row.confirmedAt !== null
        ? {
            raw: readAnswers(row.confirmedAnswers),
            version: row.confirmedVersion ?? 0,
            at: row.confirmedAt,
            by: row.confirmedBy ?? "",
          }
        : null,
    load: row.load ?? 0,
    maxLoad: row.maxLoad,
    mayEdit: mayRegistry(ctx.actor, "edit", personId),
    mayConfirm: mayRegistry(ctx.actor, "confirm", personId),
  };
}
