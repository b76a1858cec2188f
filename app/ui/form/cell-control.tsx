import { compositeOf } from "#app/domain/forms/composite-field.ts";
import { formatRawAnswer } from "#app/domain/forms/format-answer.ts";
import type { TableColumn } from "#app/domain/forms/definition.ts";
import type { EvaluatedRow } from "#app/domain/forms/form-evaluation.ts";
import { answerPath } from "#app/domain/forms/raw-answers.ts";
import { cellName } from "#app/domain/forms/section-schema.ts";
import { countText } from "#app/domain/forms/text-length.ts";
import { currencyName } from "#app/domain/shared/currencies.ts";
import { columnText } from "#app/i18n/answer-text.ts";
import { moneyUnit } from "#app/i18n/format.ts";
import { ChoiceRow } from "../choice-row.tsx";
import { choiceId } from "../choice.ts";
import { classNames } from "../class-names.ts";
import { CountLine } from "../count-line.tsx";
import { errorId } from "../field-aria.ts";
import { MoneyReadout } from "../money-input.tsx";
import { RowLabel, rowLabelId } from "../row-label.tsx";
import { SelectOptions } from "../select.tsx";
import { compositeMessages } from "#app/i18n/messages/composite-fields.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { boxAttributes, boxSuffix, boxType, optionsWith } from "./answer-options.ts";
import { errorsAt, fieldId, type FormView, listOf, rawAt, textOf } from "./form-view.ts";

export interface CellProps {
  view: FormView;
  table: string;
  row: EvaluatedRow;
  /** Position on the page, from 0; part of the control's name. */
  index: number;
  column: TableColumn;
  /** Whether the label shows: in the second line of a row and in cards. */
  visibleLabel?: boolean;
  /** What a row that the form gives is called; others are known by their number. */
  rowLabel?: string;
}

/** One cell's control with its label; errors stand under the row. */
export function CellControl(props: CellProps) {
  const { view, table, row, index, column, visibleLabel, rowLabel } = props;
  const path = answerPath(table, row.id, column.key);
  const id = fieldId(path);
  const label = cellLabel(column, view);
  if (!view.isOpen(path) && column.type !== "computed")
    return (
      <ClosedCell
        {...{ view, row, column }}
        label={rowLabel === undefined ? label : `${rowLabel} ${label}`}
        isLabelShown={visibleLabel ?? false}
      />
    );
  if (column.type === "amount" && compositeOf(column))
    return <CellAmount {...props} path={path} column={column} />;
  if (column.type === "multi_choice") return <CellBoxes {...props} path={path} />;
  if (isTick(column)) return <CellTick {...props} path={path} />;
  const described = errorsAt(view, path).length > 0;
  return (
    <>
      {rowLabel === undefined ? (
        <RowLabel htmlFor={id} row={index + 1} visible={visibleLabel ?? false} described={described}>
          {label}
        </RowLabel>
      ) : (
        <label
          className={visibleLabel ? undefined : classNames("own-l", described && "own-l--described")}
          id={visibleLabel ? undefined : rowLabelId(id)}
          htmlFor={id}
        >
          <span className="own-r">{rowLabel} </span>
          <span className="own-c">{label}</span>
        </label>
      )}
      <Box {...props} path={path} />
    </>
  );
}

/** Column head and label: the short label with its unit. */
export function cellLabel(column: TableColumn, { locale }: Pick<FormView, "locale">): string {
  const label = (column.shortLabel ?? column.label)[locale];
  const kind = column.type === "computed" ? column.result : column.type;
  const unit = kind === "money" ? moneyUnit[locale] : kind === "percent" ? "%" : boxSuffix(column, locale);
  if (unit === undefined) return label;
  if (unit === "%") return label.includes("%") ? label : `${label} %`;
  return locale === "zh" ? `${label}（${unit}）` : `${label} (${unit})`;
}

const isTick = (column: TableColumn): boolean => column.type === "declaration";

/** What fits a cell stands in a row's first line; long, ticked and secondary answers beneath it. */
export const isPrimary = (column: TableColumn): boolean =>
  !column.secondary && column.type !== "long_text" && column.type !== "multi_choice" && !isTick(column);

export const isNumeric = (column: TableColumn): boolean =>
  ["integer", "decimal", "money", "amount", "percent"].includes(
    column.type === "computed" ? column.result : column.type,
  );

interface ClosedCellProps extends Pick<CellProps, "view" | "row" | "column"> {
  label: string;
  /** On a phone, where columns have no heads, it shows anyway. */
  isLabelShown: boolean;
}

/** A cell that may not be changed now, with its answer as text. */
export function ClosedCell({ view, row, column, label, isLabelShown }: ClosedCellProps) {
  if (column.type === "computed") return null;
  const text = formatRawAnswer(column, row.rawOf(column.key), view.locale);
  return (
    <>
      <span className={isLabelShown ? "muted block text-sm" : "own-l"}>{label}</span>
      <span className="answer-text">{text === "" ? "–" : text}</span>
    </>
  );
}

function Box({ view, table, row, index, column, path, visibleLabel }: CellProps & { path: string }) {
  const raw = textOf(rawAt(view, path, row.rawOf(column.key)));
  const invalid = errorsAt(view, path).length > 0;
  const id = fieldId(path);
  const labelledBy = visibleLabel ? undefined : rowLabelId(id);
  const shared = {
    id,
    "aria-labelledby": labelledBy,
    name: cellName(table, index, column.key),
    defaultValue: raw,
    disabled: !view.isOpen(path),
    hidden: false,
    "aria-invalid": invalid || undefined,
    "aria-describedby": invalid ? errorId(id) : undefined,
  } as const;
  switch (column.type) {
    case "computed":
      return <CellOutput {...{ view, path, column, row, labelledBy }} />;
    case "long_text": {
      const describedBy = classNames(invalid && errorId(id), `${id}-count`);
      return (
        <>
          <textarea className="textarea" rows={column.rows ?? 2} {...shared} aria-describedby={describedBy} />
          <CountLine id={`${id}-count`} of={id} count={countText(column, raw)} />
        </>
      );
    }
    case "choice":
    case "yes_no":
    case "city":
    case "country":
    case "scale":
    case "gb4754":
      return (
        <select className="select" {...shared}>
          <option value="">{shellMessages[view.locale].choose}</option>
          <SelectOptions options={optionsWith(column, view.locale, raw)} />
        </select>
      );
    case "date":
    case "month":
      return <input className="input" type={isPicker(column.type, raw) ? column.type : "text"} {...shared} />;
    case "money":
      return (
        <>
          <input className="input num" {...boxAttributes(column)} {...shared} data-money={`${id}-readout`} />
          <span className="readout cell-readout" id={`${id}-readout`}>
            <MoneyReadout locale={view.locale} typed={raw} />
          </span>
        </>
      );
    default:
      return (
        <input
          className={classNames("input", isNumeric(column) && "num", column.type === "uscc" && "font-mono")}
          type={boxType(column)}
          {...boxAttributes(column)}
          {...shared}
        />
      );
  }
}

type AmountCellProps = CellProps & { path: string; column: Extract<TableColumn, { type: "amount" }> };

/** How much, and in which currency; each row has its own. */
function CellAmount({ view, table, row, index, column, path, visibleLabel }: AmountCellProps) {
  const { locale } = view;
  const t = compositeMessages[locale];
  const id = fieldId(path);
  const invalid = errorsAt(view, path).length > 0;
  const [amount = "", currency = ""] = listOf(rawAt(view, path, row.rawOf(column.key)));
  const shared = {
    name: cellName(table, index, column.key),
    disabled: !view.isOpen(path),
    "aria-invalid": invalid || undefined,
    "aria-describedby": invalid ? errorId(id) : undefined,
  } as const;
  const strange = currency !== "" && !column.currencies.some((code) => code === currency);
  return (
    <span className="cell-amount">
      <span>
        <RowLabel htmlFor={id} row={index + 1} visible={visibleLabel ?? false} described={invalid}>
          {cellLabel(column, view)}
        </RowLabel>
        <input className="input num" {...boxAttributes(column)} id={id} defaultValue={amount} {...shared} />
      </span>
      <span>
        <RowLabel htmlFor={`${id}-2`} row={index + 1} visible={visibleLabel ?? false} described={invalid}>
          {t.currency}
        </RowLabel>
        <select className="select" id={`${id}-2`} defaultValue={currency} {...shared}>
          <option value="">{shellMessages[locale].choose}</option>
          {[...column.currencies, ...(strange ? [currency] : [])].map((code) => (
            <option key={code} value={code}>
              {code} {currencyName(code, locale)}
            </option>
          ))}
        </select>
      </span>
    </span>
  );
}

/** A browser's date control drops what it cannot read, so that is shown as text. */
const isPicker = (type: "date" | "month", raw: string): boolean =>
  raw === "" || (type === "date" ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}$/).test(raw);

interface CellOutputProps {
  view: FormView;
  path: string;
  column: TableColumn;
  row: EvaluatedRow;
  labelledBy: string | undefined;
}

function CellOutput({ view, path, column, row, labelledBy }: CellOutputProps) {
  const value = row.value(column.key);
  return (
    <output
      className={classNames("cell-output", isNumeric(column) && "num")}
      id={fieldId(path)}
      data-computed={path}
      data-bare=""
      aria-labelledby={labelledBy}
      tabIndex={-1}
    >
      {value === null ? "–" : columnText(column, value, view.locale)}
    </output>
  );
}

function CellTick({ view, table, row, index, column, path }: CellProps & { path: string }) {
  const id = fieldId(path);
  const name = cellName(table, index, column.key);
  return (
    <>
      <input type="hidden" name={name} value="" disabled={!view.isOpen(path)} />
      <label className="choice" htmlFor={id}>
        <input
          className="checkbox"
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          defaultChecked={textOf(rawAt(view, path, row.rawOf(column.key))) === "yes"}
          disabled={!view.isOpen(path)}
        />
        <span>
          <span className="sr-only">{shellMessages[view.locale].row({ row: index + 1 })} </span>
          {cellLabel(column, view)}
        </span>
      </label>
    </>
  );
}

function CellBoxes({ view, table, row, index, column, path }: CellProps & { path: string }) {
  const id = fieldId(path);
  const name = cellName(table, index, column.key);
  const ticked = listOf(rawAt(view, path, row.rawOf(column.key)));
  return (
    <fieldset className="cell-boxes" disabled={!view.isOpen(path)}>
      <legend className="muted text-sm">
        <span className="sr-only">{shellMessages[view.locale].row({ row: index + 1 })} </span>
        {cellLabel(column, view)}
      </legend>
      <input type="hidden" name={name} value="" />
      <span className="flex flex-wrap gap-x-5">
        {optionsWith(column, view.locale, ticked).map((option, at) => (
          <ChoiceRow
            key={option.value}
            kind="checkbox"
            id={choiceId(id, at)}
            name={name}
            value={option.value}
            label={option.label}
            checked={ticked.includes(option.value)}
          />
        ))}
      </span>
    </fieldset>
  );
}

/** The button that takes a row away without a script. */
export function RemoveRow({ view, table, row, index }: Pick<CellProps, "view" | "table" | "row" | "index">) {
  const t = sectionMessages[view.locale];
  return (
    <button
      className="btn btn-sm btn-quiet own-end"
      type="submit"
      name="intent"
      value={`remove-row:${table}/${row.id}`}
      data-remove-row={row.id}
      aria-label={t.removeRowNumber({ row: index + 1 })}
    >
      {t.removeRow}
    </button>
  );
}
