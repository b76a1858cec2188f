import type { PersonActor } from "#app/domain/accounts/actor.ts";
import type { RawAnswers, RawRow } from "#app/domain/forms/raw-answers.ts";
import { confirmRegistry } from "#app/features/reviews/registry/confirm-registry.ts";
import { findReviewer } from "#app/features/reviews/registry/find-reviewer.ts";
import { saveRegistry } from "#app/features/reviews/registry/save-registry.ts";
import { type DemoReviewerDetails, languagesOf } from "#db/demo/reviewer-details.ts";
import type { DemoReviewer } from "#db/demo/reviewers.ts";
import { as, done, type Stage } from "./stage.ts";

interface Given {
  reviewer: DemoReviewer;
  affiliationUscc: string;
  details: DemoReviewerDetails;
}

/** The reviewer gives their details part by part, and the office confirms them. */
export async function giveDetails(
  stage: Stage,
  now: Date,
  { actor, officer }: { actor: PersonActor; officer: PersonActor },
  given: Given,
): Promise<void> {
  const ctx = as(stage, actor, now);
  const { personId } = actor;
  for (const [sectionKey, typed] of Object.entries(sectionsOf(given)))
    await saveOne(ctx, personId, sectionKey, typed);
  const { version = 0 } = (await findReviewer(ctx, personId)) ?? {};
  done(await confirmRegistry(as(stage, officer, now), { personId, version }), "confirming a reviewer");
}

/** Fewer applications at a time from now on; the office has not read it yet. */
export const takeFewer = (stage: Stage, now: Date, actor: PersonActor, maxLoad: number): Promise<void> =>
  saveOne(as(stage, actor, now), actor.personId, "availability", { max_load: String(maxLoad) });

async function saveOne(
  ctx: ReturnType<typeof as>,
  personId: string,
  sectionKey: string,
  typed: RawAnswers,
): Promise<void> {
  const base = (await findReviewer(ctx, personId))?.raw ?? {};
  done(await saveRegistry(ctx, { personId, sectionKey, base, typed }), "a reviewer's details");
}

function sectionsOf({ reviewer, affiliationUscc, details }: Given): Record<string, RawAnswers> {
  const { earlier, ties = [], away } = details;
  const employers: RawRow[] = [
    {
      id: "first",
      cells: {
        employer: reviewer.affiliation,
        employer_uscc: affiliationUscc,
        post: details.post,
        employed_from: details.since,
      },
    },
    ...(earlier
      ? [
          {
            id: "earlier",
            cells: {
              employer: earlier.employer,
              post: earlier.post,
              employed_from: earlier.from,
              employed_to: earlier.to,
            },
          },
        ]
      : []),
  ];
  return {
    expertise: {
      discipline: reviewer.discipline,
      segments: [...details.segments],
      materials: [...(details.materials ?? [])],
      devices: [...(details.devices ?? [])],
      fields: [...(details.fields ?? [])],
      languages: [...languagesOf(reviewer.locale)],
      keywords: reviewer.expertise.join(reviewer.locale === "en" ? ", " : "、"),
      expertise_text: details.text,
    },
    employers: { employers },
    interests: {
      ties: ties.map(({ company, kind, from, to = "" }, index) => ({
        id: `tie${index + 1}`,
        cells: { tie_company: company, tie_kind: kind, tie_from: from, tie_to: to },
      })),
    },
    availability: {
      max_load: String(reviewer.maxLoad),
      absences: away ? [{ id: "away", cells: { away_from: away.from, away_to: away.to } }] : [],
    },
  };
}
