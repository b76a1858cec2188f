import { builderConditionMessages } from "#app/i18n/messages/builder-conditions.ts";
import { TextInput } from "#app/ui/text-input.tsx";
import { cellListId, cellNameOf, type SubjectField } from "./picked-cells.ts";
import { type EditorPage, fieldId } from "./property-props.ts";

interface CellFieldProps {
  /** Of the comparison or formula. */
  field: string;
  of: SubjectField;
  page: EditorPage;
}

/** A single cell of a table too large for the list of subjects, found by typing part of its name. */
export function CellField({ field, of, page }: CellFieldProps) {
  const { subjects, typed, errors, locale } = page;
  const name = cellNameOf(field, of);
  if (subjects.cells().length === 0) return null;
  return (
    <TextInput
      id={fieldId(name)}
      name={name}
      label={builderConditionMessages[locale].cell}
      defaultValue={typed[name] ?? ""}
      errors={errors.get(name) ?? []}
      control={{ list: cellListId, autoComplete: "off", "data-redraw": true }}
    />
  );
}

/** What all those fields of a page offer. */
export function CellList({ page }: { page: EditorPage }) {
  const cells = page.subjects.cells();
  if (cells.length === 0) return null;
  return (
    <datalist id={cellListId}>
      {cells.map(({ token, label }) => (
        <option key={token}>{label}</option>
      ))}
    </datalist>
  );
}
