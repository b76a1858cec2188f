import type { ReactNode } from "react";
import type { TableColumn, TableQuestion } from "#app/domain/forms/definition.ts";
import type { EvaluatedRow } from "#app/domain/forms/form-evaluation.ts";
import { rowIdName } from "#app/domain/forms/section-schema.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { atStart } from "../at-start.ts";
import { ErrorMessage } from "../error-message.tsx";
import { errorId } from "../field-aria.ts";
import { FieldGroup } from "../field-group.tsx";
import {
  type KeptRow,
  RepeatingRows,
  type RowColumn,
  type RowContent,
  RowLines,
} from "../repeating-rows.tsx";
import { CellControl, cellLabel, isNumeric, isPrimary, RemoveRow } from "./cell-control.tsx";
import { formHint } from "./form-hint.tsx";
import { errorsAt, fieldId, type FormView, isWhole } from "./form-view.ts";
import { keptRow, keptTemplate } from "./kept-rows.ts";
import { RowCard } from "./row-card.tsx";
import { hasNotes, RowNotes } from "./row-notes.tsx";
import { ShownCell } from "./shown-cell.tsx";
import { StatementTable } from "./statement-table.tsx";
import { totalOf } from "./table-totals.tsx";

interface TableFieldProps {
  view: FormView;
  question: TableQuestion;
  rows: readonly EvaluatedRow[];
  /** A row with nothing in it, from which the browser makes new ones. */
  blank: EvaluatedRow;
  required: boolean;
}

/** A question answered by rows: a grid, one card a row, or a statement whose rows the form gives. */
export function TableField({ view, question, rows, blank, required }: TableFieldProps) {
  const { locale } = view;
  const t = sectionMessages[locale];
  const id = fieldId(question.key);
  const fixed = question.fixedRows !== undefined;
  const full = rows.length >= question.maxRows;
  const hint = formHint({ view, path: question.key, help: question.help, example: question.example });
  return (
    <FieldGroup
      id={`${id}-group`}
      legend={question.label[locale]}
      hint={hint}
      optional={!required}
      large
      className={errorsAt(view, question.key).length > 0 ? "field--error" : ""}
    >
      <div
        id={id}
        tabIndex={-1}
        data-table={question.key}
        data-max-rows={question.maxRows}
        aria-describedby={errorsAt(view, question.key).length > 0 ? errorId(id) : undefined}
      >
        <Rows view={view} question={question} rows={rows} />
        {rows.length === 0 && <p className="muted">{t.noRows}</p>}
      </div>
      <TableErrors view={view} table={question.key} />
      {view.sheets && <p role="status" data-paste-status={question.key} className="mt-2 text-sm empty:m-0" />}
      <TableTools view={view} question={question} isFull={full} />
      {!fixed && isWhole(view, question.key) && <RowTemplate view={view} question={question} blank={blank} />}
    </FieldGroup>
  );
}

/** What the browser makes new rows from. */
function RowTemplate({ view, question, blank }: Pick<TableFieldProps, "view" | "question" | "blank">) {
  const rows = <Rows view={view} question={question} rows={[blank]} isTemplate />;
  const markup = keptTemplate(view, question, blank, () => rows);
  if (markup === undefined) return <template data-row-template={question.key}>{rows}</template>;
  return <template data-row-template={question.key} dangerouslySetInnerHTML={{ __html: markup }} />;
}

interface TableToolsProps extends Pick<TableFieldProps, "view" | "question"> {
  isFull: boolean;
}

/** Under the rows: one more, many from a spreadsheet, all into one. */
function TableTools({ view, question, isFull }: TableToolsProps) {
  const t = sectionMessages[view.locale];
  const sheets = view.sheets?.(question.key);
  const grows = question.fixedRows === undefined && isWhole(view, question.key);
  if (!grows && !sheets) return null;
  const named = <span className="sr-only">{t.ofTable({ table: question.label[view.locale] })}</span>;
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-3">
      {grows && (
        <>
          <button
            className="btn"
            type="submit"
            name="intent"
            value={`add-row:${question.key}`}
            data-add-row={question.key}
            hidden={isFull}
          >
            {question.addLabel[view.locale]}
          </button>
          <span className="muted" data-rows-full={question.key} hidden={!isFull}>
            {t.rowsFull({ max: question.maxRows })}
          </span>
        </>
      )}
      {sheets?.importHref && (
        <a href={sheets.importHref}>
          {t.importRows}
          {named}
        </a>
      )}
      {sheets && question.layout !== "cards" && (
        // The browser script shows it: pasting into cells needs one.
        <span className="muted text-sm" data-grid-hint={question.key} hidden>
          {t.gridHint}
        </span>
      )}
      {sheets && (
        <a href={sheets.exportHref}>
          {t.exportRows}
          {named}
        </a>
      )}
    </p>
  );
}

interface RowsProps extends Pick<TableFieldProps, "view" | "question" | "rows"> {
  /** A row to copy, not one to add up. */
  isTemplate?: boolean;
}

function Rows({ view, question, rows, isTemplate = false }: RowsProps) {
  if (question.layout === "statement" && question.fixedRows)
    return <StatementTable view={view} question={question} rows={rows} />;
  if (question.layout === "cards")
    return rows.map((row, index) => (
      <RowCard key={row.id} view={view} question={question} row={row} index={index} />
    ));
  if (rows.length === 0) return null;
  const primary = question.columns.filter(isPrimary);
  const columns = [
    ...(question.fixedRows ? [{ label: atStart(question.rowName[view.locale]) }] : []),
    ...primary.map((column) => ({
      label: cellLabel(column, view),
      numeric: isNumeric(column),
      ...columnWidth(column),
    })),
  ];
  return (
    <RepeatingRows
      caption={question.label[view.locale]}
      columns={columns}
      rows={rows.map((row, index) => ({
        key: row.id,
        ...rowOf({ view, question, primary, columns }, row, index),
      }))}
      {...(isTemplate ? {} : totalOf(view, question, primary))}
    />
  );
}

/** Figures and choices take what they need; texts share the rest. */
function columnWidth(column: TableColumn): { width?: "xs" | "sm" | "md" | "lg" } {
  switch (column.type === "computed" ? column.result : column.type) {
    case "integer":
    case "percent":
      return { width: column.width ?? "xs" };
    case "money":
    case "amount":
    case "decimal":
    case "scale":
    case "yes_no":
      return { width: column.width ?? "sm" };
    case "choice":
    case "country":
    case "date":
    case "month":
      return { width: column.width ?? "md" };
    default:
      return column.width && column.width !== "lg" ? { width: column.width } : {};
  }
}

interface Grid extends Pick<TableFieldProps, "view" | "question"> {
  primary: readonly TableColumn[];
  columns: readonly RowColumn[];
}

function rowOf(grid: Grid, row: EvaluatedRow, index: number): RowContent | KeptRow {
  const { view, question, primary, columns } = grid;
  const draw = (named: EvaluatedRow) => (
    <RowLines row={gridRow(view, question, primary, named, index)} number={index + 1} columns={columns} />
  );
  const markup = keptRow(view, question, row, draw);
  return markup === undefined ? gridRow(view, question, primary, row, index) : { markup };
}

function gridRow(
  view: FormView,
  question: TableQuestion,
  primary: readonly TableColumn[],
  row: EvaluatedRow,
  index: number,
): RowContent {
  const table = question.key;
  const { locale } = view;
  const secondary = question.columns.filter((column) => !primary.includes(column));
  const fixed = question.fixedRows?.find(({ id }) => id === row.id)?.label[locale];
  const rowLabel = fixed === undefined ? {} : { rowLabel: fixed };
  const cells: ReactNode[] = primary.map((column) => (
    <ShownCell key={column.key} row={row} column={column}>
      <CellControl view={view} table={table} row={row} index={index} column={column} {...rowLabel} />
    </ShownCell>
  ));
  const identity = <input type="hidden" name={rowIdName(table, index)} value={row.id} />;
  if (fixed === undefined) {
    cells[0] = (
      <>
        {identity}
        {cells[0]}
      </>
    );
  } else {
    cells.unshift(
      <>
        {identity}
        <b className="own-fixed">{fixed}</b>
      </>,
    );
  }
  const removable = fixed === undefined && isWhole(view, `${table}/${row.id}`);
  return {
    cells,
    extra: (secondary.length > 0 || removable || hasNotes(view, question, row)) && (
      <>
        {(secondary.length > 0 || removable) && (
          <div className={secondary.length > 2 ? "own-extra own-extra--many" : "own-extra"}>
            {secondary.map((column) => (
              <ShownCell key={column.key} row={row} column={column} className={wrapClass(column)}>
                <CellControl
                  view={view}
                  table={table}
                  row={row}
                  index={index}
                  column={column}
                  visibleLabel
                  {...rowLabel}
                />
              </ShownCell>
            ))}
            {removable && <RemoveRow view={view} table={table} row={row} index={index} />}
          </div>
        )}
        <RowNotes view={view} question={question} row={row} />
      </>
    ),
  };
}

const wrapClass = (column: TableColumn): string =>
  column.type === "long_text" ? "own-wide" : column.type === "multi_choice" ? "own-boxes" : "own-pair";

function TableErrors({ view, table }: { view: FormView; table: string }) {
  const errors = errorsAt(view, table);
  if (errors.length === 0) return null;
  return (
    <div className="mt-2" id={errorId(fieldId(table))}>
      {errors.map((error) => (
        <ErrorMessage key={error}>{error}</ErrorMessage>
      ))}
    </div>
  );
}
