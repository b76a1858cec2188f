import type { ConditionNode } from "#app/domain/forms/edit/condition-tree.ts";
import {
  comparisons,
  figureColumns,
  figureSubject,
  gatherings,
  type RowFigure,
} from "#app/domain/forms/edit/row-figure.ts";
import { builderConditionMessages } from "#app/i18n/messages/builder-conditions.ts";
import { Select } from "#app/ui/select.tsx";
import { ComparedWith } from "./comparison-field.tsx";
import { type EditorPage, fieldId } from "./property-props.ts";

interface RowFigureProps {
  name: string;
  path: string;
  field: string;
  node: RowFigure<ConditionNode>;
  /** The table whose row is asked about where the figure stands. */
  table: string | undefined;
  page: EditorPage;
}

/** A figure over rows of a table, and what it is compared with; what the rows must meet follows it. */
export function RowFigureField(props: RowFigureProps) {
  const { field, node, table, page } = props;
  const { subjects, locale, errors } = page;
  const t = builderConditionMessages[locale];
  const id = fieldId(field);
  const scope = subjects.scope(table);
  const wrong = errors.get(field) ?? [];
  const lacksTable = (node.table ?? "") === "";
  const lacksColumn = node.gather !== "count" && node.column === "";
  return (
    <>
      <input type="hidden" name={`${field}.kind`} value="figure" />
      <div className="builder-term">
        <Select
          id={`${id}-gather`}
          name={`${field}.gather`}
          label={t.gather}
          empty={false}
          defaultValue={node.gather}
          options={gatherings.map((value) => ({ value, label: t.gatherings[value] }))}
          control={{ "data-redraw": true }}
        />
        <Select
          id={`${id}-table`}
          name={`${field}.table`}
          label={t.table}
          empty={t.chooseTable}
          defaultValue={node.table ?? ""}
          errors={lacksTable ? wrong : []}
          options={subjects.tables()}
          control={{ "data-redraw": true }}
        />
        {node.gather !== "count" && (
          <Select
            id={`${id}-column`}
            name={`${field}.column`}
            label={t.column}
            empty={t.chooseColumn}
            defaultValue={node.column}
            errors={!lacksTable && lacksColumn ? wrong : []}
            options={figureColumns(node.table ?? "", node.gather, scope).map((value) => ({
              value,
              label: subjects.columnName(node.table ?? "", value),
            }))}
            control={{ "data-redraw": true }}
          />
        )}
        <Select
          id={`${id}-operator`}
          name={`${field}.operator`}
          label={t.operator}
          empty={false}
          defaultValue={node.operator}
          options={comparisons.map((value) => ({ value, label: t.operators[value] }))}
        />
        <ComparedWith
          {...props}
          subject={{ token: "", options: [], ...figureSubject(node, scope) }}
          wrong={lacksTable || lacksColumn ? [] : wrong}
        />
      </div>
      <p className="muted">{t.ofRows}</p>
    </>
  );
}
