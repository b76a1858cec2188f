import type { EditOperation, EditProblem, NodeAddress } from "#app/domain/forms/edit/edit-operation.ts";
import { findNode, type FormNode } from "#app/domain/forms/edit/find-node.ts";
import type { FormDefinition, LocalText } from "#app/domain/forms/definition.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";

/** What a node is called on the page: its words, or its code where it has none. */
export function nodeName(node: FormNode, locale: Locale): string {
  const text = (node["title"] ?? node["label"] ?? node["message"]) as LocalText | undefined;
  return text?.[locale] ?? node.key;
}

export const nameAt = (definition: FormDefinition, at: NodeAddress | undefined, locale: Locale): string => {
  if (!at) return builderMessages[locale].wholeForm;
  const node = findNode(definition, at)?.node;
  return node ? nodeName(node, locale) : at.key;
};

/** A change as a line of the history. */
export function operationWords(operation: EditOperation, definition: FormDefinition, locale: Locale): string {
  const t = builderMessages[locale].operations;
  switch (operation.op) {
    case "set": {
      const what = builderPropertyMessages[locale].names[operation.property] ?? operation.property;
      return t.set(nameAt(definition, operation.at, locale), what);
    }
    case "insert":
      return t.insert(nodeName(operation.node as FormNode, locale));
    case "remove":
      return t.remove(nodeName(operation.node as FormNode, locale));
    case "move":
      return t.move(nameAt(definition, operation.at, locale));
    case "exchange":
      return t.exchange(nameAt(definition, operation.at, locale));
    case "replace":
      return t.replace;
  }
}

export function problemWords(problem: EditProblem, locale: Locale): string {
  const t = builderMessages[locale].refused;
  switch (problem.code) {
    case "key_taken":
      return t.key_taken(problem.key);
    case "shape":
      return t.shape(problem.path);
    default:
      return t[problem.code];
  }
}
