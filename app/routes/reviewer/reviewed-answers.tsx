import { type FlagDifference, readableDifferences } from "#app/domain/applications/flag-differences.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { type FoundSubmission, findSubmission } from "#app/features/applications/find-submission.ts";
import { listFileLinks } from "#app/features/applications/list-file-links.ts";
import { listStaleSubmitted } from "#app/features/applications/list-stale-pairs.ts";
import type { Context } from "#app/features/context.ts";
import { found } from "#app/http/not-found.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewedVersionMessages } from "#app/i18n/messages/reviewed-version.ts";
import { AnswerChange, changeKey } from "#app/ui/answer-change.tsx";
import { questionLabel } from "#app/ui/answer-difference.tsx";
import { AnswersView } from "#app/ui/answers-view.tsx";
import { answerSections } from "#app/ui/answers-outline.ts";
import { placeWords } from "#app/ui/place-words.ts";
import { PageProvider } from "#app/ui/page-context.tsx";
import { renderedOnce } from "#app/ui/rendered-once.ts";
import { Tag } from "#app/ui/tag.tsx";

interface Reviewed {
  applicationId: string;
  submission: { id: string; version: number };
  locale: Locale;
}

/** The application as its reviewer reads it; a submitted version never changes, so it is rendered once. */
export const reviewedAnswers = (
  ctx: Context,
  { applicationId, submission: { id, version }, locale }: Reviewed,
) =>
  renderedOnce(`review:${id}:${locale}`, async () => {
    const submission = found(await findSubmission(ctx, { applicationId, version }));
    const before =
      version > 1 ? await findSubmission(ctx, { applicationId, version: version - 1 }) : undefined;
    const changes = before ? await changesSince(ctx, before, submission) : undefined;
    const { definition, snapshot, env } = submission;
    const signing = definition.parts.flatMap(({ sections }) =>
      sections.filter(({ kind }) => kind === "signing").map(({ key }) => key),
    );
    const outline = answerSections(definition, snapshot.raw, env, false).filter(
      ({ key }) => !signing.includes(key),
    );
    const node = (
      <PageProvider value={{ locale, nonce: undefined, assetUrl: () => "" }}>
        {changes && <ChangeList {...{ submission, changes, locale }} />}
        <AnswersView
          definition={definition}
          raw={snapshot.raw}
          env={env}
          showRestricted={false}
          stale={await listStaleSubmitted(ctx, submission)}
          hideSigning
          previewFiles
          fileHref={(file) => `/files/${file.id}?inline=1`}
          noteFor={(sectionKey, questionKey) => {
            const here = changes?.get(questionKey);
            const place = { sectionKey, questionKey };
            return before && here && <ChangeNote {...{ before, submission, place, locale }} changes={here} />;
          }}
        />
      </PageProvider>
    );
    return { node, extra: outline.map(({ key, title }) => ({ key, title: title[locale] })) };
  });

type Changes = ReadonlyMap<string, readonly FlagDifference[]>;

const changesSince = async (
  ctx: Context,
  before: FoundSubmission,
  { definition, snapshot }: FoundSubmission,
): Promise<Changes> =>
  readableDifferences(definition, before.snapshot, snapshot, {
    links: await listFileLinks(ctx.db.read, snapshot.submission.applicationId),
    showRestricted: false,
  });

/** Above the application: where the correction changed something, each a link to its place. */
function ChangeList({
  submission,
  changes,
  locale,
}: {
  submission: FoundSubmission;
  changes: Changes;
  locale: Locale;
}) {
  const t = reviewedVersionMessages[locale];
  const { version, definition, snapshot, env } = submission;
  if (changes.size === 0) return <p className="muted mt-4 text-sm">{t.unchanged(version)}</p>;
  const { questionByKey } = compileForm(definition);
  const evaluation = evaluateForm(definition, snapshot.raw, env);
  return (
    <nav className="notice mt-4" aria-label={t.changedHere(version)}>
      <p>{t.changed(version, changes.size)}</p>
      <ul className="mt-1 flex flex-wrap gap-x-5">
        {[...changes.keys()].map((key) => (
          <li key={key}>
            {evaluation.isVisible(key) ? (
              <a className="inline-block py-1" href={`#answer-${key}`}>
                {questionLabel(questionByKey.get(key)!, locale)}
              </a>
            ) : (
              // It no longer applies, and has no place of its own any more.
              questionLabel(questionByKey.get(key)!, locale)
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ChangeNoteProps {
  before: FoundSubmission;
  submission: FoundSubmission;
  changes: readonly FlagDifference[];
  place: { sectionKey: string; questionKey: string };
  locale: Locale;
}

function ChangeNote({ before, submission, changes, place, locale }: ChangeNoteProps) {
  const t = reviewedVersionMessages[locale];
  return (
    <details className="mt-1 text-sm">
      <summary>
        <Tag tone="accent">{t.changedHere(submission.version)}</Tag> {t.showChange}
      </summary>
      {changes.map((change) => (
        <AnswerChange
          key={changeKey(change)}
          {...{ locale, before, change }}
          after={submission}
          place={placeWords(submission, place, locale)}
        />
      ))}
    </details>
  );
}
