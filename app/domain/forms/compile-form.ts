import type {
  Advice,
  Field,
  FixedRow,
  FormDefinition,
  Part,
  Question,
  QuestionGroup,
  Rule,
  Section,
  TableColumn,
  TableQuestion,
} from "./definition.ts";
import { compileExpression, type Compiled } from "./evaluate-expression.ts";
import type { Expression } from "./expression.ts";

/** A definition with its expressions turned into closures and its names into maps. */
export type CompiledForm = {
  definition: FormDefinition;
  sections: CompiledSection[];
  sectionByKey: ReadonlyMap<string, CompiledSection>;
  questionByKey: ReadonlyMap<string, CompiledQuestion>;
};

export type CompiledSection = {
  section: Section;
  part: Part;
  visible: Compiled | null;
  opens: Compiled | null;
  groups: CompiledGroup[];
  questions: CompiledQuestion[];
  rules: CompiledRule[];
  advice: CompiledAdvice[];
};

export type CompiledGroup = { group: QuestionGroup; visible: Compiled | null; questions: CompiledQuestion[] };

export type CompiledField<F> = {
  field: F;
  visible: Compiled | null;
  required: boolean | Compiled;
  computed: Compiled | null;
};

export type CompiledColumn = CompiledField<TableColumn>;

export type CompiledQuestion = CompiledField<Question> & {
  section: CompiledSection;
  group: CompiledGroup;
  /** Tables only. */
  columns: CompiledColumn[];
  columnByKey: ReadonlyMap<string, CompiledColumn>;
  fixedRows: { row: FixedRow; required: boolean | Compiled }[] | null;
};

export type CompiledRule = {
  rule: Rule;
  when: Compiled | null;
  holds: Compiled;
  params: { name: string; value: Compiled; as: NonNullable<Rule["params"]>[string] }[];
};

export type CompiledAdvice = {
  advice: Advice;
  visible: Compiled | null;
  items: { item: Advice["items"][number]; value: Compiled; holds: Compiled }[];
};

const compiledForms = new WeakMap<FormDefinition, CompiledForm>();

/** Once per definition object: keep one parsed object per form version and this costs nothing. */
export function compileForm(definition: FormDefinition): CompiledForm {
  const known = compiledForms.get(definition);
  if (known) return known;
  const sections = definition.parts.flatMap((part) =>
    part.sections.map((section) => compileSection(part, section)),
  );
  const form: CompiledForm = {
    definition,
    sections,
    sectionByKey: new Map(sections.map((section) => [section.section.key, section])),
    questionByKey: new Map(
      sections.flatMap((section) => section.questions.map((question) => [question.field.key, question])),
    ),
  };
  compiledForms.set(definition, form);
  return form;
}

export const isTable = (question: Question): question is TableQuestion => question.type === "table";

/** A question that takes one typed answer. */
export const isField = (question: Question): question is Extract<Question, Field> =>
  question.type !== "table" && question.type !== "file" && question.type !== "static";

function compileSection(part: Part, section: Section): CompiledSection {
  const compiled: CompiledSection = {
    section,
    part,
    visible: optional(section.visibleWhen),
    opens: optional(section.opensWhen),
    groups: [],
    questions: [],
    rules: (section.rules ?? []).map(compileRule),
    advice: (section.advice ?? []).map(compileAdvice),
  };
  for (const group of section.groups) {
    const compiledGroup: CompiledGroup = { group, visible: optional(group.visibleWhen), questions: [] };
    compiledGroup.questions = group.questions.map((question) =>
      compileQuestion(question, compiled, compiledGroup),
    );
    compiled.groups.push(compiledGroup);
    compiled.questions.push(...compiledGroup.questions);
  }
  return compiled;
}

function compileQuestion(field: Question, section: CompiledSection, group: CompiledGroup): CompiledQuestion {
  const columns = isTable(field) ? field.columns.map((column) => compileField(column)) : [];
  return {
    ...compileField(field),
    section,
    group,
    columns,
    columnByKey: new Map(columns.map((column) => [column.field.key, column])),
    fixedRows: isTable(field)
      ? (field.fixedRows?.map((row) => ({ row, required: requirement(row.required ?? true) })) ?? null)
      : null,
  };
}

const compileField = <F extends Question | TableColumn>(field: F): CompiledField<F> => ({
  field,
  visible: optional(field.visibleWhen),
  required: "required" in field ? requirement(field.required ?? false) : false,
  computed: field.type === "computed" ? compileExpression(field.value) : null,
});

const compileRule = (rule: Rule): CompiledRule => ({
  rule,
  when: optional(rule.when),
  holds: compileExpression(rule.holds),
  params: Object.entries(rule.params ?? {}).map(([name, as]) => ({
    name,
    value: compileExpression(as.value),
    as,
  })),
});

const compileAdvice = (advice: Advice): CompiledAdvice => ({
  advice,
  visible: optional(advice.visibleWhen),
  items: advice.items.map((item) => ({
    item,
    value: compileExpression(item.value),
    holds: compileExpression(item.holds),
  })),
});

const optional = (expression: Expression | undefined): Compiled | null =>
  expression === undefined ? null : compileExpression(expression);

const requirement = (required: boolean | Expression): boolean | Compiled =>
  typeof required === "boolean" ? required : compileExpression(required);
