import { shellMessages } from "#app/i18n/messages/shell.ts";
import { classNames } from "./class-names.ts";
import type { ControlAttributes } from "./control-attributes.ts";
import type { FieldProps } from "./field-props.ts";
import { Field } from "./field.tsx";
import { usePage } from "./page-context.tsx";

export type DateKind = "date" | "datetime-local" | "month";

interface DateInputProps extends FieldProps {
  kind?: DateKind;
  min?: string;
  max?: string;
  step?: number;
  control?: ControlAttributes;
}

const shapes: Record<DateKind, RegExp> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  "datetime-local": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/,
  month: /^\d{4}-\d{2}$/,
};

/**
 * The browser's own date control. It silently drops a value it cannot read, so one of those is shown
 * in a text box instead: what somebody typed stays on the page until they change it.
 */
export function DateInput({
  kind = "date",
  defaultValue = "",
  min,
  max,
  step,
  control,
  ...field
}: DateInputProps) {
  const t = shellMessages[usePage().locale];
  const readable =
    defaultValue === "" || (shapes[kind].test(defaultValue) && !Number.isNaN(Date.parse(defaultValue)));
  const hint = readable ? field.hint : (field.hint ?? t.dateFormat[kind]);
  return (
    <Field {...field} hint={hint}>
      {(wired) => (
        <input
          className={classNames("input", "field-md")}
          type={readable ? kind : "text"}
          defaultValue={defaultValue}
          min={min}
          max={max}
          step={step}
          {...wired}
          {...control}
        />
      )}
    </Field>
  );
}
