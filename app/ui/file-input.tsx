import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import type { ControlAttributes } from "./control-attributes.ts";
import type { FieldProps } from "./field-props.ts";
import { Field } from "./field.tsx";

interface FileInputProps extends Omit<FieldProps, "defaultValue"> {
  accept?: string;
  multiple?: boolean;
  /** The files already there. */
  children?: ReactNode;
  control?: ControlAttributes;
}

export function FileInput({ accept, multiple, children, control, ...field }: FileInputProps) {
  return (
    <Field {...field}>
      {(wired) => (
        <>
          {children}
          <input
            className={classNames("file-input field-lg", Boolean(children) && "mt-3")}
            type="file"
            accept={accept}
            multiple={multiple}
            {...wired}
            {...control}
          />
        </>
      )}
    </Field>
  );
}
