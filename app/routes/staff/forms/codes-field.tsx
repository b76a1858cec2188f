import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";
import { TextInput } from "#app/ui/text-input.tsx";
import { ActButton } from "./act-button.tsx";
import { codeChoices, codeWords } from "./code-list.ts";
import type { PropertyEditor } from "./node-properties.ts";
import { fieldId, type PropertyFieldProps } from "./property-props.ts";
import { rowsOf } from "./read-property.ts";

type CodesEditor = Extract<PropertyEditor, { as: "codes" }>;

/** Several of a long list, each found by typing part of its name in either language; an emptied one is left out. */
export function CodesField({ name, label, editor, page }: PropertyFieldProps<CodesEditor>) {
  const { typed, errors, locale, action } = page;
  const t = builderPropertyMessages[locale];
  const id = fieldId(name);
  const listId = `${id}-list`;
  return (
    <fieldset className="builder-rows" id={id} tabIndex={-1}>
      <legend>{label}</legend>
      <p className="hint">{t.codesHint[editor.of]}</p>
      <input type="hidden" name={`${name}.count`} value={rowsOf(name, typed).length} />
      {rowsOf(name, typed).map((row, index) => (
        <TextInput
          key={row}
          id={fieldId(row)}
          name={row}
          label={t.rowOf(String(index + 1))}
          width="lg"
          errors={errors.get(row) ?? []}
          defaultValue={codeWords(editor.of, typed[row] ?? "", locale)}
          control={{ list: listId, autoComplete: "off" }}
        />
      ))}
      <datalist id={listId}>
        {codeChoices(editor.of, locale).map((words) => (
          <option key={words}>{words}</option>
        ))}
      </datalist>
      <ActButton command={`${name}|row-add`} action={action} anchor={id}>
        {t.addRow}
      </ActButton>
    </fieldset>
  );
}
