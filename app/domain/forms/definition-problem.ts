/** What can be wrong with a form definition. The sentences are in i18n/messages/definition-problems.ts. */
export const definitionProblemCodes = [
  // Shape
  "not_a_definition",
  "too_deep",
  "language_unknown",
  "attribute_missing",
  "attribute_unknown",
  "attribute_wrong",
  "key_form",
  "text_empty",
  "type_unknown",
  "expression_form",
  // Names
  "duplicate_part",
  "duplicate_section",
  "duplicate_group",
  "duplicate_question",
  "duplicate_column",
  "duplicate_row",
  "duplicate_option",
  "duplicate_rule",
  "duplicate_advice",
  "column_called_id",
  "unknown_question",
  "unknown_table",
  "unknown_column",
  "unknown_row",
  "unknown_option",
  "unknown_file_question",
  "unknown_placeholder",
  "unknown_pair",
  "pair_kind",
  "no_answer",
  "cell_outside_table",
  "nested_table",
  // Kinds
  "wrong_kind",
  "kinds_not_compared",
  "kinds_have_no_order",
  "kind_has_no_options",
  "branches_differ",
  "result_kind",
  "currencies_mixed",
  "total_not_number",
  // Limits
  "limits_crossed",
  "rows_crossed",
  "fixed_rows_exceed",
  "options_too_few",
  "statement_needs_rows",
  "boxes_need_cards",
  "scale_labels",
  "pages_of_pdf_only",
  "public_and_restricted",
  "listed_twice",
  // Order
  "cycle",
  "chain_too_long",
  "required_by_itself",
  "opens_itself",
] as const;
export type DefinitionProblemCode = (typeof definitionProblemCodes)[number];

/** Keys on the way down to what is wrong; those that do not apply are absent. */
export type DefinitionPlace = {
  part?: string;
  section?: string;
  group?: string;
  question?: string;
  column?: string;
  /** Of a table with fixed rows. */
  row?: string;
  option?: string;
  rule?: string;
  advice?: string;
  /** `visibleWhen`, `limits.zh.max`, `params.gap` … */
  attribute?: string;
  /** Inside an expression, from its head: `and.0.eq.1`. Empty for the expression as a whole. */
  inside?: string;
};

export type DefinitionProblem = {
  code: DefinitionProblemCode;
  place: DefinitionPlace;
  /** Names and figures for the sentence. Kinds of value are `ValueType`s, to be put into words. */
  params: Readonly<Record<string, string>>;
};

/** `s.a.visibleWhen:and.0` – for logs and commands, where there are no sentences. */
export function placeText(place: DefinitionPlace): string {
  const { part, section, group, question, column, row, option, rule, advice, attribute, inside } = place;
  const names = [
    section ?? part,
    question === undefined && rule === undefined ? group : undefined,
    question,
    column,
    row,
    option,
    rule === undefined ? undefined : `rules.${rule}`,
    advice === undefined ? undefined : `advice.${advice}`,
    attribute,
  ];
  const text = names.filter((name) => name !== undefined).join(".");
  return inside ? `${text}:${inside}` : text;
}
