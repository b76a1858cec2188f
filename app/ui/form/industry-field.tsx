import { optionsOf } from "#app/domain/forms/format-answer.ts";
import type { Field as Asked } from "#app/domain/forms/definition.ts";
import { parseAnswer } from "#app/domain/forms/parse-answer.ts";
import { Field } from "../field.tsx";
import type { FieldProps } from "../field-props.ts";
import type { FormView } from "./form-view.ts";

interface IndustryFieldProps extends FieldProps {
  field: Extract<Asked, { type: "gb4754" }>;
  view: FormView;
}

/** A class of GB/T 4754 by its code, searched by code or name in the browser's own list. */
export function IndustryField({ field, view, defaultValue = "", ...texts }: IndustryFieldProps) {
  const { locale } = view;
  const listId = `${texts.id}-list`;
  const { value } = parseAnswer(field, defaultValue);
  const chosen = optionsOf(field).find(({ code }) => code === value);
  return (
    <Field {...texts}>
      {(wired) => (
        <>
          <input
            className="input field-md"
            list={listId}
            autoComplete="off"
            defaultValue={defaultValue}
            data-named={`${texts.id}-readout`}
            {...wired}
          />
          <datalist id={listId}>
            {optionsOf(field).map((option) => (
              <option key={option.code} value={option.code}>
                {option.label[locale]}
              </option>
            ))}
          </datalist>
          <span className="readout readout--wraps" id={`${texts.id}-readout`}>
            {chosen && <b>{chosen.label[locale]}</b>}
          </span>
        </>
      )}
    </Field>
  );
}
