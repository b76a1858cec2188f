import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";

/** What one open page has typed and not yet been told is saved. */
export interface KeptDraft {
  application: string;
  section: string;
  person: string;
  operations: readonly DraftOperation[];
  /** Texts a person has yet to choose about: the server knows them and keeps another. */
  held: readonly { path: string; value: RawValue }[];
}

export const isEmpty = ({ operations, held }: KeptDraft): boolean =>
  operations.length === 0 && held.length === 0;
