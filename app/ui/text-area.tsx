import type { ComponentProps } from "react";
import { CountLine, type ShownCount } from "./count-line.tsx";
import type { FieldProps } from "./field-props.ts";
import { Field } from "./field.tsx";

interface TextAreaProps extends FieldProps {
  rows?: number;
  count?: ShownCount;
  control?: Omit<
    ComponentProps<"textarea">,
    "id" | "name" | "defaultValue" | "className" | "rows" | "ref"
  > & {
    [hook: `data-${string}`]: string | number | boolean | undefined;
  };
}

export function TextArea({ defaultValue, rows = 4, count, control, ...field }: TextAreaProps) {
  const countId = `${field.id}-count`;
  return (
    <Field
      {...field}
      describedBy={count ? countId : undefined}
      after={count && <CountLine id={countId} of={field.id} count={count} />}
    >
      {(wired) => (
        <textarea className="textarea" rows={rows} defaultValue={defaultValue} {...wired} {...control} />
      )}
    </Field>
  );
}
