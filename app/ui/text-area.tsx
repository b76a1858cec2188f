import type { ComponentProps } from "react";
import type { TextCount } from "#app/domain/forms/text-length.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import type { FieldProps } from "./field-props.ts";
import { Field } from "./field.tsx";
import { usePage } from "./page-context.tsx";

interface TextAreaProps extends FieldProps {
  rows?: number;
  count?: Partial<TextCount> & Pick<TextCount, "used" | "limit">;
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

/** The browser keeps it current while somebody types; the server says what was saved. */
function CountLine({
  id,
  of,
  count,
}: {
  id: string;
  of: string;
  count: NonNullable<TextAreaProps["count"]>;
}) {
  const { used, limit, unit = "characters", words } = count;
  return (
    <p
      className={used > limit ? "hint st-bad mt-1 text-end" : "hint mt-1 text-end"}
      id={id}
      data-count-of={of}
      data-limit={limit}
      data-unit={unit}
    >
      {shellMessages[usePage().locale].wordCount({ used, limit, unit, words })}
    </p>
  );
}
