import type { DefinitionProblem } from "#app/domain/forms/definition-problem.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { DraftChange } from "#app/features/forms/list-draft-changes.ts";
import type { CallOfForm } from "#app/features/forms/list-forms.ts";
import { formatCount, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { definitionPlaceWords, definitionProblemSentence } from "#app/i18n/messages/definition-problems.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Select } from "#app/ui/select.tsx";
import { operationWords } from "./node-name.ts";
import { problemHref } from "./problem-place.ts";

export function ChooseCall({ calls, locale }: { calls: readonly CallOfForm[]; locale: Locale }) {
  const t = builderMessages[locale];
  return (
    <form method="post" className="measure rule mt-6 pt-4" noValidate>
      <h2>{t.forCallTitle}</h2>
      <p className="muted">{t.forCallHint}</p>
      <Select
        id="callId"
        name="callId"
        label={t.forCall}
        options={calls.map((call) => ({
          value: call.id,
          label: `${call.code} ${call.year} ${locale === "en" ? call.titleEn : call.titleZh}`,
        }))}
      />
      <Button>{t.forCallSubmit}</Button>
    </form>
  );
}

interface ProblemsProps {
  draftId: string;
  definition: FormDefinition;
  problems: readonly DefinitionProblem[];
  locale: Locale;
}

export function Problems({ draftId, definition, problems, locale }: ProblemsProps) {
  const t = builderMessages[locale];
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="mt-6">
        {t.problems}
      </h2>
      <p>{problems.length === 0 ? t.noProblems : t.problemCount(formatCount(problems.length))}</p>
      {problems.length > 0 && (
        <ul className="builder-problems">
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)}>
              <a href={problemHref(draftId, definition, problem.place)}>
                {definitionPlaceWords(problem.place, locale)}
              </a>
              <br />
              {definitionProblemSentence(problem, locale)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface ChangesProps {
  changes: readonly DraftChange[];
  definition: FormDefinition;
  locale: Locale;
  mayEdit: boolean;
}

export function Changes({ changes, definition, locale, mayEdit }: ChangesProps) {
  const t = builderMessages[locale];
  return (
    <form method="post" className="mt-8" noValidate>
      <h2>{t.history}</h2>
      <DataTable
        caption={t.history}
        dense
        rows={changes}
        rowKey={({ version }) => String(version)}
        columns={[
          { id: "version", head: t.draftVersion, numeric: true, cell: ({ version }) => version },
          {
            id: "what",
            head: t.form,
            cell: ({ operation }) => operationWords(operation, definition, locale),
          },
          { id: "by", head: t.changedBy, cell: ({ by }) => by },
          { id: "at", head: t.changedAt, className: "nowrap", cell: ({ at }) => formatDateTime(locale, at) },
          ...(mayEdit
            ? [
                {
                  id: "undo",
                  head: t.takeBack,
                  cell: ({ version }: DraftChange) => (
                    <Button
                      size="sm"
                      variant="quiet"
                      name="undo"
                      value={version}
                      aria-label={t.takeBackOf(formatCount(version))}
                    >
                      {t.takeBack}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </form>
  );
}
