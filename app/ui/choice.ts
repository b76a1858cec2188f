import type { ReactNode } from "react";

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

/** An option of radio buttons or check boxes. */
export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Questions that belong to this answer, shown under it. */
  reveal?: ReactNode;
}

/** The first control of a group carries the group's id, so that a link to the error reaches it. */
export const choiceId = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`);
