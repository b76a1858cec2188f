import { type ScaleField as AskedScale, scaleLabel, scaleSteps } from "#app/domain/forms/scale-steps.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { choiceId } from "../choice.ts";
import { FieldGroup } from "../field-group.tsx";
import type { FieldProps } from "../field-props.ts";

interface ScaleFieldProps {
  base: FieldProps;
  field: AskedScale;
  locale: Locale;
}

/** The steps of a scale in one line, with what its ends mean under them. */
export function ScaleField({ base, field, locale }: ScaleFieldProps) {
  const { defaultValue, label, name, ...texts } = base;
  const steps = scaleSteps(field);
  const [low, high] = [scaleLabel(field, field.from), scaleLabel(field, field.to)];
  return (
    <FieldGroup {...texts} legend={label}>
      {/* It says that the question was on the page, also when nothing is picked. */}
      <input type="hidden" name={name} value="" />
      <div className="scale">
        <div className="scale-steps">
          {steps.map((step, index) => (
            <label key={step} htmlFor={choiceId(base.id, index)}>
              <input
                type="radio"
                id={choiceId(base.id, index)}
                name={name}
                value={step}
                defaultChecked={String(step) === defaultValue}
              />
              <span>
                {step}
                {step === field.from && low && <span className="sr-only"> {low[locale]}</span>}
                {step === field.to && high && <span className="sr-only"> {high[locale]}</span>}
              </span>
            </label>
          ))}
        </div>
        {low && high && (
          <p className="scale-ends" aria-hidden="true">
            <span>{low[locale]}</span>
            <span>{high[locale]}</span>
          </p>
        )}
      </div>
    </FieldGroup>
  );
}
