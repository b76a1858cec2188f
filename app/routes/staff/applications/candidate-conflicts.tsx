import type { Candidate, CandidateConflict } from "#app/features/reviews/office/list-candidates.ts";
import { conflictSentence } from "#app/i18n/conflict-sentence.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { conflictKindMessages } from "#app/i18n/messages/conflict-kinds.ts";
import { Tag } from "#app/ui/tag.tsx";
import { JudgeForm } from "./judge-form.tsx";

/** What stands between a reviewer and the application, on what evidence, and the office's word on it. */
export function CandidateConflicts({ candidate, locale }: { candidate: Candidate; locale: Locale }) {
  const { page: t, sources } = assignMessages[locale];
  if (candidate.conflicts.length === 0) return <span className="muted">{t.none}</span>;
  return (
    <ul>
      {candidate.conflicts.map((conflict) => (
        <li key={`${conflict.id ?? ""}${conflict.kind}${conflict.fact}`}>
          <span className="flex flex-wrap items-center gap-x-2">
            <Tag tone={conflict.state === "dismissed" ? "line" : "bad"}>{t.judged[conflict.state]}</Tag>
            <span>{conflictKindMessages[locale][conflict.kind]}</span>
          </span>
          {conflict.path && <span className="block">{conflictSentence(locale, conflict.path)}</span>}
          <span className="muted block text-xs">
            {[
              sources[conflict.source],
              conflict.note && conflict.note !== conflict.verdict ? t.noted(conflict.note) : "",
              conflict.verdict && t.verdictText(conflict.verdict),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          {conflict.state === "open" && (
            <JudgeThis candidate={candidate} conflict={conflict} locale={locale} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface JudgeThisProps {
  candidate: Candidate;
  conflict: CandidateConflict;
  locale: Locale;
}

function JudgeThis({ candidate, conflict, locale }: JudgeThisProps) {
  const t = assignMessages[locale].page;
  return (
    <details>
      <summary>{t.judge}</summary>
      {conflict.source === "declared" && <p className="muted text-xs">{t.declaredStays}</p>}
      <JudgeForm
        id={`${candidate.personId}-${conflict.kind}-${candidate.conflicts.indexOf(conflict)}`}
        personId={candidate.personId}
        kind={conflict.kind}
        fact={conflict.fact}
        source={conflict.source}
        locale={locale}
      />
    </details>
  );
}
