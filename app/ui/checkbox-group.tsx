import { ChoiceRow } from "./choice-row.tsx";
import { choiceId, type Choice } from "./choice.ts";
import { FieldGroup } from "./field-group.tsx";
import type { FieldProps } from "./field-props.ts";

interface CheckboxGroupProps extends Omit<FieldProps, "defaultValue"> {
  options: readonly Choice[];
  defaultValues?: readonly string[];
  inline?: boolean;
}

export function CheckboxGroup({
  id,
  name,
  label,
  defaultValues,
  options,
  inline,
  ...texts
}: CheckboxGroupProps) {
  return (
    <FieldGroup id={id} legend={label} {...texts}>
      <div className={inline ? "flex flex-wrap gap-x-8" : undefined}>
        {options.map((option, index) => (
          <ChoiceRow
            key={option.value}
            kind="checkbox"
            id={choiceId(id, index)}
            name={name}
            checked={defaultValues?.includes(option.value) ?? false}
            {...option}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
