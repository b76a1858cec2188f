import { z } from "zod";
import {
  adviceSchema,
  columnSchema,
  type FormDefinition,
  formDefinitionSchema,
  groupSchema,
  partSchema,
  questionSchema,
  ruleSchema,
  sectionSchema,
} from "../definition.ts";
import type { EditOperation, NodeAddress, NodeKind } from "./edit-operation.ts";
import { findNode } from "./find-node.ts";
import { freshQuestion, freshTypes } from "./fresh-node.ts";

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

/** Every type a question or a column can have. */
export const typesOf = (kind: "question" | "column"): string[] =>
  (kind === "question" ? questionSchema : columnSchema).options.map(({ shape }) => shape.type.value);

/**
 * Another type for a question or a column: what both types know stays, what the new one needs comes as in a fresh
 * one. Undefined for types whose list of options belongs to the programme, and for the type it has.
 */
export function retyped(
  definition: FormDefinition,
  at: NodeAddress,
  type: string,
): EditOperation | undefined {
  const node = findNode(definition, at)?.node;
  const wanted = freshTypes.find((name) => name === type);
  const isTyped = at.kind === "question" || at.kind === "column";
  if (!node || !isTyped || !wanted || node["type"] === type) return undefined;
  if (!typesOf(at.kind as "question").includes(wanted)) return undefined;
  const fresh = freshQuestion(wanted, at.key, node["label"] as { zh: string; en: string });
  const shape = shapeOf(at.kind, wanted);
  const kept = Object.entries(node).filter(
    ([name, value]) => name !== "type" && shape[name] && z.safeParse(shape[name], value).success,
  );
  const to: Record<string, unknown> = { ...fresh, ...Object.fromEntries(kept) };
  return { op: "exchange", at, from: node, to };
}
