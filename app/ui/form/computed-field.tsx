import type { Field } from "#app/domain/forms/definition.ts";
import { formatAnswer } from "#app/domain/forms/format-answer.ts";
import type { AnswerValue } from "#app/domain/forms/parse-answer.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { classNames } from "../class-names.ts";
import { ErrorMessage } from "../error-message.tsx";
import { formHint } from "./form-hint.tsx";
import { errorsAt, fieldId, type FormView } from "./form-view.ts";

interface ComputedFieldProps {
  view: FormView;
  field: Field;
  path: string;
  value: AnswerValue | null;
}

/** A figure nobody types. The browser keeps it current from the same rules. */
export function ComputedField({ view, field, path, value }: ComputedFieldProps) {
  const id = fieldId(path);
  const errors = errorsAt(view, path);
  const hint = formHint({ view, path, help: field.help });
  return (
    <div className={classNames("field", errors.length > 0 && "field--error")} id={`${id}-field`}>
      <p className="label-like" id={`${id}-label`}>
        {field.label[view.locale]}
      </p>
      {hint && <div className="hint">{hint}</div>}
      {errors.map((error) => (
        <ErrorMessage key={error}>{error}</ErrorMessage>
      ))}
      <output id={id} aria-labelledby={`${id}-label`} data-computed={path} tabIndex={-1}>
        {value === null ? (
          <span className="muted">{sectionMessages[view.locale].computedLater}</span>
        ) : (
          formatAnswer(field, value, view.locale)
        )}
      </output>
    </div>
  );
}
