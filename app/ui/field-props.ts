import type { ReactNode } from "react";

/** What every question has, whichever control answers it. */
export interface FieldProps {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[];
  defaultValue?: string;
  /** Optional questions are marked; nothing marks the required ones. */
  optional?: boolean;
}
