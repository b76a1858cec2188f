import type { ReactNode } from "react";
import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";
import { ActButton } from "./act-button.tsx";
import type { NodeProperties, PropertyEditor } from "./node-properties.ts";
import { fieldId, type PropertyFieldProps } from "./property-props.ts";
import { readProperty, rowsOf } from "./read-property.ts";
import { fitLines } from "./row-lines.ts";
import { TextArea } from "#app/ui/text-area.tsx";

/** Draws what a row holds; whoever draws rows knows how. */
type DrawField = (props: PropertyFieldProps) => ReactNode;

/** A list whose rows are added, moved and removed by their buttons. */
export function RowsField(props: PropertyFieldProps & { draw: DrawField }) {
  const { name, label, editor, page, draw } = props;
  const { typed, locale } = page;
  const t = builderPropertyMessages[locale];
  const of = editor.as === "rows" || editor.as === "lined" ? editor.of : "text";
  const rows = rowsOf(name, typed);
  return (
    <fieldset className="builder-rows" id={fieldId(name)} tabIndex={-1}>
      <legend>{label}</legend>
      <input type="hidden" name={`${name}.count`} value={rows.length} />
      {rows.map((row, index) => (
        <fieldset key={row} className="builder-part" id={fieldId(row)} tabIndex={-1}>
          <legend>{t.rowOf(String(index + 1))}</legend>
          <RowFields name={row} of={of} label={label} page={page} draw={draw} />
          <RowActs name={name} index={index} page={page} />
        </fieldset>
      ))}
      <ActButton command={`${name}|row-add`} action={page.action} anchor={fieldId(name)}>
        {t.addRow}
      </ActButton>
      {fits(props) && (
        <ActButton command={`${name}|lines`} action={page.action} anchor={fieldId(name)}>
          {t.asLines}
        </ActButton>
      )}
    </fieldset>
  );
}

/** Rows that cannot be read yet may still be typed as lines once they are. */
function fits({ name, editor, page }: PropertyFieldProps): boolean {
  if (editor.as !== "lined") return false;
  const read = readProperty(name, editor, page.typed, page.place);
  return !read.ok || fitLines((read.value ?? []) as object[], editor.code);
}

interface RowFieldsProps {
  name: string;
  of: "text" | NodeProperties;
  label: string;
  page: PropertyFieldProps["page"];
  draw: DrawField;
}

function RowFields({ name, of, label, page, draw: Field }: RowFieldsProps) {
  const t = builderPropertyMessages[page.locale];
  const text: PropertyEditor = { as: "text" };
  if (of === "text") return <Field name={name} label={label} editor={text} page={page} />;
  return Object.entries(of).map(([property, inner]) => (
    <Field
      key={property}
      name={`${name}.${property}`}
      label={t.names[`row.${property}`] ?? t.names[property] ?? property}
      editor={inner}
      page={page}
    />
  ));
}

function RowActs({ name, index, page }: { name: string; index: number; page: PropertyFieldProps["page"] }) {
  const t = builderPropertyMessages[page.locale];
  const number = String(index + 1);
  return (
    <p className="builder-acts">
      {(["row-up", "row-down", "row-remove"] as const).map((what) => (
        <ActButton
          key={what}
          command={`${name}|${what}|${index}`}
          action={page.action}
          anchor={fieldId(name)}
          label={t.rowActOf[what](number)}
        >
          {t.rowActs[what]}
        </ActButton>
      ))}
    </p>
  );
}

/** A list of options or fixed rows, one a line. */
export function RowLines({ name, label, page }: PropertyFieldProps) {
  const t = builderPropertyMessages[page.locale];
  const id = fieldId(name);
  return (
    <div id={id} tabIndex={-1}>
      <TextArea
        id={`${id}-lines`}
        name={`${name}.lines`}
        label={label}
        hint={t.optionsHint}
        rows={8}
        defaultValue={page.typed[`${name}.lines`] ?? ""}
        errors={page.errors.get(`${name}.lines`) ?? []}
        control={{ spellCheck: false }}
      />
      <ActButton command={`${name}|rows`} action={page.action} anchor={id}>
        {t.asRows}
      </ActButton>
    </div>
  );
}
