interface FieldParts {
  id: string;
  hint?: unknown;
  errors?: readonly string[];
  /** Ids of further texts that describe the control. */
  describedBy?: string;
}

export interface FieldAria {
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

/** The ids Conform gives to the same parts. */
export const hintId = (id: string): string => `${id}-description`;
export const errorId = (id: string): string => `${id}-error`;

export const hasErrors = (errors: readonly string[] | undefined): boolean => Boolean(errors?.length);

export function fieldAria({ id, hint, errors, describedBy }: FieldParts): FieldAria {
  const invalid = hasErrors(errors);
  const ids = [hint ? hintId(id) : "", invalid ? errorId(id) : "", describedBy ?? ""].filter(Boolean);
  return { "aria-invalid": invalid || undefined, "aria-describedby": ids.join(" ") || undefined };
}
