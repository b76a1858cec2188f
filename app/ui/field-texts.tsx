import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { ErrorMessage } from "./error-message.tsx";
import { errorId, hasErrors, hintId } from "./field-aria.ts";
import { usePage } from "./page-context.tsx";

export function OptionalMark() {
  return <span className="opt">{shellMessages[usePage().locale].optional}</span>;
}

interface FieldTextsProps {
  id: string;
  hint?: ReactNode;
  errors?: readonly string[];
}

/** Hint and errors stand between the label and its control. */
export function FieldTexts({ id, hint, errors }: FieldTextsProps) {
  return (
    <>
      {hint && (
        <div className="hint" id={hintId(id)}>
          {hint}
        </div>
      )}
      {hasErrors(errors) && (
        <div id={errorId(id)}>
          {errors?.map((error) => (
            <ErrorMessage key={error}>{error}</ErrorMessage>
          ))}
        </div>
      )}
    </>
  );
}
