import { builderConditionMessages } from "#app/i18n/messages/builder-conditions.ts";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { ActButton } from "./act-button.tsx";
import { CellField } from "./cell-field.tsx";
import { rowTableOf } from "./editor-place.ts";
import { fieldId, type PropertyFieldProps } from "./property-props.ts";
import { SaidLines } from "./said-lines.tsx";

/** A figure: typed as a formula, or put together from what is picked. */
export function FormulaField(props: PropertyFieldProps) {
  const { name, label, page } = props;
  const { typed, errors, subjects, locale, action, place } = page;
  const t = builderConditionMessages[locale];
  const id = fieldId(name);
  return (
    <div>
      <TextArea
        id={id}
        name={name}
        label={label}
        hint={t.formulaHint}
        rows={2}
        defaultValue={typed[name] ?? ""}
        errors={errors.get(name) ?? []}
        control={{ spellCheck: false }}
      />
      <SaidLines {...props} />
      <details>
        <summary>{t.pick}</summary>
        <div className="builder-term">
          <Select
            id={`${id}-sign`}
            name={`${name}.sign`}
            label={t.sign}
            empty={false}
            defaultValue="+"
            options={(["+", "-", "*", "/"] as const).map((value) => ({ value, label: t.signs[value] }))}
          />
          <Select
            id={`${id}-pick`}
            name={`${name}.pick`}
            label={t.pick}
            defaultValue=""
            options={subjects.groups(rowTableOf(place, typed)?.key)}
          />
          <CellField field={name} of="pick" page={page} />
        </div>
        <ActButton command={`${name}|insert`} action={action} anchor={id}>
          {t.insert}
        </ActButton>
      </details>
    </div>
  );
}
