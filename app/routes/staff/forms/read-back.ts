import type { Field, FormDefinition, TableQuestion } from "#app/domain/forms/definition.ts";
import type { NodeAddress } from "#app/domain/forms/edit/edit-operation.ts";
import { findNode, type FormNode } from "#app/domain/forms/edit/find-node.ts";
import type { Expression } from "#app/domain/forms/expression.ts";
import { type ExpressionUse, expressionSentence, namesOf } from "#app/i18n/expression-words.ts";
import type { Locale } from "#app/i18n/locale.ts";

const useOf: Record<string, ExpressionUse> = {
  visibleWhen: "shown",
  required: "required",
  opensWhen: "opens",
  when: "holds",
  holds: "holds",
  value: "value",
};

/** What an expression that stands says, in a sentence; undefined where there is none to read. */
export function readBackOf(
  definition: FormDefinition,
  at: NodeAddress,
  node: FormNode,
  property: string,
  locale: Locale,
): string | undefined {
  const use = useOf[property];
  const expression = node[property] as Expression | undefined;
  if (!use || expression === undefined || (property === "required" && typeof expression === "boolean"))
    return undefined;
  const tableKey =
    at.kind === "column" ? at.in : at.kind === "rule" ? (node["forEach"] as string) : undefined;
  const table =
    tableKey === undefined ? undefined : findNode(definition, { kind: "question", key: tableKey })?.node;
  const names = namesOf(definition, table as unknown as TableQuestion | undefined);
  const result = property === "value" ? (node as unknown as Field) : undefined;
  return expressionSentence(use, expression, names, locale, result);
}
