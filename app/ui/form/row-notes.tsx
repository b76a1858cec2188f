import type { TableColumn, TableQuestion } from "#app/domain/forms/definition.ts";
import { formatRawAnswer } from "#app/domain/forms/format-answer.ts";
import type { EvaluatedRow } from "#app/domain/forms/form-evaluation.ts";
import { answerPath } from "#app/domain/forms/raw-answers.ts";
import { ErrorMessage } from "../error-message.tsx";
import { errorId } from "../field-aria.ts";
import { ConflictChooser } from "./conflict-chooser.tsx";
import { EditedNote, FlagNote, WarningNote } from "./form-hint.tsx";
import { errorsAt, fieldId, type FormView, warningsAt } from "./form-view.ts";

/** Errors, warnings, conflicts and what the office or a colleague did in this row. */
export function RowNotes({
  view,
  question,
  row,
}: {
  view: FormView;
  question: TableQuestion;
  row: EvaluatedRow;
}) {
  const rowPath = `${question.key}/${row.id}`;
  const flag = view.flag(rowPath);
  return (
    <>
      {flag && <FlagNote text={flag} />}
      {question.columns.map((column) => {
        const path = answerPath(question.key, row.id, column.key);
        return <CellNotes key={column.key} view={view} path={path} column={column} />;
      })}
    </>
  );
}

function CellNotes({ view, path, column }: { view: FormView; path: string; column: TableColumn }) {
  const errors = errorsAt(view, path);
  const warnings = warningsAt(view, path);
  const flag = view.flag(path);
  const edited = view.edited(path);
  return (
    <>
      {flag && <FlagNote text={flag} />}
      {errors.length > 0 && (
        <div className="mt-1" id={errorId(fieldId(path))}>
          {errors.map((error) => (
            <ErrorMessage key={error}>{error}</ErrorMessage>
          ))}
        </div>
      )}
      {warnings.map((warning) => (
        <WarningNote key={warning}>{warning}</WarningNote>
      ))}
      {edited && <EditedNote text={edited} />}
      <ConflictChooser
        view={view}
        path={path}
        shown={(value) => formatRawAnswer(column, value, view.locale)}
      />
    </>
  );
}
