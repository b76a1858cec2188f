import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { fieldAria, hasErrors, type FieldAria } from "./field-aria.ts";
import type { FieldProps } from "./field-props.ts";
import { FieldTexts, OptionalMark } from "./field-texts.tsx";

interface FieldWrapperProps extends Omit<FieldProps, "defaultValue"> {
  /** At the end of the label's line, such as a link to recover a password. */
  labelEnd?: ReactNode;
  /** Under the control. */
  after?: ReactNode;
  /** Ids of further texts that describe the control. */
  describedBy?: string;
  className?: string;
  children: (control: { id: string; name: string } & FieldAria) => ReactNode;
}

/** Label, hint, error, control: in that order, and wired together. */
export function Field(props: FieldWrapperProps) {
  const { id, name, label, hint, errors, optional, labelEnd, after, describedBy, className, children } =
    props;
  const labelElement = (
    <label htmlFor={id} className={labelEnd ? "label-like" : undefined}>
      {label}
      {optional && <OptionalMark />}
    </label>
  );
  return (
    <div className={classNames("field", hasErrors(errors) && "field--error", className)} id={`${id}-field`}>
      {labelEnd ? (
        <div className="flex items-baseline justify-between gap-4">
          {labelElement}
          {labelEnd}
        </div>
      ) : (
        labelElement
      )}
      <FieldTexts id={id} hint={hint} errors={errors} />
      {children({ id, name, ...fieldAria({ id, hint, errors, describedBy }) })}
      {after}
    </div>
  );
}
