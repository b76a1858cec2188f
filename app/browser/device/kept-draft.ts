import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";

/** What one open page has typed and not yet been told is saved. */
export interface KeptDraft {
  application: string;
  section: string;
  /** A score sheet: `application` is its assignment, and it has no sections. */
  kind?: "sheet";
  person: string;
  operations: readonly DraftOperation[];
  /** Texts a person has yet to choose about: the server knows them and keeps another. */
  held: readonly { path: string; value: RawValue }[];
}

/** The page on which it was typed. */
export const pageOf = ({
  application,
  section,
  kind,
}: Omit<KeptDraft, "operations" | "held" | "person">): string =>
  kind === "sheet" ? `/reviews/${application}` : `/applications/${application}/sections/${section}`;

export const isEmpty = ({ operations, held }: KeptDraft): boolean =>
  operations.length === 0 && held.length === 0;
