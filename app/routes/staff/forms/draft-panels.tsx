import type { DefinitionProblem } from "#app/domain/forms/definition-problem.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { listsOf } from "#app/domain/forms/edit/find-node.ts";
import type { DraftChange } from "#app/features/forms/list-draft-changes.ts";
import type { CallOfForm } from "#app/features/forms/list-forms.ts";
import { formatCount, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { definitionPlaceWords, definitionProblemSentence } from "#app/i18n/messages/definition-problems.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Select } from "#app/ui/select.tsx";
import { nodeName, operationWords } from "./node-name.ts";
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
  /** Whether it can be published once there are none. */
  canPublish: boolean;
  definition: FormDefinition;
  problems: readonly DefinitionProblem[];
  locale: Locale;
}

export function Problems({ draftId, canPublish, definition, problems, locale }: ProblemsProps) {
  const t = builderMessages[locale];
  const nameOf = namesByCode(definition, locale);
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="mt-6">
        {t.problems}
      </h2>
      <p>
        {problems.length === 0
          ? canPublish
            ? t.noProblems
            : t.noProblemsAlone
          : t.problemCount(formatCount(problems.length))}
      </p>
      {problems.length > 0 && (
        <ul className="builder-problems">
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)}>
              <a href={problemHref(draftId, definition, problem.place)}>
                {definitionPlaceWords(problem.place, locale, nameOf)}
              </a>
              <br />
              {definitionProblemSentence(problem, locale, nameOf)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What people call a thing by its code; questions before what may share one with them. */
function namesByCode(definition: FormDefinition, locale: Locale): (code: string) => string {
  const names = new Map<string, string>();
  for (const kind of ["question", "section", "part", "group", "column"] as const)
    for (const node of listsOf(definition, kind).flatMap(({ nodes }) => nodes))
      if (!names.has(node.key)) names.set(node.key, nodeName(node, locale));
  return (code) => names.get(code) ?? code;
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
