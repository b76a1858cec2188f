import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { ConditionField } from "./condition-field.tsx";
import type { PropertyFieldProps } from "./property-props.ts";

/** The controls of one property. */
export function PropertyField(props: PropertyFieldProps) {
  const { name, editor, typed, errors, locale } = props;
  const t = builderPropertyMessages[locale];
  const label = t.names[name] ?? name;
  const common = { id: name, name, label, errors, defaultValue: typed[name] ?? "" };
  switch (editor.as) {
    case "text":
      return <BothLanguages {...props} label={label} rows={editor.long ? 3 : 1} />;
    case "flag":
      return (
        <Checkbox id={name} name={name} label={label} errors={errors} defaultChecked={typed[name] === "on"} />
      );
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
    case "options":
      return <TextArea {...common} hint={t.optionsHint} rows={6} />;
    case "json":
      return <TextArea {...common} hint={props.readBack} rows={4} control={{ spellCheck: false }} />;
    case "limits":
      return <Limits {...props} />;
    case "condition":
    case "required":
      return <ConditionField {...props} label={label} />;
  }
}

function BothLanguages(props: PropertyFieldProps & { label: string; rows: number }) {
  const { name, label, typed, errors, locale, rows } = props;
  const t = builderPropertyMessages[locale];
  return (
    <div className="pair">
      <TextArea
        id={name}
        name={`${name}.zh`}
        label={t.inLanguage(label, "zh")}
        rows={rows}
        errors={errors}
        defaultValue={typed[`${name}.zh`] ?? ""}
        control={{ lang: "zh-CN" }}
      />
      <TextArea
        id={`${name}-en`}
        name={`${name}.en`}
        label={t.inLanguage(label, "en")}
        rows={rows}
        defaultValue={typed[`${name}.en`] ?? ""}
        control={{ lang: "en" }}
      />
    </div>
  );
}

const bounds = ["zh.min", "zh.max", "en.min", "en.max"] as const;

function Limits({ name, typed, errors, locale }: PropertyFieldProps) {
  const t = builderPropertyMessages[locale];
  return (
    <fieldset className="builder-limits">
      <legend>{t.names[name]}</legend>
      {bounds.map((bound, index) => (
        <TextInput
          key={bound}
          id={index === 0 ? name : `${name}-${bound.replace(".", "-")}`}
          name={`${name}.${bound}`}
          label={t.limitsOf[bound]}
          width="xs"
          errors={index === 0 ? errors : []}
          defaultValue={typed[`${name}.${bound}`] ?? ""}
          control={{ inputMode: "numeric" }}
        />
      ))}
    </fieldset>
  );
}
