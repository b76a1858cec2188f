import { atStart } from "#app/ui/at-start.ts";
import type { ReactNode } from "react";
import type { CompiledColumn, CompiledQuestion } from "#app/domain/forms/compile-form.ts";
import type { TableQuestion } from "#app/domain/forms/definition.ts";
import { formatAnswer, formatRawAnswer } from "#app/domain/forms/format-answer.ts";
import type { EvaluatedRow, FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import { columnText } from "#app/i18n/answer-text.ts";
import { isBlank } from "#app/domain/forms/raw-answers.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { cellLabel, isNumeric, isPrimary } from "./form/cell-control.tsx";

export interface AnsweredFile {
  id: string;
  name: string;
  href?: string | undefined;
  mark?: ReactNode;
  /** What it is, and where it may be read in place. */
  preview?: ReactNode;
}

interface AnswerValueProps {
  locale: Locale;
  evaluation: FormEvaluation;
  question: CompiledQuestion;
  files: readonly AnsweredFile[];
  /** Beside a row of a table, by its id and the name it shows. */
  rowMark?: (rowId: string, name: string) => ReactNode;
}

/** One answer as people read it. */
export function AnswerValueText({ locale, evaluation, question, files, rowMark }: AnswerValueProps) {
  const { field } = question;
  switch (field.type) {
    case "table":
      return <AnsweredTable {...{ locale, evaluation, question, rowMark }} table={field} />;
    case "file":
      return <AnsweredFiles locale={locale} files={files} />;
    case "static":
      return null;
    case "computed": {
      const value = evaluation.value(field.key);
      return value === null ? <Unanswered locale={locale} /> : <>{formatAnswer(field, value, locale)}</>;
    }
    default: {
      const text = formatRawAnswer(field, evaluation.rawOf(field.key), locale);
      if (text === "") return <Unanswered locale={locale} />;
      return field.type === "long_text" ? <span className="answer-text">{text}</span> : <>{text}</>;
    }
  }
}

function Unanswered({ locale }: { locale: Locale }) {
  return <span className="muted">{sectionMessages[locale].unanswered}</span>;
}

function AnsweredFiles({ locale, files }: { locale: Locale; files: readonly AnsweredFile[] }) {
  if (files.length === 0) return <Unanswered locale={locale} />;
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id} className="wrap-anywhere">
          {file.href ? (
            <a className="inline-block min-h-6" href={file.href}>
              {file.name}
            </a>
          ) : (
            file.name
          )}{" "}
          {file.preview} {file.mark}
        </li>
      ))}
    </ul>
  );
}

interface AnsweredTableProps extends Pick<AnswerValueProps, "locale" | "evaluation" | "question"> {
  rowMark: AnswerValueProps["rowMark"] | undefined;
  table: TableQuestion;
}

/** Rows down the page; a statement, or rows with too much in them for a line, item by item. */
function AnsweredTable(props: AnsweredTableProps) {
  const { locale, evaluation, question, table } = props;
  const rows = evaluation.rows(table.key);
  if (rows.every((row) => row.isBlank)) return <Unanswered locale={locale} />;
  if (table.layout === "statement") return <AnsweredStatement {...props} rows={rows} />;
  if (table.layout === "cards") return rows.map((row) => <AnsweredCard key={row.id} {...props} row={row} />);
  const shown = question.columns.filter((column) => rows.some((row) => row.isVisible(column.field.key)));
  const columns = shown.filter(({ field }) => isPrimary(field));
  const beneath = shown.filter(({ field }) => !isPrimary(field));
  return (
    <ScrollX label={table.label[locale]}>
      <table className="tbl answer-table">
        <thead>
          <tr>
            <th scope="col">{table.fixedRows ? atStart(table.rowName[locale]) : "#"}</th>
            {columns.map(({ field }) => (
              <th key={field.key} scope="col" className={isNumeric(field) ? "num" : undefined}>
                {cellLabel(field, { locale })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AnsweredRow key={row.id} {...props} row={row} columns={columns} beneath={beneath} />
          ))}
        </tbody>
        <AnsweredTotals {...props} columns={columns} />
      </table>
    </ScrollX>
  );
}

interface AnsweredRowProps extends AnsweredTableProps {
  row: EvaluatedRow;
  columns: readonly CompiledColumn[];
  beneath: readonly CompiledColumn[];
}

/** The cells of a line, and under them what does not fit one. */
function AnsweredRow({ locale, table, row, columns, beneath, rowMark }: AnsweredRowProps) {
  const more = beneath.filter(({ field }) => row.isVisible(field.key) && !isBlank(row.rawOf(field.key)));
  return (
    <>
      <tr className={more.length > 0 ? "answer-row" : undefined}>
        <th scope="row" rowSpan={more.length > 0 ? 2 : undefined}>
          {rowName(table, row, locale)} {rowMark?.(row.id, rowName(table, row, locale))}
        </th>
        {columns.map((column) => (
          <td key={column.field.key} className={isNumeric(column.field) ? "num" : undefined}>
            <CellText locale={locale} row={row} column={column} />
          </td>
        ))}
      </tr>
      {more.length > 0 && (
        <tr>
          <td colSpan={columns.length} className="answer-more">
            {more.map((column) => (
              <span key={column.field.key}>
                <span className="muted">{(column.field.shortLabel ?? column.field.label)[locale]}</span>{" "}
                <CellText locale={locale} row={row} column={column} withUnit />
              </span>
            ))}
          </td>
        </tr>
      )}
    </>
  );
}

function AnsweredTotals({
  locale,
  evaluation,
  table,
  columns,
}: AnsweredTableProps & { columns: readonly CompiledColumn[] }) {
  const totals = table.totals ?? [];
  if (totals.length === 0) return null;
  return (
    <tfoot>
      <tr>
        <th scope="row">{sectionMessages[locale].total}</th>
        {columns.map(({ field }) => {
          const value = totals.includes(field.key) ? evaluation.total(table.key, field.key) : null;
          return (
            <td key={field.key} className={isNumeric(field) ? "num" : undefined}>
              {value === null ? "" : columnText(field, value, locale)}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

function AnsweredStatement({
  locale,
  question,
  table,
  rows,
  rowMark,
}: AnsweredTableProps & { rows: readonly EvaluatedRow[] }) {
  return (
    <ScrollX label={table.label[locale]}>
      <table className="tbl answer-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{sectionMessages[locale].statementItem}</span>
            </th>
            {rows.map((row) => (
              <th key={row.id} scope="col" className="num">
                {rowName(table, row, locale)} {rowMark?.(row.id, rowName(table, row, locale))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {question.columns.map((column) => (
            <tr key={column.field.key}>
              <th scope="row">{cellLabel(column.field, { locale })}</th>
              {rows.map((row) => (
                <td key={row.id} className={isNumeric(column.field) ? "num" : undefined}>
                  <CellText locale={locale} row={row} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

function AnsweredCard({ locale, question, table, row, rowMark }: AnsweredTableProps & { row: EvaluatedRow }) {
  return (
    <div className="answer-card">
      <p className="font-semibold">
        {fixedLabel(table, row, locale) ?? `${atStart(table.rowName[locale])} ${row.number}`}{" "}
        {rowMark?.(row.id, rowName(table, row, locale))}
      </p>
      <dl className="sum sum--2">
        {question.columns
          .filter((column) => row.isVisible(column.field.key))
          .map((column) => (
            <div
              key={column.field.key}
              className={column.field.type === "long_text" ? "answer-wide" : undefined}
            >
              <dt>{(column.field.shortLabel ?? column.field.label)[locale]}</dt>
              <dd>
                <CellText locale={locale} row={row} column={column} withUnit />
              </dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

function ScrollX({ label, children }: { label: string; children: ReactNode }) {
  return (
    // Who has no mouse scrolls it with the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll-x" tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}

interface CellTextProps {
  locale: Locale;
  row: EvaluatedRow;
  column: CompiledColumn;
  /** Where no column head says the unit. */
  withUnit?: boolean;
}

function CellText({ locale, row, column: { field }, withUnit }: CellTextProps) {
  if (!row.isVisible(field.key)) return null;
  const value = row.value(field.key);
  if (value !== null)
    return <>{withUnit ? formatAnswer(field, value, locale) : columnText(field, value, locale)}</>;
  const typed = formatRawAnswer(field, row.rawOf(field.key), locale);
  return typed === "" ? <span className="muted">–</span> : <>{typed}</>;
}

const rowName = (table: TableQuestion, row: EvaluatedRow, locale: Locale): string =>
  fixedLabel(table, row, locale) ?? String(row.number);

const fixedLabel = (table: TableQuestion, row: EvaluatedRow, locale: Locale): string | undefined =>
  table.fixedRows?.find(({ id }) => id === row.id)?.label[locale];
