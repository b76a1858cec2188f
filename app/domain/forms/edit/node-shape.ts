import { z } from "zod";
import {
  adviceSchema,
  columnSchema,
  type FormDefinition,
  formDefinitionSchema,
  groupSchema,
  type LocalText,
  partSchema,
  questionSchema,
  ruleSchema,
  sectionSchema,
} from "../definition.ts";
import type { EditOperation, NodeAddress, NodeKind } from "./edit-operation.ts";
import { findNode } from "./find-node.ts";
import { freshColumn, freshColumnTypes, freshQuestion, freshTypes } from "./fresh-node.ts";

type Shape = Readonly<Record<string, z.core.$ZodType>>;

const plain = {
  part: partSchema,
  section: sectionSchema,
  group: groupSchema,
  rule: ruleSchema,
  advice: adviceSchema,
};

/** What the language knows of a node of this kind and type, by the names of its properties. */
export function shapeOf(kind: NodeKind | "form", type: string): Shape {
  if (kind === "form") return formDefinitionSchema.shape;
  if (kind !== "question" && kind !== "column") return plain[kind].shape;
  const options = (kind === "question" ? questionSchema : columnSchema).options;
  return options.find(({ shape }) => shape.type.value === type)?.shape ?? {};
}

/**
 * Another type for a question or a column: what both types know stays, what the new one needs comes as in a fresh
 * one, or as `given`. Undefined for the type it has.
 */
export function retyped(
  definition: FormDefinition,
  at: NodeAddress,
  type: string,
  given: object = {},
): EditOperation | undefined {
  const node = findNode(definition, at)?.node;
  if (!node || node["type"] === type) return undefined;
  const fresh = freshOfType(at, type, node["label"] as LocalText, given);
  if (!fresh) return undefined;
  const shape = shapeOf(at.kind, type);
  const kept = Object.entries(node).filter(
    ([name, value]) => name !== "type" && shape[name] && z.safeParse(shape[name], value).success,
  );
  const to: Record<string, unknown> = { ...fresh, ...Object.fromEntries(kept) };
  return { op: "exchange", at, from: node, to };
}

function freshOfType({ kind, key }: NodeAddress, type: string, label: LocalText, given: object) {
  if (kind === "question") {
    const wanted = freshTypes.find((name) => name === type);
    return wanted && freshQuestion(wanted, key, label, given);
  }
  const wanted = kind === "column" ? freshColumnTypes.find((name) => name === type) : undefined;
  return wanted && freshColumn(wanted, key, label, given);
}
