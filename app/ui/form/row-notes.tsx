import type { TableColumn, TableQuestion } from "#app/domain/forms/definition.ts";
import { formatRawAnswer } from "#app/domain/forms/format-answer.ts";
import type { EvaluatedRow } from "#app/domain/forms/form-evaluation.ts";
import { answerPath, type RawValue } from "#app/domain/forms/raw-answers.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { ErrorMessage } from "../error-message.tsx";
import { errorId } from "../field-aria.ts";
import { AmountNote, amountDoubt } from "./amount-note.tsx";
import { ConflictChooser } from "./conflict-chooser.tsx";
import { EditedNote, FlagNote, WarningNote } from "./form-hint.tsx";
import { errorsAt, fieldId, type FormView, rawAt, warningsAt } from "./form-view.ts";

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
  const edits = editsOf(view, question, row);
  return (
    <>
      {flag && <FlagNote text={flag} />}
      {question.columns.map((column) => {
        const path = answerPath(question.key, row.id, column.key);
        return (
          <CellNotes
            key={column.key}
            {...{ view, path, column }}
            raw={rawAt(view, path, row.rawOf(column.key))}
          />
        );
      })}
      {edits.map((edit) => (
        <EditedNote key={edit} text={edit} />
      ))}
    </>
  );
}

/** Whether anything would be said. */
export const hasNotes = (view: FormView, question: TableQuestion, row: EvaluatedRow): boolean =>
  view.flag(`${question.key}/${row.id}`) !== undefined ||
  question.columns.some((column) => {
    const path = answerPath(question.key, row.id, column.key);
    return (
      view.issues.has(path) ||
      view.conflicts.has(path) ||
      amountDoubt({ view, field: column, path, raw: rawAt(view, path, row.rawOf(column.key)) }) !==
        undefined ||
      view.flag(path) !== undefined ||
      view.edited(path) !== undefined
    );
  });

interface CellNotesProps {
  view: FormView;
  path: string;
  column: TableColumn;
  raw: RawValue | undefined;
}

function CellNotes({ view, path, column, raw }: CellNotesProps) {
  const errors = errorsAt(view, path);
  const warnings = warningsAt(view, path);
  const flag = view.flag(path);
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
      <AmountNote
        {...{ view, path, raw }}
        field={column}
        label={(column.shortLabel ?? column.label)[view.locale]}
      />
      <ConflictChooser
        view={view}
        path={path}
        shown={(value) => formatRawAnswer(column, value, view.locale)}
      />
    </>
  );
}

/** One line a colleague: when, and which cells of the row. */
function editsOf(view: FormView, question: TableQuestion, row: EvaluatedRow): string[] {
  const byName = new Map<string, { time: string; columns: string[] }>();
  for (const column of question.columns) {
    const edited = view.edited(answerPath(question.key, row.id, column.key));
    if (!edited) continue;
    const known = byName.get(edited.name) ?? { time: edited.time, columns: [] };
    if (edited.time > known.time) known.time = edited.time;
    known.columns.push((column.shortLabel ?? column.label)[view.locale]);
    byName.set(edited.name, known);
  }
  const t = sectionMessages[view.locale];
  return [...byName].map(([name, { time, columns }]) =>
    columns.length > 3 ? t.editedBy({ name, time }) : t.editedCells({ name, time, columns }),
  );
}
