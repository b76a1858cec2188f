import type { Locale } from "#app/i18n/locale.ts";
import type { EditorPlace, Typed } from "./editor-place.ts";
import type { PropertyEditor } from "./node-properties.ts";
import type { SubjectOptions } from "./subject-options.ts";

/** What every control of the page needs to be drawn. */
export interface EditorPage {
  place: EditorPlace;
  /** Field by field, as typed or as it stands. */
  typed: Typed;
  /** Sentences by the field they stand beside. */
  errors: ReadonlyMap<string, readonly string[]>;
  subjects: SubjectOptions;
  /** Where buttons that save nothing post to. */
  action: string;
  locale: Locale;
}

export interface PropertyFieldProps<E extends PropertyEditor = PropertyEditor> {
  name: string;
  label: string;
  editor: E;
  page: EditorPage;
}

/** The name of a field as the id of its control. */
export const fieldId = (name: string): string => name.replaceAll(".", "-");
