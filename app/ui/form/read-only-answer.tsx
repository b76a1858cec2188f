import type { CompiledQuestion } from "#app/domain/forms/compile-form.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { AnswerValueText } from "../answer-value.tsx";
import type { FormView } from "./form-view.ts";
import { StaleNote } from "./stale-note.tsx";

/** A question that may not be changed now, with its answer. */
export function ReadOnlyAnswer({ view, question }: { view: FormView; question: CompiledQuestion }) {
  const { field } = question;
  if (field.type === "static") return <p className="measure my-5">{field.label[view.locale]}</p>;
  return (
    <div className="field" id={`answer-${field.key}`}>
      <p className="label-like">{field.label[view.locale]}</p>
      <AnswerValueText
        locale={view.locale}
        evaluation={view.evaluation}
        question={question}
        files={view.files(field.key).filter((file) => !file.replaced)}
      />
      <StaleNote view={view} path={field.key} />
      {field.type === "table" && (
        <ExportLink view={view} table={field.key} label={field.label[view.locale]} />
      )}
    </div>
  );
}

/** Whoever may only read takes a table along all the same. */
function ExportLink({ view, table, label }: { view: FormView; table: string; label: string }) {
  const sheets = view.sheets?.(table);
  if (!sheets || view.evaluation.allRows(table).length === 0) return null;
  const t = sectionMessages[view.locale];
  return (
    <p className="mt-2">
      <a href={sheets.exportHref}>
        {t.exportRows}
        <span className="sr-only">{t.ofTable({ table: label })}</span>
      </a>
    </p>
  );
}
