import {
  criterionPoints,
  parseScore,
  reviewerTotal,
  scoredWeight,
} from "#app/domain/reviews/reviewer-total.ts";
import type { Criterion, Rubric } from "#app/domain/reviews/rubric.ts";
import { commentLength, type SheetProblem, sheetScores } from "#app/domain/reviews/score-sheet.ts";
import { formatDecimal } from "#app/domain/shared/decimal.ts";
import type { ReviewPage } from "#app/features/reviews/find-review-page.ts";
import type { SheetConflict, StoredSheet } from "#app/features/reviews/save-sheet.ts";
import { type CommentRule, commentRule } from "#app/i18n/comment-rule.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { scoreAnchor } from "#app/i18n/score-anchor.ts";
import { missingList, problemSentence } from "#app/i18n/sheet-problems.ts";
import { Button } from "#app/ui/button.tsx";
import { CriterionCard } from "#app/ui/criterion-card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Glyph } from "#app/ui/glyph.tsx";
import { KeysLegend } from "#app/ui/keys-legend.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { LaterVersion } from "./later-version.tsx";
import { OwnNotes } from "./own-notes.tsx";
import { OverallCard } from "./overall-card.tsx";
import { rawOf, SheetBase, sheetFieldId, sheetValue } from "./sheet-base.tsx";
import { SheetConflicts } from "./sheet-conflicts.tsx";
import { ScorePaperLink } from "./score-paper-link.tsx";
import { SheetTop } from "./sheet-top.tsx";

export interface ScoreSheetProps {
  assignmentId: string;
  rubric: Rubric;
  sheet: StoredSheet;
  /** What still keeps it from being submitted. */
  problems: readonly SheetProblem[];
  /** True after an attempt to submit: problems are then shown at their fields. */
  attempted: boolean;
  conflicts: readonly SheetConflict[];
  version: { mine: number; later: ReviewPage["later"] };
  /** True after an attempt to submit a review of a version that has been overtaken. */
  outdated: boolean;
  /** Section keys that exist in this application, so that evidence links lead somewhere. */
  sectionTitles: Readonly<Record<string, string>>;
  locale: Locale;
}

/** The score sheet as a form that works by itself; app/browser/review.ts saves it while typing. */
export function ScoreSheet(props: ScoreSheetProps) {
  const { assignmentId, rubric, sheet, problems, attempted, conflicts, version, outdated, locale } = props;
  const t = reviewMessages[locale].sheet;
  const scores = sheetScores(rubric, rawOf(sheet));
  const done = Object.values(scores).filter(Boolean).length;
  const shown = attempted ? problems : [];
  const { criteria, comments, anchors } = rubric;
  const config = {
    criteria: criteria.map(({ key, weight, floor }) => ({ key, weight, floor })),
    comments,
    anchors: anchors.map((anchor) => anchor[locale]),
  };
  return (
    <form
      className="sheet"
      id="sheet"
      method="post"
      action={`/reviews/${assignmentId}#sheet`}
      aria-label={t.title}
      noValidate
      data-review={assignmentId}
      data-rubric={JSON.stringify(config)}
    >
      <SheetTop
        rubric={rubric}
        note={<span data-scored="">{t.scored(done, criteria.length)}</span>}
        total={reviewerTotal(rubric, scores)}
        outOf={t.outOf(scoredWeight(rubric, scores))}
        locale={locale}
      />
      <div className="sheet-body">
        <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
          {t.save}
        </button>
        <SignedOutNote locale={locale} />
        <div className="no-print" data-kept="" aria-live="polite" />
        <LaterVersion {...version} assignmentId={assignmentId} outdated={outdated} locale={locale} />
        <ErrorSummary
          errors={shown.map((problem) => ({
            href: `#${sheetFieldId(problem.path)}`,
            text: problemSentence(problem, locale),
          }))}
        />
        <SheetConflicts conflicts={conflicts} locale={locale} />
        <details className="no-print mb-2 text-xs">
          <summary className="muted">{t.guidance}</summary>
          <dl className="mt-1">
            {criteria.map(({ key, name, guidance }) => (
              <div key={key} className="mt-1">
                <dt className="inline font-semibold">
                  {key} {name[locale]}
                </dt>{" "}
                <dd className="inline">{guidance[locale]}</dd>
              </div>
            ))}
          </dl>
        </details>
        {criteria.map((criterion) => (
          <CriterionField key={criterion.key} {...props} criterion={criterion} problems={shown} />
        ))}
        <OverallCard rubric={rubric} sheet={sheet} problems={shown} locale={locale} />
        <OwnNotes sheet={sheet} locale={locale} />
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="primary" name="intent" value="submit">
            {t.submit}
          </Button>
          <Button name="intent" value="save">
            {t.save}
          </Button>
        </div>
        <p className="muted no-print mt-2 text-xs">
          <span data-missing="">
            {problems.length > 0 ? t.missing(missingList(problems, locale)) : t.ready}
          </span>{" "}
          {t.sealedNote}
        </p>
        <p className="no-print mt-2 text-xs">
          <a className="inline-block py-1" href={`/reviews/${assignmentId}/declare`}>
            {t.conflictNow}
          </a>{" "}
          <a className="ms-4 inline-block py-1" href={`/reviews/${assignmentId}/declare#hand-back`}>
            {t.handBack}
          </a>
        </p>
        {Object.keys(sheet).length > 0 && <ScorePaperLink assignmentId={assignmentId} locale={locale} />}
        <KeysLegend
          keys={[
            { keys: ["1", "–", "7"], label: t.keys.jump },
            { keys: ["←", "→"], label: t.keys.step },
            { keys: ["Ctrl", "Enter"], label: t.keys.submitNext },
          ]}
        />
      </div>
    </form>
  );
}

/** Shown by the script when a save met an ended session; what was typed stays on the page. */
function SignedOutNote({ locale }: { locale: Locale }) {
  const t = reviewMessages[locale].sheet;
  return (
    <div className="no-print sticky top-12 z-2 mb-3" data-signed-out="" role="alert" hidden>
      <Notice tone="warn">
        {t.signedOut}{" "}
        <a href="/sign-in?next=/reviews" target="_blank" rel="noopener">
          {t.signInAgain}
        </a>
      </Notice>
    </div>
  );
}

type CriterionFieldProps = ScoreSheetProps & { criterion: Criterion };

function CriterionField({ criterion, rubric, sheet, problems, sectionTitles, locale }: CriterionFieldProps) {
  const { key, weight } = criterion;
  const score = parseScore(sheetValue(sheet, `${key}.score`)) ?? undefined;
  const comment = sheetValue(sheet, `${key}.comment`);
  const rule = commentRule(rubric, key, score, comment, locale);
  const errors = problems
    .filter(({ path }) => path === `${key}.score`)
    .map((problem) => problemSentence(problem, locale));
  return (
    <>
      <SheetBase path={`${key}.score`} sheet={sheet} />
      <SheetBase path={`${key}.comment`} sheet={sheet} />
      <CriterionCard
        id={sheetFieldId(`${key}.score`)}
        name={`${key}.score`}
        code={key}
        title={criterion.name[locale]}
        weight={String(weight)}
        floor={criterion.floor}
        points={score === undefined ? undefined : formatDecimal(criterionPoints(weight, score), 2)}
        defaultValue={score}
        anchor={scoreAnchor(
          locale,
          rubric.anchors.map((anchor) => anchor[locale]),
          score,
        )}
        evidence={criterion.evidence.flatMap((section) => {
          const label = sectionTitles[section];
          return label ? [{ href: `#section-${section}`, label }] : [];
        })}
        errors={errors}
        commentOpen={rule !== undefined || comment !== ""}
        comment={<CommentField {...{ locale, rule, comment, problems }} code={key} />}
      />
    </>
  );
}

interface CommentFieldProps {
  locale: Locale;
  code: string;
  rule: CommentRule | undefined;
  comment: string;
  problems: readonly SheetProblem[];
}

function CommentField({ locale, code, rule, comment, problems }: CommentFieldProps) {
  const t = reviewMessages[locale].sheet;
  const path = `${code}.comment`;
  const id = sheetFieldId(path);
  const invalid = problems.some((problem) => problem.path === path);
  return (
    <>
      <textarea
        className="textarea mt-1"
        id={id}
        name={path}
        rows={3}
        defaultValue={comment}
        aria-label={t.commentFor(code)}
        aria-invalid={invalid || undefined}
        aria-describedby={`${id}-rule`}
      />
      <p
        id={`${id}-rule`}
        className={`mt-1 flex justify-between gap-3 text-xs ${invalid ? "st-bad" : "muted"}`}
      >
        <span data-comment-rule={code}>
          {rule && (
            <>
              <Glyph name={rule.met ? "ok" : "warn"} tone={rule.met ? "ok" : "warn"} /> {rule.words}
            </>
          )}
        </span>
        <span className="nowrap" data-comment-count={code}>
          {t.characters(commentLength(comment))}
        </span>
      </p>
    </>
  );
}
