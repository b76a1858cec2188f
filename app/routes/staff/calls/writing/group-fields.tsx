import type { CallGroup } from "#app/domain/calls/call-document.ts";
import { type CallField, callFields } from "#app/domain/calls/call-fields.ts";
import { instantOfWallClock } from "#app/domain/calls/call-problems.ts";
import { formatDateTime, formatDateWithWeekday } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { callFieldMessages } from "#app/i18n/messages/call-fields.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { Button } from "#app/ui/button.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { MoneyInput } from "#app/ui/money-input.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { fieldName } from "./field-name.ts";

export interface FieldsProps {
  group: CallGroup;
  /** Every field by its path, as it stands on the page. */
  typed: Readonly<Record<string, string>>;
  /** Sentences by path: what was refused, and what keeps the draft from being published. */
  errors: Readonly<Record<string, readonly string[]>>;
  /** Only texts may change: rows and figures stay. */
  textsOnly: boolean;
  locale: Locale;
}

export function GroupFields(props: FieldsProps) {
  return callFields[props.group].map((field) => (
    <OneField key={field.key} {...props} field={field} path={field.key} />
  ));
}

type FieldProps = FieldsProps & { field: CallField; path: string };

function OneField(props: FieldProps) {
  const { field, path, group, locale, textsOnly, typed } = props;
  if (field.as === "key") return <input type="hidden" name={path} value={typed[path] ?? ""} />;
  if (field.as === "text" || field.as === "prose") return <Pair {...props} />;
  if (field.as === "texts" || field.as === "rows") return <Rows {...props} field={field} />;
  // What may not change still has to be there when the group is read back.
  if (textsOnly && !path.endsWith("phone"))
    return (
      <p className="my-3">
        <span className="muted">{fieldName(group, path, locale)}</span> <Plain {...props} />
        <input type="hidden" name={path} value={typed[path] ?? ""} />
      </p>
    );
  return <Single {...props} />;
}

function Plain({ field, path, typed, locale }: FieldProps) {
  const value = typed[path] ?? "";
  const words = field.as === "choice" ? (callFieldMessages[locale].choices[value] ?? value) : value;
  return <b>{words || callWritingMessages[locale].nothing}</b>;
}

function wired({ group, path, typed, errors, locale }: FieldsProps & { path: string }) {
  return {
    ...{ id: path, name: path, label: fieldName(group, path, locale) },
    defaultValue: typed[path] ?? "",
    errors: errors[path] ?? [],
  };
}

function Single(props: FieldProps) {
  const { field, path, typed, locale } = props;
  const input = wired(props);
  const value = typed[path] ?? "";
  switch (field.as) {
    case "choice":
      return (
        <Select
          {...input}
          empty={value === "" ? undefined : false}
          options={field.options.map((option) => ({
            value: option,
            label: callFieldMessages[locale].choices[option] ?? option,
          }))}
          width="md"
        />
      );
    case "money":
      return <MoneyInput {...input} optional />;
    case "moment": {
      const at = instantOfWallClock(value);
      return (
        <DateInput
          {...input}
          kind="datetime-local"
          optional
          hint={at ? formatDateTime(locale, at) : undefined}
        />
      );
    }
    case "day":
      return (
        <DateInput
          {...input}
          optional
          hint={/^\d{4}-\d{2}-\d{2}$/.test(value) ? dayWords(value, locale) : undefined}
        />
      );
    case "count":
      return <TextInput {...input} width="sm" control={{ inputMode: "numeric" }} />;
    case "decimal":
      return (
        <TextInput
          {...input}
          width="sm"
          optional={field.optional ?? false}
          control={{ inputMode: "decimal" }}
        />
      );
    default:
      return <TextInput {...input} optional={field.as === "plain" && (field.optional ?? false)} />;
  }
}

function dayWords(day: string, locale: Locale): string | undefined {
  const at = instantOfWallClock(`${day}T12:00`);
  return at ? formatDateWithWeekday(locale, at) : undefined;
}

/** Both languages side by side, one below the other on a phone. */
function Pair(props: FieldProps) {
  const { field, path } = props;
  const optional = "optional" in field && field.optional;
  return (
    <div className="grid gap-x-6 md:grid-cols-2">
      {(["zh", "en"] as const).map((language) => {
        const input = { ...wired({ ...props, path: `${path}.${language}` }), optional: optional ?? false };
        const control = { lang: language === "zh" ? "zh-CN" : "en" };
        return field.as === "prose" ? (
          <TextArea key={language} {...input} rows={rowsFor(input.defaultValue)} control={control} />
        ) : (
          <TextInput key={language} {...input} control={control} />
        );
      })}
    </div>
  );
}

const rowsFor = (text: string): number => Math.min(14, Math.max(2, Math.ceil(text.length / 38) + 1));

type RowsField = Extract<CallField, { as: "texts" | "rows" }>;

function Rows(props: FieldProps & { field: RowsField }) {
  const { group, field, path, typed, errors, textsOnly, locale } = props;
  const t = callWritingMessages[locale];
  const name = fieldName(group, path, locale);
  const fixed = textsOnly || (field.as === "texts" && field.fixed === true);
  const count = rowCount(typed, path);
  return (
    <fieldset id={path} className="mt-8" tabIndex={-1}>
      <legend className="text-lg font-semibold">{name}</legend>
      {(errors[path] ?? []).map((text) => (
        <p key={text} className="st-bad">
          {text}
        </p>
      ))}
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="rule mt-3 pt-1">
          {field.as === "texts" ? (
            <Pair {...props} field={{ as: "prose", key: field.key }} path={`${path}.${index}`} />
          ) : (
            field.fields.map((inner) => (
              <OneField key={inner.key} {...props} field={inner} path={`${path}.${index}.${inner.key}`} />
            ))
          )}
          {!fixed && (
            <RowActs
              path={path}
              index={index}
              count={count}
              row={fieldName(group, `${path}.${index}`, locale)}
              locale={locale}
            />
          )}
        </div>
      ))}
      {!fixed && (
        <p className="mt-4">
          <Button name="act" value={`add:${path}`} aria-label={t.addTo(name)}>
            {t.add}
          </Button>
        </p>
      )}
    </fieldset>
  );
}

interface RowActsProps {
  path: string;
  index: number;
  count: number;
  row: string;
  locale: Locale;
}

function RowActs({ path, index, count, row, locale }: RowActsProps) {
  const t = callWritingMessages[locale];
  const acts = [
    ...(index > 0 ? (["up"] as const) : []),
    ...(index < count - 1 ? (["down"] as const) : []),
    "remove" as const,
  ];
  return (
    <p className="mb-2 flex flex-wrap gap-2">
      {acts.map((act) => (
        <Button
          key={act}
          size="sm"
          variant="quiet"
          name="act"
          value={`${act}:${path}.${index}`}
          aria-label={t.actOf(t[act], row)}
        >
          {t[act]}
        </Button>
      ))}
    </p>
  );
}

function rowCount(typed: Readonly<Record<string, string>>, path: string): number {
  const indexes = Object.keys(typed)
    .filter((name) => name.startsWith(`${path}.`))
    .map((name) => Number(name.slice(path.length + 1).split(".")[0]) + 1);
  return Math.max(0, ...indexes);
}
