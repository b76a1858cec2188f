import {
  type ConditionGroup,
  type ConditionNode,
  groupKinds,
  isGroup,
  isOfRows,
} from "#app/domain/forms/edit/condition-tree.ts";
import { builderConditionMessages } from "#app/i18n/messages/builder-conditions.ts";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { ActButton } from "./act-button.tsx";
import { ComparisonField } from "./comparison-field.tsx";
import { SaidFormula } from "./said-lines.tsx";
import { RowFigureField } from "./row-figure-field.tsx";
import { type EditorPage, fieldId } from "./property-props.ts";

interface NodeProps {
  /** Of the condition. */
  name: string;
  /** Of the node in it: `0.2`; empty for the root. */
  path: string;
  /** The same for people: 1.3. */
  number: string;
  /** The table whose row is asked about here. */
  table: string | undefined;
  /** Whether it stands among conditions on rows of a table. */
  inRows?: boolean;
  page: EditorPage;
}

const fieldOf = ({ name, path }: NodeProps): string => `${name}.t${path === "" ? "" : `.${path}`}`;

/** A group of conditions with the groups within it. */
export function ConditionGroupField(props: NodeProps & { node: ConditionGroup }) {
  const { node, path, number, table, page } = props;
  const t = builderConditionMessages[page.locale];
  const field = fieldOf(props);
  const isRoot = path === "";
  const kinds = groupKinds.filter((kind) => (isRoot ? kind === "all" || kind === "any" : true));
  const inner = isOfRows(node.kind) ? node.table : table;
  if (node.kind === "figure")
    return (
      <fieldset className="builder-group" id={fieldId(field)} tabIndex={-1}>
        <legend>{t.group(number)}</legend>
        <RowFigureField {...props} field={field} node={node} />
        <Parts {...props} table={inner} />
      </fieldset>
    );
  return (
    <fieldset className="builder-group" id={fieldId(field)} tabIndex={-1}>
      <legend className={isRoot ? "sr-only" : undefined}>{isRoot ? t.picks : t.group(number)}</legend>
      <Select
        id={`${fieldId(field)}-kind`}
        name={`${field}.kind`}
        label={t.join}
        width="lg"
        empty={false}
        defaultValue={node.kind}
        options={kinds.map((value) => ({ value, label: t.groups[value] }))}
      />
      {isOfRows(node.kind) && (
        <Select
          id={`${fieldId(field)}-table`}
          name={`${field}.table`}
          label={t.table}
          width="lg"
          empty={t.chooseTable}
          defaultValue={node.table ?? ""}
          errors={page.errors.get(field) ?? []}
          options={page.subjects.tables()}
          control={{ "data-redraw": true }}
        />
      )}
      <Parts {...props} table={inner} />
    </fieldset>
  );
}

/** `table` is the one that the parts ask about. */
function Parts(props: NodeProps & { node: ConditionGroup }) {
  const { node, path, number } = props;
  const isRoot = path === "";
  const inRows = props.inRows === true || isOfRows(node.kind);
  return (
    <>
      {node.parts.map((part, index) => (
        <Part
          // Conditions have no name of their own but their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          {...props}
          inRows={inRows}
          node={part}
          path={isRoot ? `${index}` : `${path}.${index}`}
          number={isRoot ? `${index + 1}` : `${number}.${index + 1}`}
        />
      ))}
      <Additions {...props} inRows={inRows} />
    </>
  );
}

function Part(props: NodeProps & { node: ConditionNode }) {
  const { node, number, page } = props;
  const t = builderConditionMessages[page.locale];
  if (isGroup(node))
    return (
      <div className="builder-part">
        <ConditionGroupField {...props} node={node} />
        <Removal {...props} label={t.group(number)} />
      </div>
    );
  const field = fieldOf(props);
  return (
    <fieldset className="builder-part" id={fieldId(field)} tabIndex={-1}>
      <legend>{t.condition(number)}</legend>
      <input type="hidden" name={`${field}.kind`} value={node.kind} />
      {node.kind === "formula" ? (
        <>
          <TextArea
            id={`${fieldId(field)}-text`}
            name={`${field}.text`}
            label={t.formula}
            rows={2}
            defaultValue={node.text}
            errors={page.errors.get(`${field}.text`) ?? []}
            control={{ spellCheck: false }}
          />
          <SaidFormula id={`${fieldId(field)}-said`} text={node.text} table={props.table} page={page} />
        </>
      ) : (
        <ComparisonField
          name={props.name}
          path={props.path}
          field={field}
          node={node}
          table={props.table}
          page={page}
        />
      )}
      <Removal {...props} label={t.condition(number)} />
    </fieldset>
  );
}

function Removal({ name, path, page, label }: NodeProps & { label: string }) {
  const t = builderConditionMessages[page.locale];
  return (
    <ActButton
      command={`${name}|remove|${path}`}
      action={page.action}
      anchor={fieldId(name)}
      label={t.removeOf(label)}
    >
      {t.remove}
    </ActButton>
  );
}

function Additions({ name, path, page, inRows }: NodeProps) {
  const t = builderConditionMessages[page.locale];
  const kinds = [
    ["compare", t.add.compare],
    ["any", t.add.group],
    // A row of a table within a row of another is not in the language.
    ...(inRows || page.subjects.tables().length === 0
      ? []
      : [["some_row", t.add.rows] as const, ["figure", t.add.figure] as const]),
    ["formula", t.add.formula],
  ] as const;
  return (
    <p className="builder-acts">
      {kinds.map(([kind, words]) => (
        <ActButton
          key={kind}
          command={`${name}|add|${path} ${kind}`}
          action={page.action}
          anchor={fieldId(`${name}.t${path === "" ? "" : `.${path}`}`)}
        >
          {words}
        </ActButton>
      ))}
    </p>
  );
}
