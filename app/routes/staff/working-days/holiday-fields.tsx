import type { HolidayFault, TypedHoliday, TypedHolidayYear } from "#app/domain/shared/holiday-year.ts";
import { isCalendarDay } from "#app/domain/shared/beijing-time.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { workingDayMessages } from "#app/i18n/messages/working-days.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { ErrorMessage } from "#app/ui/error-message.tsx";
import { RepeatingRows } from "#app/ui/repeating-rows.tsx";
import { RowLabel, rowLabelId } from "#app/ui/row-label.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { controlId, faultText } from "./fault-links.ts";

interface HolidayFieldsProps {
  locale: Locale;
  typed: TypedHolidayYear;
  faults: readonly HolidayFault[];
}

const cells = ["zh", "en", "from", "to"] as const satisfies readonly (keyof TypedHoliday)[];

/** The year's table as it is typed. */
export function HolidayFields({ locale, typed, faults }: HolidayFieldsProps) {
  const t = workingDayMessages[locale];
  const field = (name: keyof TypedHolidayYear, defaultValue: string) => ({
    ...{ id: name, name, defaultValue },
    errors: faults.filter((fault) => fault.field === name).map((fault) => faultText(locale, fault)),
  });
  return (
    <>
      <div className="measure [&_.field]:my-4">
        <TextInput {...field("sourceZh", typed.sourceZh)} label={t.sourceZh} control={{ lang: "zh-CN" }} />
        <TextInput {...field("sourceEn", typed.sourceEn)} label={t.sourceEn} control={{ lang: "en" }} />
        <DateInput {...field("noticeOn", typed.noticeOn)} label={t.noticeOn} hint={t.noticeHint} />
        <Checkbox id="final" name="final" label={t.isFinal} defaultChecked={typed.final} />
      </div>
      <h2 className="mt-6 mb-2">{t.rows}</h2>
      <input type="hidden" name="rowCount" value={typed.rows.length} />
      <div className="max-w-4xl">
        <RepeatingRows
          caption={t.rows}
          columns={[
            { label: t.nameZh },
            { label: t.nameEn },
            { label: t.from, width: "lg" },
            { label: t.to, width: "lg" },
            { label: t.remove, width: "xs" },
          ]}
          rows={typed.rows.map((row, index) => rowOf(locale, row, index, faults))}
        />
      </div>
      <Button className="mt-3" name="intent" value="add">
        {t.addRow}
      </Button>
      <div className="measure mt-4">
        <TextArea {...field("worked", typed.worked)} rows={7} label={t.worked} hint={t.workedHint} optional />
      </div>
      <Button className="mt-4" variant="primary" name="intent" value="check">
        {t.check}
      </Button>
    </>
  );
}

function rowOf(locale: Locale, row: TypedHoliday, index: number, faults: readonly HolidayFault[]) {
  const t = workingDayMessages[locale];
  const labels = { zh: t.nameZh, en: t.nameEn, from: t.from, to: t.to };
  const own = faults.filter(({ field }) => field.startsWith(`rows.${index}.`));
  const errorId = `rows-${index}-error`;
  const controls = cells.map((name) => {
    const field = `rows.${index}.${name}`;
    const id = controlId(field);
    const wrong = own.some((fault) => fault.field === field);
    // The browser's date control would drop what it cannot read.
    const isDay = (name === "from" || name === "to") && (row[name] === "" || isCalendarDay(row[name]));
    return (
      <>
        <RowLabel htmlFor={id} row={index + 1} described={wrong}>
          {labels[name]}
        </RowLabel>
        <input
          className="input w-full"
          type={isDay ? "date" : "text"}
          id={id}
          aria-labelledby={rowLabelId(id)}
          name={field}
          defaultValue={row[name]}
          lang={name === "zh" ? "zh-CN" : name === "en" ? "en" : undefined}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? errorId : undefined}
        />
      </>
    );
  });
  return {
    key: String(index),
    cells: [
      ...controls,
      <Button
        key="remove"
        size="sm"
        name="intent"
        value={`remove.${index}`}
        aria-label={t.removeRow(index + 1)}
      >
        {t.remove}
      </Button>,
    ],
    extra:
      own.length > 0 ? (
        <div id={errorId}>
          {own.map((fault) => (
            <ErrorMessage key={`${fault.field} ${fault.problem}`}>{faultText(locale, fault)}</ErrorMessage>
          ))}
        </div>
      ) : undefined,
  };
}
