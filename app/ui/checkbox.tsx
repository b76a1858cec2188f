import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import type { ControlAttributes } from "./control-attributes.ts";
import { fieldAria, hasErrors } from "./field-aria.ts";
import { FieldTexts } from "./field-texts.tsx";

interface CheckboxProps {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[];
  value?: string;
  defaultChecked?: boolean;
  className?: string;
  control?: ControlAttributes;
}

/** One statement to agree with. */
export function Checkbox(props: CheckboxProps) {
  const { id, name, label, hint, errors, value = "on", defaultChecked, className, control } = props;
  return (
    <div className={classNames("field", hasErrors(errors) && "field--error", className)} id={`${id}-field`}>
      <FieldTexts id={id} hint={hint} errors={errors} />
      <label className="choice" htmlFor={id}>
        <input
          className="checkbox"
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          {...fieldAria({ id, hint, errors })}
          {...control}
        />
        <span>{label}</span>
      </label>
    </div>
  );
}
