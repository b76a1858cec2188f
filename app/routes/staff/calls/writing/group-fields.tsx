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
import { fieldName, fieldNameInRow } from "./field-name.ts";
import { WeightSum } from "./weight-sum.tsx";

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
  return <Fields {...props} fields={callFields[props.group]} at="" />;
}

/** One below the other; short ones that follow each other stand side by side. */
function Fields({ fields, at, ...props }: FieldsProps & { fields: readonly CallField[]; at: string }) {
  const runs: CallField[][] = [];
  for (const field of fields) {
    const last = runs.at(-1);
    if (isShort(field) && last && isShort(last[0]!)) last.push(field);
    else runs.push([field]);
  }
  return runs.map((run) => (
    <div
      key={run[0]!.key}
      className={run.length > 1 ? "grid items-end gap-x-6 sm:grid-cols-2 lg:grid-cols-3" : undefined}
    >
      {run.map((field) => (
        <OneField key={field.key} {...props} field={field} path={`${at}${field.key}`} />
      ))}
    </div>
  ));
}

const isShort = ({ as }: CallField): boolean =>
  ["plain", "count", "decimal", "choice", "money", "moment", "day"].includes(as);

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
        <span className="muted">{labelOf(group, path, locale)}</span> <Plain {...props} />
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
    ...{ id: path, name: path, label: labelOf(group, path, locale) },
    defaultValue: typed[path] ?? "",
    errors: errors[path] ?? [],
  };
}

/** A list of texts has nothing but its rows to name; in other rows the number stands above. */
const labelOf = (group: CallGroup, path: string, locale: Locale): string =>
  path.split(".").filter((step) => !["zh", "en"].includes(step)).length > 2
    ? fieldNameInRow(group, path, locale)
    : fieldName(group, path, locale);

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
  const rows = rowsFor(props.typed[`${path}.zh`] ?? "", props.typed[`${path}.en`] ?? "");
  const optional = "optional" in field && field.optional;
  return (
    <div className="grid gap-x-6 md:grid-cols-2">
      {(["zh", "en"] as const).map((language) => {
        const input = { ...wired({ ...props, path: `${path}.${language}` }), optional: optional ?? false };
        const control = { lang: language === "zh" ? "zh-CN" : "en" };
        return field.as === "prose" ? (
          <TextArea key={language} {...input} rows={rows} control={control} />
        ) : (
          <TextInput key={language} {...input} control={control} />
        );
      })}
    </div>
  );
}

/** Room for both, so that they stand level. */
function rowsFor(zh: string, en: string): number {
  const lines = (text: string, width: number) =>
    text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  return Math.min(14, Math.max(2, lines(zh, 30), lines(en, 60)));
}

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
      {group === "rubric" && path === "criteria" && <WeightSum typed={typed} locale={locale} />}
      {Array.from({ length: count }, (_, index) => (
        <div key={index} id={`${path}.${index}`} tabIndex={-1} className="call-row rule mt-3 pt-3">
          {field.as === "texts" ? (
            <Pair {...props} field={{ as: "prose", key: field.key }} path={`${path}.${index}`} />
          ) : (
            <fieldset>
              <legend className="font-semibold">{fieldName(group, `${path}.${index}`, locale)}</legend>
              <Fields {...props} fields={field.fields} at={`${path}.${index}.`} />
            </fieldset>
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
          <Button
            name="act"
            value={`add:${path}`}
            formAction={`#${path}.${count}`}
            aria-label={t.addTo(name)}
          >
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
          // Whoever moved a row stays with it, on a page of many screens.
          formAction={`#${act === "remove" ? path : `${path}.${index + (act === "up" ? -1 : 1)}`}`}
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
