import { saysSomething } from "#app/domain/forms/edit/condition-tree.ts";
import { builderConditionMessages } from "#app/i18n/messages/builder-conditions.ts";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { ActButton } from "./act-button.tsx";
import { ConditionGroupField } from "./condition-group.tsx";
import { rowTableOf } from "./editor-place.ts";
import { cellFieldsOf } from "./picked-cells.ts";
import { fieldId, type PropertyFieldProps } from "./property-props.ts";
import { SaidLines } from "./said-lines.tsx";
import { readTree } from "./typed-condition.ts";

/** A condition: picked from questions and comparisons, in groups within groups, or typed as a formula. */
export function ConditionField(props: PropertyFieldProps) {
  const { name, label, editor, page } = props;

  const { typed, errors, locale, action, place } = page;
  const t = builderConditionMessages[locale];
  const id = fieldId(name);
  const mode = typed[`${name}.mode`] || "picked";
  const tree = readTree(name, typed);
  // Whatever a button has just changed stays in sight, and a cell that was not found.
  const isTouched =
    (typed["do"]?.startsWith(`${name}|`) ?? false) ||
    cellFieldsOf(`${name}.t`, typed).some((field) => typed[field]?.trim());
  const isRequired = editor.as === "required";
  const modes = [
    { value: "picked", label: isRequired ? t.modes.pickedRequired : t.modes.picked },
    ...(isRequired
      ? [
          { value: "always", label: t.modes.always },
          { value: "never", label: t.modes.never },
        ]
      : []),
    { value: "formula", label: t.modes.formula },
  ];
  const act = { action, anchor: id };
  return (
    <fieldset className="builder-condition" id={id} tabIndex={-1}>
      <legend>{label}</legend>
      <SaidLines {...props} />
      <Select
        id={`${id}-mode`}
        name={`${name}.mode`}
        label={t.mode}
        width="lg"
        empty={false}
        defaultValue={mode}
        options={modes}
      />
      <details open={(mode === "picked" && (saysSomething(tree) || isTouched)) || undefined}>
        <summary>{t.picks}</summary>
        <ConditionGroupField
          name={name}
          path=""
          number=""
          node={tree}
          table={rowTableOf(place, typed)?.key}
          page={page}
        />
        <ActButton {...act} command={`${name}|formula`}>
          {t.asFormula}
        </ActButton>
      </details>
      <details open={mode === "formula" || undefined}>
        <summary>{t.formula}</summary>
        <TextArea
          id={`${id}-formula`}
          name={`${name}.formula`}
          label={t.formula}
          hint={t.formulaHint}
          rows={3}
          defaultValue={typed[`${name}.formula`] ?? ""}
          errors={errors.get(`${name}.formula`) ?? []}
          control={{ spellCheck: false }}
        />
        <ActButton {...act} command={`${name}|picked`}>
          {t.asPicked}
        </ActButton>
      </details>
    </fieldset>
  );
}
