import type { Subject } from "#app/domain/forms/edit/condition-subject.ts";
import { type ConditionNode, termOperators } from "#app/domain/forms/edit/condition-tree.ts";
import { builderConditionMessages } from "#app/i18n/messages/builder-conditions.ts";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { ActButton } from "./act-button.tsx";
import { CellField } from "./cell-field.tsx";
import { type EditorPage, fieldId } from "./property-props.ts";

interface ComparisonProps {
  name: string;
  path: string;
  field: string;
  node: Extract<ConditionNode, { kind: "compare" }>;
  table: string | undefined;
  page: EditorPage;
}

/** One comparison: what, how, and with what. */
export function ComparisonField(props: ComparisonProps) {
  const { field, node, table, page } = props;
  const { subjects, locale, errors } = page;
  const t = builderConditionMessages[locale];
  const id = fieldId(field);
  const wrong = errors.get(field) ?? [];
  return (
    <div className="builder-term">
      <div>
        <Select
          id={`${id}-subject`}
          name={`${field}.subject`}
          label={t.subject}
          defaultValue={node.subject}
          errors={node.subject === "" ? wrong : []}
          options={listed(subjects, table, node.subject)}
          control={{ "data-redraw": true }}
        />
        <CellField field={field} of="subject" page={page} />
      </div>
      <Select
        id={`${id}-operator`}
        name={`${field}.operator`}
        label={t.operator}
        empty={false}
        defaultValue={node.operator}
        options={termOperators.map((value) => ({ value, label: t.operators[value] }))}
        control={{ "data-redraw": true }}
      />
      {!node.operator.endsWith("answered") && (
        <ComparedWith
          {...props}
          subject={subjects.subject(node.subject, table)}
          wrong={node.subject === "" ? [] : wrong}
        />
      )}
    </div>
  );
}

interface ComparedProps extends Omit<ComparisonProps, "node"> {
  node: { kind: string; value: string; other: string; share?: string; operator: string };
  subject: Subject | undefined;
  wrong: readonly string[];
}

/** A value, or another answer in its place. */
export function ComparedWith(props: ComparedProps) {
  const { name, path, field, node, table, page, subject, wrong } = props;
  const { subjects, locale } = page;
  const t = builderConditionMessages[locale];
  const id = fieldId(field);
  if (node.other !== "")
    return (
      <>
        <Select
          id={`${id}-other`}
          name={`${field}.other`}
          label={t.otherAnswer}
          defaultValue={node.other === "?" ? "" : node.other}
          errors={wrong}
          options={listed(subjects, table, node.other)}
        />
        <CellField field={field} of="other" page={page} />
        {node.kind === "compare" && subject?.kind === "number" && (
          <TextInput
            id={`${id}-share`}
            name={`${field}.share`}
            label={t.share}
            hint={t.shareHint}
            width="sm"
            defaultValue={node.share ?? ""}
            control={{ inputMode: "decimal" }}
          />
        )}
      </>
    );
  return (
    <div>
      <ValueControl
        id={id}
        field={field}
        value={node.value}
        operator={node.operator}
        subject={subject}
        errors={wrong}
        page={page}
      />
      <ActButton command={`${name}|other|${path}`} action={page.action} anchor={id}>
        {t.withOther}
      </ActButton>
    </div>
  );
}

interface ValueProps {
  id: string;
  field: string;
  value: string;
  operator: string;
  subject: Subject | undefined;
  errors: readonly string[];
  page: EditorPage;
}

function ValueControl({ id, field, value, operator, subject, errors, page }: ValueProps) {
  const t = builderConditionMessages[page.locale];
  const common = { id: `${id}-value`, name: `${field}.value`, label: t.value, defaultValue: value, errors };
  const isList = operator === "in" || operator === "not_in" || operator === "mentions";
  if (isList) return <TextInput {...common} hint={t.listHint} />;
  if (subject?.kind === "boolean")
    return (
      <Select
        {...common}
        options={[
          { value: "yes", label: t.yes },
          { value: "no", label: t.no },
        ]}
      />
    );
  if (subject && subject.options.length > 0)
    return (
      <Select
        {...common}
        options={subject.options.map(({ code, label }) => ({ value: code, label: label[page.locale] }))}
      />
    );
  return <TextInput {...common} />;
}

/** What stands is always among what can be picked, in words as the rest. */
function listed(subjects: EditorPage["subjects"], table: string | undefined, standing: string) {
  const groups = subjects.groups(table);
  return standing === "" ||
    standing === "?" ||
    groups.some(({ options }) => options.some(({ value }) => value === standing))
    ? groups
    : [...groups, { label: "…", options: [{ value: standing, label: subjects.said(standing, table) }] }];
}
