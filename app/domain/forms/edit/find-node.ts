import type { FormDefinition, QuestionGroup, Section, TableQuestion } from "../definition.ts";
import type { NodeAddress, NodeKind } from "./edit-operation.ts";

export interface FormNode {
  key: string;
  [property: string]: unknown;
}

/** A list of nodes of one kind and the name of what holds it. */
export interface NodeList {
  into: string | undefined;
  nodes: FormNode[];
}

/** Every list that holds nodes of this kind, in the order of the form; they are the definition's own arrays. */
export function listsOf(definition: FormDefinition, kind: NodeKind): NodeList[] {
  const sections = definition.parts.flatMap((part) => part.sections);
  switch (kind) {
    case "part":
      return [listed(undefined, definition.parts)];
    case "section":
      return definition.parts.map((part) => listed(part.key, part.sections));
    case "group":
      return sections.map((section) => listed(section.key, section.groups));
    case "question":
      return groupsOf(definition).map(({ section, group }) =>
        listed(`${section.key}/${group.key}`, group.questions),
      );
    case "column":
      return tablesOf(definition).map((table) => listed(table.key, table.columns));
    case "rule":
      return sections.map((section) => listed(section.key, section.rules ?? []));
    case "advice":
      return sections.map((section) => listed(section.key, section.advice ?? []));
  }
}

export interface FoundNode extends NodeList {
  index: number;
  node: FormNode;
}

export function findNode(
  definition: FormDefinition,
  { kind, in: holder, key }: NodeAddress,
): FoundNode | undefined {
  for (const list of listsOf(definition, kind)) {
    if (isNamedWithin(kind) && list.into !== holder) continue;
    const index = list.nodes.findIndex((node) => node.key === key);
    const node = list.nodes[index];
    if (node) return { ...list, index, node };
  }
  return undefined;
}

/** Whether the key says which node it is only together with what holds it. */
export const isNamedWithin = (kind: NodeKind): boolean =>
  kind === "group" || kind === "column" || kind === "rule" || kind === "advice";

/** The address of a node that stands in this list. */
export const addressIn = (kind: NodeKind, into: string | undefined, key: string): NodeAddress =>
  isNamedWithin(kind) && into !== undefined ? { kind, in: into, key } : { kind, key };

const listed = (into: string | undefined, nodes: readonly { key: string }[]): NodeList => ({
  into,
  nodes: nodes as FormNode[],
});

const groupsOf = ({ parts }: FormDefinition): { section: Section; group: QuestionGroup }[] =>
  parts.flatMap((part) =>
    part.sections.flatMap((section) => section.groups.map((group) => ({ section, group }))),
  );

const tablesOf = (definition: FormDefinition): TableQuestion[] =>
  groupsOf(definition).flatMap(({ group }) =>
    group.questions.filter((question): question is TableQuestion => question.type === "table"),
  );
