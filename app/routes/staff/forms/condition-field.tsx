import { type PlainTerm, plainOperators } from "#app/domain/forms/edit/plain-condition.ts";
import { listsOf } from "#app/domain/forms/edit/find-node.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { nodeName } from "./node-name.ts";
import type { PropertyFieldProps } from "./property-props.ts";
import { termRows } from "./read-property.ts";

/** A condition: none, picked from questions and operators, or in the language of expressions. */
export function ConditionField(props: PropertyFieldProps & { label: string }) {
  const { name, editor, typed, errors, definition, readBack, label, locale } = props;
  const t = builderPropertyMessages[locale];
  const modes =
    editor.as === "required"
      ? (["always", "never", "picked", "json"] as const)
      : (["picked", "json"] as const);
  const none = editor.as === "required" ? t.modes.optional : t.modes.none;
  const rows = termRows(name, typed);
  return (
    <fieldset className="builder-condition">
      <legend>{label}</legend>
      {readBack && <p className="muted">{readBack}</p>}
      <Select
        id={name}
        name={`${name}.mode`}
        label={<span className="sr-only">{label}</span>}
        width="lg"
        empty={none}
        errors={errors}
        defaultValue={typed[`${name}.mode`]}
        options={modes.map((value) => ({ value, label: t.modes[value] }))}
      />
      <details open={typed[`${name}.mode`] === "picked"}>
        <summary>{t.modes.picked}</summary>
        <Select
          id={`${name}-join`}
          name={`${name}.join`}
          label={t.join}
          width="md"
          empty={false}
          defaultValue={typed[`${name}.join`] ?? "all"}
          options={[
            { value: "all", label: t.all },
            { value: "any", label: t.any },
          ]}
        />
        {rows.map((term, row) => (
          // Rows have no name of their own but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <TermRow key={row} name={name} row={row} term={term} definition={definition} locale={locale} />
        ))}
      </details>
      <details open={typed[`${name}.mode`] === "json"}>
        <summary>{t.modes.json}</summary>
        <TextArea
          id={`${name}-json`}
          name={`${name}.json`}
          label="JSON"
          rows={3}
          defaultValue={typed[`${name}.json`] ?? ""}
          control={{ spellCheck: false }}
        />
      </details>
    </fieldset>
  );
}

interface TermRowProps {
  name: string;
  row: number;
  term: PlainTerm;
  definition: FormDefinition;
  locale: Locale;
}

function TermRow({ name, row, term, definition, locale }: TermRowProps) {
  const t = builderPropertyMessages[locale];
  const questions = listsOf(definition, "question").flatMap(({ nodes }) => nodes);
  return (
    <fieldset className="builder-term">
      <legend>{t.term(String(row + 1))}</legend>
      <Select
        id={`${name}-${row}-ref`}
        name={`${name}.${row}.ref`}
        label={t.question}
        defaultValue={term.ref}
        options={questions
          .filter((question) => question["type"] !== "static")
          .map((question) => ({ value: question.key, label: nodeName(question, locale) }))}
      />
      <Select
        id={`${name}-${row}-operator`}
        name={`${name}.${row}.operator`}
        label={t.operator}
        empty={false}
        defaultValue={term.operator}
        options={plainOperators.map((value) => ({ value, label: t.operators[value] }))}
      />
      <TextInput
        id={`${name}-${row}-value`}
        name={`${name}.${row}.value`}
        label={t.comparedWith}
        defaultValue={term.value}
      />
    </fieldset>
  );
}
