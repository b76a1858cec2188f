import type { TimelineEvent } from "#app/features/applications/list-timeline.ts";
import type { FoundApplication } from "#app/features/applications/find-application.ts";
import type { FoundSubmission } from "#app/features/applications/find-submission.ts";
import type { FormalCheckRecord } from "#app/features/applications/office/list-formal-check-records.ts";
import type { listSubmissions } from "#app/features/applications/list-submissions.ts";
import type { listAssignments } from "#app/features/reviews/office/list-assignments.ts";
import { applicationStates } from "#app/domain/applications/workflow.ts";
import { isActive } from "#app/domain/reviews/assignment-workflow.ts";
import { formatDateTime, formatRecent } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { eventTypeMessages } from "#app/i18n/messages/event-types.ts";
import { staffApplicationMessages } from "#app/i18n/messages/staff-application.ts";
import { Tag } from "#app/ui/tag.tsx";
import { Timeline } from "#app/ui/timeline.tsx";

interface HistoryProps {
  locale: Locale;
  now: Date;
  head: FoundApplication;
  submission: FoundSubmission | undefined;
  versions: Awaited<ReturnType<typeof listSubmissions>>;
  timeline: readonly TimelineEvent[];
  checks: readonly FormalCheckRecord[];
  reviewing: Awaited<ReturnType<typeof listAssignments>>;
}

/** Versions, checks, reviews and everything on record, beside the answers. */
export function ApplicationHistory(props: HistoryProps) {
  const { locale, head, checks, reviewing } = props;
  const t = staffApplicationMessages[locale];
  const active = reviewing.assignments.filter(({ state }) => isActive(state));
  const submitted = active.filter(({ state }) => state === "submitted");
  return (
    <>
      <Versions {...props} />
      <section aria-labelledby="checks">
        <h2 id="checks">{t.checks}</h2>
        {checks.length === 0 && <p className="muted">{t.checksNone}</p>}
        <ul>
          {checks.map((check) => (
            <li key={check.id} className="rule py-1.5">
              <b>{t.checkResult[check.result]}</b>
              {check.reasonCode && <span className="num-id"> {check.reasonCode}</span>}{" "}
              <span className="muted">
                {t.checkVersion(check.submissionVersion)} ·{" "}
                {formatDateTime(locale, check.decidedAt ?? check.openedAt)}
                {check.officer && ` · ${check.officer}`}
              </span>
              {check.reasonText && <p>{check.reasonText}</p>}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="reviewing">
        <h2 id="reviewing">{t.reviewSummary}</h2>
        <p>{active.length === 0 ? t.reviewsNone : t.reviewsIn(submitted.length, active.length)}</p>
        <p className="links flex flex-wrap gap-x-4">
          <a href={`/staff/applications/${head.id}/reviewers`}>{t.openReviewers}</a>
          {submitted.length > 0 && (
            <a href={`/staff/ranking/${head.callCode}-${head.callYear}/${head.id}`}>{t.openScores}</a>
          )}
        </p>
      </section>
      <Happened {...props} />
    </>
  );
}

function Versions({ locale, head, submission, versions }: HistoryProps) {
  const t = staffApplicationMessages[locale];
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t.versions}</h2>
      <ul>
        {versions.map(({ id, version, sha256, signedName, submittedAt }) => (
          <li key={id} className="rule py-1.5">
            <span className="flex flex-wrap items-center gap-2">
              <a href={`/staff/applications/${head.id}?version=${version}`}>{t.version(version)}</a>
              {id === head.currentSubmissionId && <Tag tone="ok">{t.standing}</Tag>}
              {id === submission?.id && id !== head.currentSubmissionId && <Tag tone="line">{t.viewing}</Tag>}
            </span>
            <span className="muted block text-xs">
              {t.versionSigned(signedName, formatDateTime(locale, submittedAt))}
            </span>
            <span className="muted block text-xs wrap-anywhere">
              {t.hash} <span className="num-id">{sha256}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Happened({ locale, now, timeline }: HistoryProps) {
  const t = staffApplicationMessages[locale];
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t.timeline}</h2>
      <Timeline
        steps={timeline.toReversed().map((event) => ({
          title: eventTypeMessages[locale].name[event.type],
          when: `${formatRecent(locale, event.at, now)} · ${event.actorName ?? (event.byReviewer ? t.aReviewer : t.system)}`,
          state: "done" as const,
          ...(movedTo(event, locale) ? { body: movedTo(event, locale) } : {}),
        }))}
      />
    </section>
  );
}

function movedTo({ data }: TimelineEvent, locale: Locale): string | undefined {
  const to = applicationStates.find((state) => state === data["to"]);
  const reason = typeof data["reason"] === "string" ? data["reason"] : undefined;
  const words = [to && `→ ${applicationStateMessages[locale].name[to]}`, reason].filter(Boolean);
  return words.join(locale === "zh" ? "：" : ": ") || undefined;
}
