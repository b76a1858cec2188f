import type { ReactNode } from "react";
import type { Field } from "#app/domain/forms/definition.ts";
import { fieldAria } from "../field-aria.ts";
import type { FieldProps } from "../field-props.ts";
import type { FormView } from "./form-view.ts";

export interface CompositeFieldProps {
  base: FieldProps;
  field: Field;
  view: FormView;
  /** What stands in each box. */
  parts: readonly string[];
}

export type PartsOf<T extends Field["type"]> = CompositeFieldProps & { field: Extract<Field, { type: T }> };

interface PartProps {
  base: FieldProps;
  at: number;
  label: string;
  wide?: boolean;
  children: (wired: { id: string; name: string; "aria-invalid": true | undefined }) => ReactNode;
}

/** The first box has the question's own id: links to the question land in it. */
export function Part({ base, at, label, wide, children }: PartProps) {
  const id = at === 0 ? base.id : `${base.id}-${at + 1}`;
  const { "aria-invalid": invalid } = fieldAria({ id: base.id, errors: base.errors ?? [] });
  return (
    <div className={wide ? "part part--wide" : "part"}>
      <label htmlFor={id}>{label}</label>
      {children({ id, name: base.name, "aria-invalid": invalid })}
    </div>
  );
}
