import type { TableColumn, TableQuestion } from "#app/domain/forms/definition.ts";
import { columnText } from "#app/i18n/answer-text.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import type { RowsTotal } from "../repeating-rows.tsx";
import type { FormView } from "./form-view.ts";

export function totalOf(
  view: FormView,
  question: TableQuestion,
  primary: readonly TableColumn[],
): { total?: RowsTotal } {
  const totals = question.totals ?? [];
  const first = primary.findIndex((column) => totals.includes(column.key));
  if (first < 0) return {};
  const bad = new Set((view.issues.get(question.key) ?? []).map((issue) => issue.column));
  return {
    total: {
      label: sectionMessages[view.locale].total,
      // The first total leaves room for the word itself; given rows have a column of their own for it.
      cells: primary.slice(question.fixedRows ? first : Math.max(first, 1)).map((column) => {
        if (!totals.includes(column.key)) return null;
        const value = view.evaluation.total(question.key, column.key);
        return {
          value: (
            <output data-total={`${question.key}/${column.key}`}>
              {value === null ? "" : columnText(column, value, view.locale)}
            </output>
          ),
          bad: bad.has(column.key),
        };
      }),
    },
  };
}
