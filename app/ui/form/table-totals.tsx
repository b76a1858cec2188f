import type { TableColumn, TableQuestion } from "#app/domain/forms/definition.ts";
import { formatAnswer } from "#app/domain/forms/format-answer.ts";
import { formatWan } from "#app/domain/shared/money.ts";
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
              {value === null ? "" : totalText(column, value, view)}
            </output>
          ),
          bad: bad.has(column.key),
        };
      }),
    },
  };
}

/** A column's unit is in its head already. */
export function totalText(
  column: TableColumn,
  value: Parameters<typeof formatAnswer>[1],
  view: Pick<FormView, "locale">,
): string {
  if (isMoney(column) && typeof value === "number") return formatWan(value);
  return formatAnswer(column, value, view.locale).replace(/%$/, "");
}

const isMoney = (column: TableColumn): boolean =>
  column.type === "money" || (column.type === "computed" && column.result === "money");
