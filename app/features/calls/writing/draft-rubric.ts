import type { DraftRubric } from "#app/domain/calls/call-document.ts";
import { keysIn } from "#app/domain/calls/call-problems.ts";
import { checkRubric, type Rubric, standardScoringRules } from "#app/domain/reviews/rubric.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import { keepVersion } from "#app/features/keep-version.ts";
import type { Write } from "#app/platform/database/database.ts";
import { anchors, commonCriteria } from "#db/programme/rubrics/criteria.ts";

/** A rubric as it is written in the browser. */
export const draftOfRubric = ({
  title,
  criteria,
  anchors: words,
  thresholds,
  tieBreak,
}: Rubric): DraftRubric => ({
  title,
  criteria: criteria.map(({ key, name, guidance, weight, evidence }) => ({
    ...{ key, name, guidance },
    weight: String(weight),
    evidence: evidence.join(", "),
  })),
  anchors: words,
  shortlist: thresholds.shortlist,
  reserve: thresholds.reserve,
  criterionMean: thresholds.criterionMean,
  tieBreak: tieBreak.join(", "),
});

/** The fund's seven criteria, still to be weighted. */
export const freshRubric = (title: { zh: string; en: string }): DraftRubric => ({
  title: {
    zh: title.zh === "" ? "" : `${title.zh}评分表`,
    en: title.en === "" ? "" : `Scoring: ${title.en}`,
  },
  criteria: commonCriteria.map(({ evidence, ...criterion }) => ({
    ...criterion,
    weight: "",
    evidence: evidence.join(", "),
  })),
  anchors,
  shortlist: standardScoringRules.thresholds.shortlist,
  reserve: standardScoringRules.thresholds.reserve,
  criterionMean: standardScoringRules.thresholds.criterionMean,
  tieBreak: standardScoringRules.tieBreak.join(", "),
});

/**
 * The version of the rubric that says this, a new one where none does. What is not written in the browser (lengths
 * of comments, when to deliberate) stays as in `standing`, or as the fund usually has it.
 */
export async function keepRubric(
  trx: Write,
  code: string,
  draft: DraftRubric,
  standing: Rubric | undefined,
  now: string,
): Promise<{ ok: true; id: string } | { ok: false }> {
  const candidate = {
    ...{ code, version: 1, title: draft.title, anchors: draft.anchors },
    criteria: draft.criteria.map(({ key, name, guidance, weight, evidence }) => ({
      ...{ key, name, guidance, weight: Number(weight) },
      evidence: keysIn(evidence),
    })),
    comments: standing?.comments ?? standardScoringRules.comments,
    moderation: standing?.moderation ?? standardScoringRules.moderation,
    thresholds: { shortlist: draft.shortlist, reserve: draft.reserve, criterionMean: draft.criterionMean },
    tieBreak: keysIn(draft.tieBreak),
  };
  const checked = checkRubric(candidate);
  if (!checked.ok) return { ok: false };
  const rows = await trx
    .selectFrom("rubric_version")
    .select(["id", "version", "definition"])
    .where("code", "=", code)
    .orderBy("version")
    .execute();
  const same = rows.find(({ definition }) => isSame(JSON.parse(definition) as Rubric, checked.value));
  if (same) return { ok: true, id: same.id };
  const version = Math.max(0, ...rows.map((row) => row.version)) + 1;
  const id = await keepVersion(trx, "rubric_version", code, { ...checked.value, version }, now);
  return { ok: true, id: id ?? "" };
}

const isSame = (a: Rubric, b: Rubric): boolean => withoutVersion(a) === withoutVersion(b);

const withoutVersion = (rubric: Rubric): string =>
  canonicalJson({ ...rubric, version: 0 } as unknown as Json);
