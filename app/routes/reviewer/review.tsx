import { data, redirect } from "react-router";
import { sheetPaths, sheetProblems } from "#app/domain/reviews/score-sheet.ts";
import type { SheetPageData } from "#app/domain/reviews/sheet-page-data.ts";
import { findNeighbours, findReviewPage } from "#app/features/reviews/find-review-page.ts";
import { saveSheet, type SheetChange, type SheetConflict } from "#app/features/reviews/save-sheet.ts";
import { takeLaterVersion } from "#app/features/reviews/take-later-version.ts";
import { submitReview } from "#app/features/reviews/submit-review.ts";
import { deviceKey } from "#app/http/device-key.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { reviewerOnly } from "#app/http/reviewer-only.ts";
import { formatTime } from "#app/i18n/format.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { SavedMark } from "#app/ui/saved-mark.tsx";
import { SkipLink } from "#app/ui/skip-link.tsx";
import type { Route } from "./+types/review";
import { SavedGlyphs } from "./saved-glyphs.tsx";
import { readSheetForm } from "./read-sheet-form.ts";
import { reviewedAnswers } from "./reviewed-answers.tsx";
import { ReviewTop } from "./review-top.tsx";
import { ScoreSheet } from "./score-sheet.tsx";
import { rawOf } from "./sheet-base.tsx";
import { SubmittedSheet } from "./submitted-sheet.tsx";

export const handle = { shell: "bare", nav: "reviews" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, actor, locale } = reviewerOnly(context);
  const page = found(await findReviewPage(ctx, params.assignmentId));
  const [answers, neighbours] = await Promise.all([
    reviewedAnswers(ctx, {
      applicationId: page.assignment.applicationId,
      submission: page.submission,
      locale,
    }),
    findNeighbours(ctx, params.assignmentId),
  ]);
  const problems = sheetProblems(page.rubric, rawOf(page.sheet));
  const script: SheetPageData | undefined = page.mayScore
    ? {
        assignment: page.assignment.id,
        person: actor.personId,
        deviceKey: deviceKey(ctx.settings, actor),
      }
    : undefined;
  return {
    locale,
    now: ctx.now,
    script,
    page,
    answers: answers.marker,
    sections: answers.extra,
    neighbours,
    problems,
  };
}

/** Every comment of a sheet at its longest, as a form writes Chinese. */
const largestSheet = 1024 * 1024;

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = reviewerOnly(context);
  const form = await readFormData(request, largestSheet);
  const page = found(await findReviewPage(ctx, params.assignmentId));
  const changes = [...readSheetForm(form, sheetPaths(page.rubric)), ...chosenTexts(form)];
  const saved = changes.length > 0 ? await saveSheet(ctx, params.assignmentId, changes) : undefined;
  if (saved && !saved.ok) {
    if (saved.reason === "not_found") throw notFound();
    return answer({ closed: saved.reason === "closed" }, 409);
  }
  if (saved && saved.conflicts.length > 0) return answer({ conflicts: saved.conflicts }, 409);
  const intent = String(form.get("intent") ?? "");
  if (intent.startsWith("take:")) {
    // Somebody who pressed twice, or pressed for a version that has been overtaken, is shown the page as it stands.
    await takeLaterVersion(ctx, params.assignmentId, Number(intent.slice("take:".length)));
    return redirect(`/reviews/${params.assignmentId}`, 303);
  }
  if (intent !== "submit") return redirect(`/reviews/${params.assignmentId}#sheet`, 303);
  const submitted = await submitReview(ctx, params.assignmentId);
  if (submitted.ok) return redirect(`/reviews/${params.assignmentId}`, 303);
  if (submitted.reason === "not_found") throw notFound();
  return answer(
    {
      attempted: true,
      closed: submitted.reason === "closed",
      outdated: submitted.reason === "later_version",
    },
    submitted.reason === "incomplete" || submitted.reason === "nothing_saved" ? 422 : 409,
  );
}

interface Answer {
  attempted?: boolean;
  closed?: boolean;
  outdated?: boolean;
  conflicts?: SheetConflict[];
}

const answer = (said: Answer, status: number) => data(said, { status });

/** Where two texts stood side by side and the reviewer took this window's. */
const chosenTexts = (form: FormData): SheetChange[] =>
  [...form].flatMap(([name, choice]) => {
    if (!name.startsWith("choose:") || choice !== "mine") return [];
    const path = name.slice("choose:".length);
    return [
      { path, value: String(form.get(`mine:${path}`) ?? ""), base: Number(form.get(`version:${path}`)) },
    ];
  });

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, now, script, page, answers, sections, neighbours, problems } = loaderData;
  const t = reviewMessages[locale].sheet;
  const failed = actionData?.attempted && problems.length > 0;
  const prefix = failed ? shellMessages[locale].errorPrefix : "";
  const done = page.rubric.criteria.filter(({ key }) => page.sheet[`${key}.score`]?.v).length;
  return (
    <div className="dense">
      <title>{`${prefix}${t.pageTitle(page.assignment.number)} – ${siteMessages[locale].portalName}`}</title>
      <SkipLink />
      <main id="main" className="rev-page" tabIndex={-1}>
        <ReviewTop page={page} neighbours={neighbours} now={now} locale={locale} />
        <div className="split">
          <article className="app" id="app" aria-label={t.application}>
            <nav className="app-nav no-print" aria-label={t.sections}>
              {sections.map(({ key, title }) => (
                <a key={key} href={`#section-${key}`}>
                  {title}
                </a>
              ))}
            </nav>
            {/* Rendered by this process from its own components: renderedOnce above. */}
            {/* oxlint-disable-next-line react/no-danger */}
            <div className="app-body" dangerouslySetInnerHTML={{ __html: answers }} />
          </article>
          {page.mayScore ? (
            <ScoreSheet
              assignmentId={page.assignment.id}
              rubric={page.rubric}
              sheet={page.sheet}
              problems={problems}
              attempted={actionData?.attempted ?? false}
              conflicts={actionData?.conflicts ?? []}
              version={{ mine: page.submission.version, later: page.later }}
              outdated={actionData?.outdated ?? false}
              sectionTitles={Object.fromEntries(sections.map(({ key, title }) => [key, title]))}
              locale={locale}
            />
          ) : (
            <SubmittedSheet page={page} locale={locale} />
          )}
        </div>
        <nav className="dock2 no-print" aria-label={t.switchPane}>
          <a className="btn" href="#app">
            {t.toApplication}
          </a>
          <a className="btn btn-primary" href="#sheet" data-to-sheet="">
            {page.mayScore ? t.toSheet(done, page.rubric.criteria.length) : t.title}
          </a>
          {page.mayScore && <SavedMark time={page.savedAt ? formatTime(page.savedAt) : undefined} />}
        </nav>
        {page.mayScore && <SavedGlyphs />}
      </main>
      <BrowserScript name="file-previews" />
      {script && (
        <>
          <script
            type="application/json"
            id="sheet-data"
            dangerouslySetInnerHTML={{ __html: JSON.stringify(script) }}
          />
          <BrowserScript name="review" />
        </>
      )}
    </div>
  );
}
