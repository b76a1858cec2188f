import type { DraftRubric } from "#app/domain/calls/call-document.ts";
import { keysIn } from "#app/domain/calls/call-problems.ts";
import { checkRubric, type Rubric } from "#app/domain/reviews/rubric.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import { standardScoringRules } from "#app/domain/shared/standard-scoring-rules.ts";
import { keepVersion } from "#app/features/keep-version.ts";
import type { Write } from "#app/platform/database/database.ts";
import { anchors, commonCriteria } from "#db/programme/rubrics/criteria.ts";

/** A rubric as it is written in the browser. */
export const draftOfRubric = ({
  title,
  criteria,
  anchors: words,
  tieBreak,
  ...rules
}: Rubric): DraftRubric => ({
  title,
  criteria: criteria.map(({ key, name, guidance, weight, floor = "", evidence }) => ({
    ...{ key, name, guidance, floor },
    weight: String(weight),
    evidence: evidence.join(", "),
  })),
  anchors: words,
  ...writtenRules(rules),
  tieBreak: tieBreak.join(", "),
});

type Rules = Pick<Rubric, "comments" | "thresholds" | "moderation">;

const writtenRules = ({ comments, thresholds, moderation }: Rules) => ({
  ...{ shortlist: thresholds.shortlist, reserve: thresholds.reserve },
  ...{ criterionMean: thresholds.criterionMean, spread: moderation.spread },
  opposedAdvice: String(moderation.opposedAdvice),
  ...{ commentLow: comments.low, commentHigh: comments.high },
  commentMinimum: String(comments.minimum),
  overallMinimum: String(comments.overallMinimum),
  commentMaximum: String(comments.maximum),
});

const rulesOf = (draft: DraftRubric): Rules => ({
  comments: {
    ...{ low: draft.commentLow, high: draft.commentHigh },
    minimum: Number(draft.commentMinimum),
    overallMinimum: Number(draft.overallMinimum),
    maximum: Number(draft.commentMaximum),
  },
  thresholds: { shortlist: draft.shortlist, reserve: draft.reserve, criterionMean: draft.criterionMean },
  moderation: { spread: draft.spread, opposedAdvice: Number(draft.opposedAdvice) },
});

/** The fund's seven criteria, still to be weighted. */
export const freshRubric = (title: { zh: string; en: string }): DraftRubric => ({
  title: {
    zh: title.zh === "" ? "" : `${title.zh}评分表`,
    en: title.en === "" ? "" : `Scoring: ${title.en}`,
  },
  criteria: commonCriteria.map(({ evidence, ...criterion }) => ({
    ...criterion,
    ...{ weight: "", floor: "" },
    evidence: evidence.join(", "),
  })),
  anchors,
  ...writtenRules(standardScoringRules),
  tieBreak: standardScoringRules.tieBreak.join(", "),
});

/** The version of the rubric that says this, a new one where none does. */
export async function keepRubric(
  trx: Write,
  code: string,
  draft: DraftRubric,
  now: string,
): Promise<{ ok: true; id: string } | { ok: false }> {
  const candidate = {
    ...{ code, version: 1, title: draft.title, anchors: draft.anchors },
    criteria: draft.criteria.map(({ key, name, guidance, weight, floor, evidence }) => ({
      ...{ key, name, guidance, weight: Number(weight) },
      // Absent, as in rubrics from before criteria had floors of their own: those say the same still.
      ...(floor !== "" && { floor }),
      evidence: keysIn(evidence),
    })),
    ...rulesOf(draft),
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
