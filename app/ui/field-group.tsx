import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { fieldAria, hasErrors } from "./field-aria.ts";
import { FieldTexts, OptionalMark } from "./field-texts.tsx";

interface FieldGroupProps {
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[];
  optional?: boolean;
  /** Legend at the size of a heading. */
  large?: boolean;
  className?: string;
  children: ReactNode;
}

/** Several controls that answer one question. */
export function FieldGroup({
  id,
  legend,
  hint,
  errors,
  optional,
  large,
  className,
  children,
}: FieldGroupProps) {
  const { "aria-describedby": describedBy } = fieldAria({ id, hint, errors });
  return (
    <div className={classNames("field", hasErrors(errors) && "field--error", className)} id={`${id}-field`}>
      <fieldset aria-describedby={describedBy}>
        <legend className={large ? "legend-lg" : undefined}>
          {legend}
          {optional && <OptionalMark />}
        </legend>
        <FieldTexts id={id} hint={hint} errors={errors} />
        {children}
      </fieldset>
    </div>
  );
}
