import type { ComponentProps } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import type { Option } from "./choice.ts";
import { classNames } from "./class-names.ts";
import { controlWidthClass, type ControlWidth } from "./control-attributes.ts";
import type { FieldProps } from "./field-props.ts";
import { Field } from "./field.tsx";
import { usePage } from "./page-context.tsx";

export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

interface SelectProps extends FieldProps {
  options: readonly (Option | OptionGroup)[];
  /** Words of the empty choice; `false` where every choice is an answer. */
  empty?: string | false;
  width?: ControlWidth;
  control?: Omit<ComponentProps<"select">, "id" | "name" | "defaultValue" | "className" | "ref"> & {
    [hook: `data-${string}`]: string | number | boolean | undefined;
  };
}

export function Select({ defaultValue, options, empty, width = "full", control, ...field }: SelectProps) {
  const t = shellMessages[usePage().locale];
  return (
    <Field {...field}>
      {(wired) => (
        <select
          className={classNames("select", controlWidthClass[width])}
          defaultValue={defaultValue ?? ""}
          {...wired}
          {...control}
        >
          {empty !== false && <option value="">{empty ?? t.choose}</option>}
          <SelectOptions options={options} />
        </select>
      )}
    </Field>
  );
}

export function SelectOptions({ options }: { options: readonly (Option | OptionGroup)[] }) {
  return options.map((option) =>
    "options" in option ? (
      <optgroup key={option.label} label={option.label}>
        <SelectOptions options={option.options} />
      </optgroup>
    ) : (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ),
  );
}
