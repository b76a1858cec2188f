import { ChoiceRow } from "./choice-row.tsx";
import { choiceId, type Choice } from "./choice.ts";
import { FieldGroup } from "./field-group.tsx";
import type { FieldProps } from "./field-props.ts";

interface RadioGroupProps extends FieldProps {
  options: readonly Choice[];
  inline?: boolean;
}

export function RadioGroup({ id, name, label, defaultValue, options, inline, ...texts }: RadioGroupProps) {
  return (
    <FieldGroup id={id} legend={label} {...texts}>
      <div className={inline ? "flex flex-wrap gap-x-8" : undefined}>
        {options.map((option, index) => (
          <ChoiceRow
            key={option.value}
            kind="radio"
            id={choiceId(id, index)}
            name={name}
            checked={option.value === defaultValue}
            {...option}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
