import type { CompiledQuestion } from "#app/domain/forms/compile-form.ts";
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
    </div>
  );
}
