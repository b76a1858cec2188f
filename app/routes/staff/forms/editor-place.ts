import type { FormDefinition, Option, TableQuestion } from "#app/domain/forms/definition.ts";
import {
  questionsOf,
  type SubjectScope,
  subjectsOf,
  tablesOf,
} from "#app/domain/forms/edit/condition-subject.ts";
import type { NodeAddress } from "#app/domain/forms/edit/edit-operation.ts";
import type { FormNode } from "#app/domain/forms/edit/find-node.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { nodeName } from "./node-name.ts";
import type { NameList } from "./node-properties.ts";

/** The node that is edited, as it stands, and the form around it. */
export interface EditorPlace {
  definition: FormDefinition;
  /** Absent for the form itself. */
  at: NodeAddress | undefined;
  node: FormNode;
}

/** What was typed, field by field. */
export type Typed = Readonly<Record<string, string>>;

/** The table whose row an expression of the node is asked about. */
export function rowTableOf({ definition, at }: EditorPlace, typed: Typed): TableQuestion | undefined {
  const key = at?.kind === "column" ? at.in : at?.kind === "rule" ? typed["forEach"] : undefined;
  return key ? tablesOf(definition).find((table) => table.key === key) : undefined;
}

export const scopeOf = (place: EditorPlace, typed: Typed): SubjectScope =>
  subjectsOf(place.definition, rowTableOf(place, typed));

export interface PickedName {
  value: string;
  label: string;
}

/** What a list of names offers at this place. */
export function pickedNames(of: NameList, place: EditorPlace, typed: Typed, locale: Locale): PickedName[] {
  const { definition, at, node } = place;
  const named = (nodes: readonly { key: string }[], prefix = "", under = ""): PickedName[] =>
    nodes.map((found) => ({
      value: `${prefix}${found.key}`,
      label: `${under}${nodeName(found as FormNode, locale)}`,
    }));
  const questions = questionsOf(definition).filter(({ type }) => type !== "static");
  switch (of) {
    case "tables":
      return named(tablesOf(definition));
    case "files":
      return named(questions.filter(({ type }) => type === "file"));
    case "texts":
      return named(questions.filter(({ key, type }) => type.endsWith("_text") && key !== node.key));
    case "columns": {
      const table = at?.kind === "column" ? tablesOf(definition).find(({ key }) => key === at.in) : undefined;
      const own = node["type"] === "table" ? (node as unknown as TableQuestion) : table;
      return named((own?.columns ?? []).filter(({ key }) => at?.kind !== "column" || key !== node.key));
    }
    case "options":
      return ((node["options"] ?? []) as Option[]).map(({ code, label }) => ({
        value: code,
        label: label[locale],
      }));
    case "places": {
      const table = rowTableOf(place, typed);
      if (table) return named(table.columns);
      return questions.flatMap((question) => [
        ...named([question]),
        ...(question.type === "table"
          ? named(
              question.columns,
              `${question.key}/`,
              `${nodeName(question as unknown as FormNode, locale)} › `,
            )
          : []),
      ]);
    }
  }
}
