import { isCurrencyCode } from "#app/domain/shared/currencies.ts";
import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Select } from "#app/ui/select.tsx";
import { ActButton } from "./act-button.tsx";
import { codeWords } from "./code-list.ts";
import { pickedNames } from "./editor-place.ts";
import { fieldId, type PropertyFieldProps } from "./property-props.ts";
import { rowsOf } from "./read-property.ts";

/** Some of a fixed list. */
export function SomeOfField({ name, label, editor, page }: PropertyFieldProps) {
  const values = editor.as === "some_of" ? editor.values : [];
  return (
    <fieldset className="builder-limits" id={fieldId(name)} tabIndex={-1}>
      <legend>{label}</legend>
      {values.map((value) => (
        <Checkbox
          key={value}
          id={fieldId(`${name}.${value}`)}
          name={`${name}.${value}`}
          label={isCurrencyCode(value) ? codeWords("currencies", value, page.locale) : value.toUpperCase()}
          defaultChecked={page.typed[`${name}.${value}`] === "on"}
        />
      ))}
    </fieldset>
  );
}

/** Several codes, each picked from the list; what is left empty is left out. */
export function NamesField({ name, label, editor, page }: PropertyFieldProps) {
  const { typed, place, locale, action } = page;
  const t = builderPropertyMessages[locale];
  const id = fieldId(name);
  const offered = editor.as === "names" ? pickedNames(editor.of, place, typed, locale) : [];
  const rows = rowsOf(name, typed);
  return (
    <fieldset className="builder-rows" id={id} tabIndex={-1}>
      <legend>{label}</legend>
      <input type="hidden" name={`${name}.count`} value={rows.length} />
      {rows.map((row, index) => (
        <Select
          key={row}
          id={fieldId(row)}
          name={row}
          label={t.rowOf(String(index + 1))}
          width="lg"
          empty={t.unset}
          defaultValue={typed[row] ?? ""}
          options={withStanding(offered, typed[row] ?? "")}
        />
      ))}
      <ActButton command={`${name}|row-add`} action={action} anchor={id}>
        {t.addRow}
      </ActButton>
    </fieldset>
  );
}

const withStanding = (offered: readonly { value: string; label: string }[], standing: string) =>
  standing === "" || offered.some(({ value }) => value === standing)
    ? offered
    : [...offered, { value: standing, label: standing }];
