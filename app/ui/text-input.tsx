import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { controlWidthClass, type ControlAttributes, type ControlWidth } from "./control-attributes.ts";
import type { FieldProps } from "./field-props.ts";
import { Field } from "./field.tsx";

interface TextInputProps extends FieldProps {
  type?: "text" | "email" | "tel" | "url" | "password" | "search" | "number";
  width?: ControlWidth;
  labelEnd?: ReactNode;
  /** A unit after the box. */
  suffix?: ReactNode;
  /** Codes and numbers, so that similar characters differ. */
  mono?: boolean;
  control?: ControlAttributes;
}

export function TextInput(props: TextInputProps) {
  const { defaultValue, type = "text", width = "full", suffix, mono, control, ...field } = props;
  return (
    <Field {...field}>
      {(wired) => {
        const box = (
          <input
            className={classNames("input", !suffix && controlWidthClass[width], mono && "font-mono")}
            type={type}
            defaultValue={defaultValue}
            {...wired}
            {...control}
          />
        );
        if (!suffix) return box;
        return (
          <span className={classNames("affix", controlWidthClass[width])}>
            {box}
            <span>{suffix}</span>
          </span>
        );
      }}
    </Field>
  );
}
