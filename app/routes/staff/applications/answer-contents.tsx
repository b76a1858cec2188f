import type { FoundSubmission } from "#app/features/applications/find-submission.ts";
import { staffApplicationMessages } from "#app/i18n/messages/staff-application.ts";
import { answerSections } from "#app/ui/answers-outline.ts";
import { usePage } from "#app/ui/page-context.tsx";

/** Links to the sections of a submission: plain anchors, which need no script. */
export function AnswerContents({ submission }: { submission: FoundSubmission }) {
  const { definition, snapshot, env, mayReadRestricted } = submission;
  const { locale } = usePage();
  const sections = answerSections(definition, snapshot.raw, env, mayReadRestricted);
  return (
    <nav
      aria-label={staffApplicationMessages[locale].contents}
      className="no-print mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm"
    >
      {sections.map(({ key, title, number }) => (
        <a key={key} href={`#section-${key}`}>
          {number}. {title[locale]}
        </a>
      ))}
    </nav>
  );
}
