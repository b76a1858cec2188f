import type { DefinitionPlace } from "#app/domain/forms/definition-problem.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { NodeAddress } from "#app/domain/forms/edit/edit-operation.ts";
import { findNode } from "#app/domain/forms/edit/find-node.ts";
import { editHref } from "./node-token.ts";

/** Where a problem is put right: the innermost node it names, at the property where there is one. */
export function problemHref(draftId: string, definition: FormDefinition, place: DefinitionPlace): string {
  const at = candidates(place).find((address) => findNode(definition, address));
  if (!at) return "#outline";
  const [property] = (place.attribute ?? "").split(".");
  return property ? `${editHref(draftId, at)}#${property}` : editHref(draftId, at);
}

function candidates({
  part,
  section,
  group,
  question,
  column,
  rule,
  advice,
}: DefinitionPlace): NodeAddress[] {
  return [
    ...(column !== undefined && question !== undefined
      ? [{ kind: "column" as const, in: question, key: column }]
      : []),
    ...(question === undefined ? [] : [{ kind: "question" as const, key: question }]),
    ...(rule === undefined || section === undefined
      ? []
      : [{ kind: "rule" as const, in: section, key: rule }]),
    ...(advice === undefined || section === undefined
      ? []
      : [{ kind: "advice" as const, in: section, key: advice }]),
    ...(group === undefined || section === undefined
      ? []
      : [{ kind: "group" as const, in: section, key: group }]),
    ...(section === undefined ? [] : [{ kind: "section" as const, key: section }]),
    ...(part === undefined ? [] : [{ kind: "part" as const, key: part }]),
  ];
}
