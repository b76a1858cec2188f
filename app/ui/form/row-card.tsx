import { atStart } from "#app/ui/at-start.ts";
import { compositeOf } from "#app/domain/forms/composite-field.ts";
import type { TableColumn, TableQuestion } from "#app/domain/forms/definition.ts";
import type { EvaluatedRow } from "#app/domain/forms/form-evaluation.ts";
import { answerPath } from "#app/domain/forms/raw-answers.ts";
import { cellName, rowIdName } from "#app/domain/forms/section-schema.ts";
import { cellLabel, ClosedCell, RemoveRow } from "./cell-control.tsx";
import { type FormView, isWhole } from "./form-view.ts";
import { keptRow } from "./kept-rows.ts";
import { ValueField } from "./value-field.tsx";

interface RowCardProps {
  view: FormView;
  question: TableQuestion;
  row: EvaluatedRow;
  index: number;
}

/** A row with too much in it for a line: its own group of questions. */
export function RowCard({ view, question, row, index }: RowCardProps) {
  const draw = (named: EvaluatedRow) => (
    <CardContent view={view} question={question} row={named} index={index} />
  );
  const markup = keptRow(view, question, row, draw);
  if (markup !== undefined)
    return <fieldset className="row-card" data-row={row.id} dangerouslySetInnerHTML={{ __html: markup }} />;
  return (
    <fieldset className="row-card" data-row={row.id}>
      {draw(row)}
    </fieldset>
  );
}

function CardContent({ view, question, row, index }: RowCardProps) {
  const { locale } = view;
  const table = question.key;
  const fixed = question.fixedRows?.find(({ id }) => id === row.id);
  const open = isWhole(view, `${table}/${row.id}`);
  return (
    <>
      <legend className="row-card-title">
        {fixed ? fixed.label[locale] : atStart(question.rowName[locale])}
        {!fixed && <span data-row-number=""> {index + 1}</span>}
      </legend>
      <input type="hidden" name={rowIdName(table, index)} value={row.id} />
      <div className="row-card-fields">
        {question.columns.map((column) => {
          const path = answerPath(table, row.id, column.key);
          return (
            <fieldset
              key={column.key}
              className={isWide(column) ? "card-field card-field--wide" : "card-field"}
              data-cell={column.visibleWhen === undefined ? undefined : column.key}
              hidden={column.visibleWhen !== undefined && !row.isVisible(column.key)}
              disabled={!view.isOpen(path)}
            >
              {view.isOpen(path) || column.type === "computed" ? (
                <ValueField
                  view={view}
                  field={column}
                  path={path}
                  name={cellName(table, index, column.key)}
                  raw={row.rawOf(column.key)}
                  value={column.type === "computed" ? row.value(column.key) : null}
                  required={column.required === true || row.isRequired(column.key)}
                />
              ) : (
                <ClosedCell {...{ view, row, column }} label={cellLabel(column, view)} isLabelShown />
              )}
            </fieldset>
          );
        })}
      </div>
      {!fixed && open && (
        <p className="flex">
          <RemoveRow view={view} table={table} row={row} index={index} />
        </p>
      )}
    </>
  );
}

/** Long texts and lists of boxes take the card's whole width; the rest stand side by side. */
const isWide = (column: TableColumn): boolean =>
  column.type === "long_text" ||
  column.type === "multi_choice" ||
  compositeOf(column) !== undefined ||
  (column.type === "short_text" && column.limits.zh.max > 60);
