import type { ChangedQuestion } from "#app/domain/forms/changed-questions.ts";
import type { ReviewerPage } from "#app/features/reviews/registry/find-reviewer.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { registryMessages } from "#app/i18n/messages/registry.ts";
import { AnswerText, questionLabel } from "#app/ui/answer-difference.tsx";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";

interface RegistryChangesProps {
  locale: Locale;
  reviewer: ReviewerPage;
  changes: readonly ChangedQuestion[];
}

/** Old beside new, and the button that takes the new. */
export function RegistryChanges({ locale, reviewer, changes }: RegistryChangesProps) {
  const t = registryMessages[locale].page;
  const { confirmed, problems, version, mayConfirm } = reviewer;
  const before: Column<ChangedQuestion> = {
    id: "before",
    className: "sm:w-[35%]",
    head: t.before,
    cell: ({ question, before: was }) => <AnswerText question={question} answer={was} locale={locale} />,
  };
  return (
    <section id="changes" className="mt-8" aria-labelledby="changes-title">
      <h2 id="changes-title">{t.changes}</h2>
      {!confirmed && <p className="muted measure">{t.changesFirst}</p>}
      <DataTable
        caption={t.changes}
        rows={changes}
        rowKey={({ question }) => question.field.key}
        columns={[
          {
            id: "question",
            head: t.question,
            rowHeader: true,
            cell: ({ question }) => questionLabel(question, locale),
          },
          ...(confirmed ? [before] : []),
          {
            id: "after",
            className: confirmed ? "sm:w-[35%]" : "sm:w-[70%]",
            head: t.after,
            cell: ({ question, after }) => <AnswerText question={question} answer={after} locale={locale} />,
          },
        ]}
      />
      {mayConfirm && problems > 0 && <p className="measure mt-3">{t.incomplete({ count: problems })}</p>}
      {mayConfirm && problems === 0 && (
        <form method="post" className="mt-3">
          <p className="measure muted">{t.confirmLead}</p>
          <input type="hidden" name="version" value={version} />
          <Button variant="primary" className="mt-2">
            {t.confirm}
          </Button>
        </form>
      )}
    </section>
  );
}
