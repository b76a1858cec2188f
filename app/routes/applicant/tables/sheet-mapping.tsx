import { moneyUnits } from "#app/domain/forms/sheet/money-unit.ts";
import { importMessages } from "#app/i18n/messages/import.ts";
import { Button } from "#app/ui/button.tsx";
import { columnChoices, type ImportView } from "./import-view.ts";

/** Which column of the sheet is which of the table: open where somebody should look, a title away where all fits. */
export function SheetMapping({ view }: { view: ImportView }) {
  const { locale, reading, hasOwnMapping } = view;
  const t = importMessages[locale];
  const choices = columnChoices(view);
  return (
    <details className="mt-4" open={reading.isUnclear || hasOwnMapping}>
      <summary>{t.mappingTitle}</summary>
      <input type="hidden" name="columns" value="shown" />
      <p className="muted mt-2">{t.mappingLead}</p>
      <ul className="mt-3 grid gap-x-10 gap-y-4 sm:grid-cols-2">
        {reading.columns.map((column, index) => (
          // Columns of a sheet have nothing but their place.
          <li key={index} className="min-w-0">
            <label htmlFor={`column-${index}`}>
              {t.fileColumn({ head: column.head, number: index + 1 })}
              {column.sample && (
                <span className="muted block truncate text-sm">
                  {t.sample({ text: column.sample.slice(0, 60) })}
                </span>
              )}
            </label>
            <select
              className="select mt-1 w-full"
              id={`column-${index}`}
              name={`column:${index}`}
              defaultValue={column.key ?? ""}
            >
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            {column.unit && <UnitChoice view={view} index={index} unit={column.unit} />}
          </li>
        ))}
      </ul>
      <Button className="mt-4" name="intent" value="preview">
        {t.again}
      </Button>
    </details>
  );
}

interface UnitChoiceProps {
  view: ImportView;
  index: number;
  unit: (typeof moneyUnits)[number];
}

function UnitChoice({ view, index, unit }: UnitChoiceProps) {
  const t = importMessages[view.locale];
  const { head } = view.reading.columns[index]!;
  return (
    <select
      className="select mt-1 w-full"
      name={`unit:${index}`}
      defaultValue={unit}
      aria-label={t.unitOf({ column: t.fileColumn({ head, number: index + 1 }) })}
    >
      {moneyUnits.map((each) => (
        <option key={each} value={each}>
          {t.unit[each]}
        </option>
      ))}
    </select>
  );
}
