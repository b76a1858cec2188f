import type { TableColumn, TableQuestion } from "#app/domain/forms/definition.ts";
import type { EvaluatedRow } from "#app/domain/forms/form-evaluation.ts";
import { rowIdName } from "#app/domain/forms/section-schema.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { CellControl, cellLabel, isNumeric } from "./cell-control.tsx";
import type { FormView } from "./form-view.ts";
import { keptStatement } from "./kept-rows.ts";
import { RowNotes } from "./row-notes.tsx";

interface StatementTableProps {
  view: FormView;
  question: TableQuestion;
  rows: readonly EvaluatedRow[];
}

/** Accounts as accountants read them: items down the page, periods across. */
export function StatementTable(props: StatementTableProps) {
  const { view, question, rows } = props;
  const markup = keptStatement(view, question, rows, () => <Statement {...props} />);
  if (markup === undefined)
    return (
      <div className="stmt-wrap">
        <Statement {...props} />
      </div>
    );
  return <div className="stmt-wrap" dangerouslySetInnerHTML={{ __html: markup }} />;
}

function Statement({ view, question, rows }: StatementTableProps) {
  const { locale } = view;
  const periods = question.fixedRows ?? [];
  return (
    <>
      {rows.map((row, index) => (
        <input key={row.id} type="hidden" name={rowIdName(question.key, index)} value={row.id} />
      ))}
      <table className="stmt">
        <caption className="sr-only">{question.label[locale]}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{sectionMessages[locale].statementItem}</span>
            </th>
            {periods.map((period) => (
              <th key={period.id} scope="col" className="num">
                {period.label[locale]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {question.columns.map((column) => (
            <StatementLine key={column.key} view={view} question={question} rows={rows} column={column} />
          ))}
        </tbody>
      </table>
      {rows.map((row) => (
        <RowNotes key={row.id} view={view} question={question} row={row} />
      ))}
    </>
  );
}

function StatementLine({ view, question, rows, column }: StatementTableProps & { column: TableColumn }) {
  const label = cellLabel(column, view);
  return (
    <tr>
      <th scope="row">
        {label}
        {column.help && <span className="muted block text-sm font-normal">{column.help[view.locale]}</span>}
      </th>
      {rows.map((row, index) => (
        <td key={row.id} className={isNumeric(column) ? "num" : undefined}>
          <span
            className="block"
            data-cell={column.visibleWhen === undefined ? undefined : column.key}
            data-row={row.id}
            hidden={column.visibleWhen !== undefined && !row.isVisible(column.key)}
          >
            <CellControl
              view={view}
              table={question.key}
              row={row}
              index={index}
              column={column}
              rowLabel={question.fixedRows?.[index]?.label[view.locale] ?? ""}
            />
          </span>
        </td>
      ))}
    </tr>
  );
}
