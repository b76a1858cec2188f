import type { ReactNode } from "react";
import type { CompiledGroup, CompiledQuestion, CompiledSection } from "#app/domain/forms/compile-form.ts";
import type { Expression } from "#app/domain/forms/expression.ts";
import type { EvaluatedRow } from "#app/domain/forms/form-evaluation.ts";
import { FileField } from "./file-field.tsx";
import type { FormView } from "./form-view.ts";
import { keptMarkup } from "./kept-markup.tsx";
import { questionsKey } from "./question-key.ts";
import { ReadOnlyAnswer } from "./read-only-answer.tsx";
import { TableField } from "./table-field.tsx";
import { ValueField } from "./value-field.tsx";

interface SectionQuestionsProps {
  view: FormView;
  section: CompiledSection;
  /** A row with nothing in it, by table. */
  blankRow: (table: string) => EvaluatedRow;
}

/**
 * Every question of a section. Those that do not apply now are there but hidden, so that the browser can show them
 * at once and what was typed in them is kept.
 */
export function SectionQuestions({ view, section, blankRow }: SectionQuestionsProps) {
  return section.groups.map((group) => (
    <Group key={group.group.key} view={view} section={section} group={group} blankRow={blankRow} />
  ));
}

function Group({ view, section, group, blankRow }: SectionQuestionsProps & { group: CompiledGroup }) {
  const { locale } = view;
  const { title, help, key } = group.group;
  const visible = view.evaluation.isGroupVisible(section.section.key, key);
  const placed = placesOf(group);
  const draw = (question: CompiledQuestion): ReactNode => (
    <OneQuestion
      key={question.field.key}
      view={view}
      question={question}
      isNested={placed.nested.has(question.field.key)}
      keptUnder={
        placed.nested.has(question.field.key) ? undefined : questionsKey(view, withNested(placed, question))
      }
      reveals={() => revealsOf(placed, question, draw)}
      blankRow={blankRow}
    />
  );
  return (
    <div data-group={key} hidden={!visible}>
      {title && !isSaidByTable(group) && <h2 className="mt-10">{title[locale]}</h2>}
      {help && <p className="hint">{help[locale]}</p>}
      {inPairs(group.questions.filter((question) => !placed.nested.has(question.field.key))).map((drawn) =>
        drawn.length === 1 ? (
          drawn.map(draw)
        ) : (
          <div key={drawn[0]?.field.key} className="pair">
            {drawn.map(draw)}
          </div>
        ),
      )}
    </div>
  );
}

/** A text and its other language right after it stand side by side. */
function inPairs(questions: readonly CompiledQuestion[]): CompiledQuestion[][] {
  const drawn: CompiledQuestion[][] = [];
  for (const question of questions) {
    const last = drawn.at(-1);
    const [first] = last ?? [];
    const isPair =
      last?.length === 1 && "pairOf" in question.field && question.field.pairOf === first?.field.key;
    if (isPair) last.push(question);
    else drawn.push([question]);
  }
  return drawn;
}

/** A group of one table of the same name would say it twice. */
const isSaidByTable = ({ group, questions: [only, ...others] }: CompiledGroup): boolean =>
  others.length === 0 && only?.field.type === "table" && only.field.label.zh === group.title?.zh;

interface OneQuestionProps extends Pick<SectionQuestionsProps, "view" | "blankRow"> {
  question: CompiledQuestion;
  /** Drawn only when the question is. */
  reveals: () => ReadonlyMap<string, ReactNode>;
  /** Under an option, which shows and hides it by being chosen, without any script. */
  isNested?: boolean;
  /** What its markup follows from; undefined when it is drawn for this page alone. */
  keptUnder: string | undefined;
}

function OneQuestion(props: OneQuestionProps) {
  const { view, question, isNested = false, keptUnder } = props;
  const { field } = question;
  const { evaluation } = view;
  const ownVisible = question.visible === null || question.visible(evaluation) === true;
  const hidden = !ownVisible && !isNested;
  if (keptUnder !== undefined) {
    const markup = keptMarkup(keptUnder, view.locale, () => <Drawn {...props} />);
    return <div data-question={field.key} hidden={hidden} dangerouslySetInnerHTML={{ __html: markup }} />;
  }
  const open = view.isOpen(field.key) || hasOpenPart(view, question);
  return (
    <div data-question={field.key} hidden={hidden}>
      {open ? <Drawn {...props} /> : <ReadOnlyAnswer view={view} question={question} />}
    </div>
  );
}

function Drawn({ view, question, reveals, blankRow }: OneQuestionProps) {
  const { field } = question;
  const { evaluation } = view;
  const required = question.required === true || evaluation.isRequired(field.key);
  switch (field.type) {
    case "table": {
      const rows = evaluation.allRows(field.key);
      return (
        <TableField
          view={view}
          question={field}
          rows={rows}
          blank={blankRow(field.key)}
          required={required}
        />
      );
    }
    case "file":
      return <FileField view={view} question={field} required={required} />;
    case "static":
      return <p className="measure my-5">{field.label[view.locale]}</p>;
    default:
      return (
        <ValueField
          view={view}
          field={field}
          path={field.key}
          name={field.key}
          raw={evaluation.rawOf(field.key)}
          value={field.type === "computed" ? evaluation.value(field.key) : null}
          required={required}
          reveals={reveals()}
        />
      );
  }
}

/** In a correction a single row or cell of a table may be open while the table is not. */
const hasOpenPart = (view: FormView, question: CompiledQuestion): boolean =>
  question.field.type === "table" &&
  view.evaluation.allRows(question.field.key).some((row) => {
    const rowPath = `${question.field.key}/${row.id}`;
    return (
      view.isOpen(rowPath) || question.columns.some(({ field }) => view.isOpen(`${rowPath}/${field.key}`))
    );
  });

interface Placed {
  /** Keys drawn under another question's option. */
  nested: ReadonlySet<string>;
  /** Parent → option → children in order. */
  under: ReadonlyMap<string, ReadonlyMap<string, CompiledQuestion[]>>;
}

const placesByGroup = new WeakMap<CompiledGroup, Placed>();

function placesOf(group: CompiledGroup): Placed {
  const placed = placesByGroup.get(group) ?? placeReveals(group.questions);
  placesByGroup.set(group, placed);
  return placed;
}

/** A question that one option of an earlier one calls for stands under that option. */
function placeReveals(questions: readonly CompiledQuestion[]): Placed {
  const nested = new Set<string>();
  const under = new Map<string, Map<string, CompiledQuestion[]>>();
  questions.forEach((question, index) => {
    const trigger = singleTrigger(question.field.visibleWhen);
    const parent = trigger && questions.slice(0, index).find(({ field }) => field.key === trigger.key);
    if (!trigger || !parent || !takesReveals(parent) || question.field.type === "table") return;
    const options = under.get(parent.field.key) ?? new Map<string, CompiledQuestion[]>();
    options.set(trigger.option, [...(options.get(trigger.option) ?? []), question]);
    under.set(parent.field.key, options);
    nested.add(question.field.key);
  });
  return { nested, under };
}

const withNested = (placed: Placed, question: CompiledQuestion): CompiledQuestion[] => [
  question,
  ...[...(placed.under.get(question.field.key)?.values() ?? [])]
    .flat()
    .flatMap((nested) => withNested(placed, nested)),
];

function revealsOf(
  { under }: Placed,
  question: CompiledQuestion,
  draw: (question: CompiledQuestion) => ReactNode,
): ReadonlyMap<string, ReactNode> {
  const options = under.get(question.field.key);
  if (!options) return noReveals;
  return new Map([...options].map(([option, children]) => [option, children.map(draw)]));
}

const noReveals: ReadonlyMap<string, ReactNode> = new Map();

const takesReveals = ({ field }: CompiledQuestion): boolean =>
  field.type === "yes_no" ||
  field.type === "multi_choice" ||
  (field.type === "choice" && field.display !== "select");

/** The one question and option a condition hangs on, when it is as plain as that. */
function singleTrigger(condition: Expression | undefined): { key: string; option: string } | null {
  if (typeof condition !== "object") return null;
  if ("includes" in condition) return keyed(condition.includes[0], condition.includes[1]);
  if ("eq" in condition) {
    const [left, right] = condition.eq;
    if (typeof right === "boolean") return keyed(left, right ? "yes" : "no");
    return typeof right === "string" ? keyed(left, right) : null;
  }
  return null;
}

const keyed = (left: Expression, option: string): { key: string; option: string } | null =>
  typeof left === "object" && "ref" in left ? { key: left.ref, option } : null;
