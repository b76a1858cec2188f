import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { CodesField } from "./codes-field.tsx";
import { ConditionField } from "./condition-field.tsx";
import { pickedNames } from "./editor-place.ts";
import { FormulaField } from "./formula-field.tsx";
import { NamesField, SomeOfField } from "./picked-fields.tsx";
import { fieldId, type PropertyFieldProps } from "./property-props.ts";
import { RowLines, RowsField } from "./rows-field.tsx";

/** The controls of one property. */
export function PropertyField(props: PropertyFieldProps) {
  const { name, label, editor, page } = props;
  const { typed, locale } = page;
  const t = builderPropertyMessages[locale];
  const errors = page.errors.get(name) ?? [];
  const common = { id: fieldId(name), name, label, errors, defaultValue: typed[name] ?? "" };
  switch (editor.as) {
    case "text":
      return <BothLanguages {...props} rows={editor.long ? 3 : 1} />;
    case "flag":
      return <Checkbox {...common} defaultChecked={typed[name] === "on"} />;
    case "number":
      return <TextInput {...common} width="sm" control={{ inputMode: "decimal" }} />;
    case "word":
    case "words":
      return <TextInput {...common} mono width="lg" />;
    case "one_of":
      return (
        <Select
          {...common}
          width="md"
          empty={t.unset}
          options={editor.values.map((value) => ({ value, label: t.values[value] ?? value }))}
        />
      );
    case "name":
      return (
        <Select
          {...common}
          width="lg"
          empty={t.unset}
          options={pickedNames(editor.of, page.place, typed, locale)}
          // What a check points at and asks about are of the table that is picked.
          control={{ "data-redraw": editor.of === "tables" || undefined }}
        />
      );
    case "some_of":
      return <SomeOfField {...props} />;
    case "names":
      return <NamesField {...props} />;
    case "codes":
      return <CodesField {...props} editor={editor} />;
    case "rows":
      return <RowsField {...props} draw={PropertyField} />;
    case "lined":
      return typed[`${name}.lines`] === undefined ? (
        <RowsField {...props} draw={PropertyField} />
      ) : (
        <RowLines {...props} />
      );
    case "limits":
      return <Limits {...props} />;
    case "formula":
      return <FormulaField {...props} />;
    case "condition":
    case "required":
      return <ConditionField {...props} />;
  }
}

function BothLanguages({ name, label, page, rows }: PropertyFieldProps & { rows: number }) {
  const t = builderPropertyMessages[page.locale];
  const id = fieldId(name);
  return (
    <div className="pair">
      <TextArea
        id={id}
        name={`${name}.zh`}
        label={t.inLanguage(label, "zh")}
        rows={rows}
        errors={page.errors.get(name) ?? []}
        defaultValue={page.typed[`${name}.zh`] ?? ""}
        control={{ lang: "zh-CN" }}
      />
      <TextArea
        id={`${id}-en`}
        name={`${name}.en`}
        label={t.inLanguage(label, "en")}
        rows={rows}
        defaultValue={page.typed[`${name}.en`] ?? ""}
        control={{ lang: "en" }}
      />
    </div>
  );
}

const bounds = ["zh.min", "zh.max", "en.min", "en.max"] as const;

function Limits({ name, label, page }: PropertyFieldProps) {
  const t = builderPropertyMessages[page.locale];
  return (
    <fieldset className="builder-limits" id={fieldId(name)} tabIndex={-1}>
      <legend>{label}</legend>
      {bounds.map((bound) => (
        <TextInput
          key={bound}
          id={fieldId(`${name}.${bound}`)}
          name={`${name}.${bound}`}
          label={t.limitsOf[bound]}
          width="xs"
          errors={page.errors.get(`${name}.${bound}`) ?? []}
          defaultValue={page.typed[`${name}.${bound}`] ?? ""}
          control={{ inputMode: "numeric" }}
        />
      ))}
      <Select
        id={fieldId(`${name}.unit`)}
        name={`${name}.unit`}
        label={t.countedIn}
        width="md"
        empty={t.values["characters"] ?? ""}
        options={[{ value: "words", label: t.values["words"] ?? "" }]}
        errors={page.errors.get(`${name}.unit`) ?? []}
        defaultValue={page.typed[`${name}.unit`] ?? ""}
      />
    </fieldset>
  );
}
