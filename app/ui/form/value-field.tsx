import type { ReactNode } from "react";
import { compositeOf } from "#app/domain/forms/composite-field.ts";
import type { Field } from "#app/domain/forms/definition.ts";
import { formatRawAnswer } from "#app/domain/forms/format-answer.ts";
import type { AnswerValue } from "#app/domain/forms/parse-answer.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import { isEachStepLabelled } from "#app/domain/forms/scale-steps.ts";
import { countText } from "#app/domain/forms/text-length.ts";
import { CheckboxGroup } from "../checkbox-group.tsx";
import { Checkbox } from "../checkbox.tsx";
import { DateInput } from "../date-input.tsx";
import type { FieldProps } from "../field-props.ts";
import { MoneyInput } from "../money-input.tsx";
import { RadioGroup } from "../radio-group.tsx";
import { Select } from "../select.tsx";
import { TextArea } from "../text-area.tsx";
import { TextInput } from "../text-input.tsx";
import { AmountNote } from "./amount-note.tsx";
import { answerOptions, boxAttributes, boxSuffix, boxType, boxWidth, optionsWith } from "./answer-options.ts";
import { CompositeField } from "./composite-field.tsx";
import { ScaleField } from "./scale-field.tsx";
import { ComputedField } from "./computed-field.tsx";
import { ConflictChooser } from "./conflict-chooser.tsx";
import { formHint } from "./form-hint.tsx";
import { IndustryField } from "./industry-field.tsx";
import { StaleNote } from "./stale-note.tsx";
import { errorsAt, fieldId, type FormView, listOf, rawAt, textOf } from "./form-view.ts";

interface ValueFieldProps {
  view: FormView;
  field: Field;
  path: string;
  name: string;
  raw: RawValue | undefined;
  required: boolean;
  /** The value of a computed field. */
  value?: AnswerValue | null;
  /** Questions that belong to an option, by its code. */
  reveals?: ReadonlyMap<string, ReactNode>;
}

/** One question with one typed answer, whichever control its kind takes. */
export function ValueField(props: ValueFieldProps) {
  const { view, field, path } = props;
  return (
    <>
      <Control {...props} />
      <StaleNote view={view} path={path} />
      <AmountNote view={view} field={field} path={path} raw={rawAt(view, path, props.raw)} />
      <ConflictChooser
        view={view}
        path={path}
        shown={(value) => formatRawAnswer(field, value, view.locale)}
      />
    </>
  );
}

function Control({ view, field, path, name, raw: standing, required, value, reveals }: ValueFieldProps) {
  const { locale } = view;
  const raw = rawAt(view, path, standing);
  const base: FieldProps = {
    id: fieldId(path),
    name,
    label: field.label[locale],
    hint: formHint({ view, path, help: field.help, example: field.example }),
    errors: errorsAt(view, path),
    optional: !required,
    defaultValue: textOf(raw),
  };
  if (compositeOf(field)) return <CompositeField base={base} field={field} view={view} parts={listOf(raw)} />;
  switch (field.type) {
    case "long_text":
      return <TextArea {...base} rows={field.rows ?? 4} count={countText(field, textOf(raw))} />;
    case "money":
      return <MoneyInput {...base} control={boxAttributes(field)} />;
    case "date":
    case "month":
      return <DateInput {...base} kind={field.type} />;
    case "gb4754":
      return <IndustryField {...base} field={field} view={view} />;
    case "city":
    case "country":
    case "park":
      return <Select {...base} options={optionsWith(field, locale, raw)} width="lg" />;
    case "choice":
      if (field.display === "select")
        return <Select {...base} options={optionsWith(field, locale, raw)} width="lg" />;
      return <Radios base={base} field={field} view={view} reveals={reveals} />;
    case "scale":
      if (!isEachStepLabelled(field)) return <ScaleField base={base} field={field} locale={locale} />;
      return <Radios base={base} field={field} view={view} reveals={reveals} />;
    case "yes_no":
      return <Radios base={base} field={field} view={view} reveals={reveals} />;
    case "multi_choice":
      return <Boxes base={base} field={field} view={view} ticked={listOf(raw)} reveals={reveals} />;
    case "declaration":
      return <Declaration base={base} />;
    case "computed":
      return <ComputedField view={view} field={field} path={path} value={value ?? null} />;
    default:
      return (
        <TextInput
          {...base}
          type={boxType(field)}
          width={boxWidth(field)}
          suffix={boxSuffix(field, locale)}
          mono={field.type === "uscc"}
          control={boxAttributes(field)}
        />
      );
  }
}

interface GroupProps {
  base: FieldProps;
  field: Field;
  view: FormView;
  reveals: ReadonlyMap<string, ReactNode> | undefined;
}

const revealing = (
  field: Field,
  { locale }: FormView,
  standing: RawValue | undefined,
  reveals: GroupProps["reveals"],
) =>
  optionsWith(field, locale, standing).map((option) => ({ ...option, reveal: reveals?.get(option.value) }));

/** The empty field says that the question was on the page, also when nothing is ticked. */
function Radios({ base, field, view, reveals }: GroupProps) {
  const { defaultValue, ...rest } = base;
  return (
    <>
      <input type="hidden" name={base.name} value="" />
      <RadioGroup
        {...rest}
        {...(defaultValue === undefined ? {} : { defaultValue })}
        options={revealing(field, view, defaultValue, reveals)}
      />
    </>
  );
}

function Boxes({ base, field, view, ticked, reveals }: GroupProps & { ticked: string[] }) {
  const { defaultValue: _text, ...rest } = base;
  return (
    <>
      <input type="hidden" name={base.name} value="" />
      <div className={answerOptions(field, view.locale).length > 6 ? "choices-many" : undefined}>
        <CheckboxGroup {...rest} defaultValues={ticked} options={revealing(field, view, ticked, reveals)} />
      </div>
    </>
  );
}

function Declaration({ base }: { base: FieldProps }) {
  const { defaultValue, optional: _optional, ...rest } = base;
  return (
    <>
      <input type="hidden" name={base.name} value="" />
      <Checkbox {...rest} value="yes" defaultChecked={defaultValue === "yes" || defaultValue === "on"} />
    </>
  );
}
