import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { PropertyEditor } from "./node-properties.ts";
import type { Typed } from "./read-property.ts";

export interface PropertyFieldProps {
  name: string;
  editor: PropertyEditor;
  /** Field by field, as typed or as it stands. */
  typed: Typed;
  errors: readonly string[];
  definition: FormDefinition;
  /** What a condition says, in a sentence. */
  readBack: string | undefined;
  locale: Locale;
}
