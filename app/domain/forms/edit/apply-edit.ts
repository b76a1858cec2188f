import { canonicalJson, type Json } from "../../shared/canonical-json.ts";
import { formDefinitionSchema, type FormDefinition } from "../definition.ts";
import type { EditOperation, EditProblem, EditResult, NodeKind } from "./edit-operation.ts";
import { addressIn, findNode, isNamedWithin, listsOf, type FormNode, type NodeList } from "./find-node.ts";

type Result = EditResult<FormDefinition>;
type Change = { ok: true; inverse: EditOperation } | { ok: false; problem: EditProblem };

/**
 * The definition after one operation, and the operation that takes it back. What comes out has the shape of a
 * definition whenever what goes in has; names that point nowhere are for checkDefinition to tell.
 */
export function applyEdit(definition: FormDefinition, operation: EditOperation): Result {
  if (operation.op === "replace") return replaceWhole(definition, operation);
  const draft = structuredClone(definition);
  const change = changed(draft, operation);
  if (!change.ok) return change;
  leaveOutEmpty(draft);
  const parsed = formDefinitionSchema.safeParse(draft);
  if (!parsed.success)
    return refused({ code: "shape", path: parsed.error.issues[0]?.path.slice(-2).join(".") ?? "" });
  return { ok: true, definition: parsed.data, inverse: change.inverse };
}

type SmallOperation = Exclude<EditOperation, { op: "replace" }>;

function changed(draft: FormDefinition, operation: SmallOperation): Change {
  switch (operation.op) {
    case "set":
      return setProperty(draft, operation);
    case "insert":
      return insertNode(draft, operation);
    case "remove":
      return removeNode(draft, operation);
    case "move":
      return moveNode(draft, operation);
    case "exchange":
      return exchangeNode(draft, operation);
  }
}

function replaceWhole(definition: FormDefinition, { from, to }: Of<"replace">): Result {
  if (!isSame(sameNumber(definition, from), definition)) return refused({ code: "changed" });
  const parsed = formDefinitionSchema.safeParse(sameNumber(definition, to));
  if (!parsed.success)
    return refused({ code: "shape", path: parsed.error.issues[0]?.path.slice(-2).join(".") ?? "" });
  const repeated = repeatedQuestion(parsed.data);
  if (repeated !== undefined) return refused({ code: "key_taken", key: repeated });
  return {
    ok: true,
    definition: parsed.data,
    inverse: { op: "replace", from: parsed.data, to: definition },
  };
}

const sameNumber = ({ code, version }: FormDefinition, other: unknown): unknown => ({
  ...(other as FormDefinition),
  ...{ code, version },
});

type Of<O extends EditOperation["op"]> = Extract<EditOperation, { op: O }>;

/** Keys are given once; lists of nodes change by insert, remove and move. */
const setElsewhere = new Set(["key", "type", "parts", "sections", "groups", "questions", "columns"]);
/** Of the version and not of what it asks. */
const setByVersions = new Set(["code", "version", "language"]);

function setProperty(draft: FormDefinition, { at, property, from, to }: Of<"set">): Change {
  const node = at ? findNode(draft, at)?.node : (draft as unknown as FormNode);
  if (!node) return refused({ code: "missing", key: at?.key ?? "" });
  if (setElsewhere.has(property) || (!at && setByVersions.has(property)))
    return refused({ code: "shape", path: property });
  const now = Object.hasOwn(node, property) ? node[property] : undefined;
  if (!isSame(now, from)) return refused({ code: "changed", now });
  if (to === undefined) delete node[property];
  else node[property] = to;
  return { ok: true, inverse: { op: "set", ...(at && { at }), property, ...given({ from: to, to: now }) } };
}

function insertNode(draft: FormDefinition, { kind, into, after, node }: Of<"insert">): Change {
  const key = (node as FormNode | null)?.key;
  if (typeof key !== "string") return refused({ code: "shape", path: "key" });
  const list = listFor(draft, kind, into);
  if (!list) return refused({ code: "missing", key: into ?? "" });
  const place = placeAfter(list.nodes, after);
  if (place === undefined) return refused({ code: "missing", key: after ?? "" });
  if (isTaken(draft, kind, into, key)) return refused({ code: "key_taken", key });
  list.nodes.splice(place, 0, structuredClone(node) as FormNode);
  const inside = repeatedQuestion(draft);
  if (inside !== undefined) return refused({ code: "key_taken", key: inside });
  return { ok: true, inverse: { op: "remove", at: addressIn(kind, into, key), node } };
}

function removeNode(draft: FormDefinition, { at, node }: Of<"remove">): Change {
  const found = findNode(draft, at);
  if (!found) return refused({ code: "missing", key: at.key });
  if (!isSame(found.node, node)) return refused({ code: "changed", now: found.node });
  if (found.nodes.length === 1 && !isOptional(at.kind)) return refused({ code: "last_one" });
  const after = found.nodes[found.index - 1]?.key ?? null;
  found.nodes.splice(found.index, 1);
  const { into } = found;
  return {
    ok: true,
    inverse: { op: "insert", kind: at.kind, ...(into !== undefined && { into }), after, node: found.node },
  };
}

function moveNode(draft: FormDefinition, { at, into, after }: Of<"move">): Change {
  const found = findNode(draft, at);
  if (!found) return refused({ code: "missing", key: at.key });
  const target = listFor(draft, at.kind, into);
  if (!target || after === at.key) return refused({ code: "missing", key: into ?? after ?? "" });
  const elsewhere = target.nodes !== found.nodes;
  if (elsewhere && found.nodes.length === 1 && !isOptional(at.kind)) return refused({ code: "last_one" });
  if (elsewhere && isNamedWithin(at.kind) && isTaken(draft, at.kind, into, at.key))
    return refused({ code: "key_taken", key: at.key });
  const before = found.nodes[found.index - 1]?.key ?? null;
  found.nodes.splice(found.index, 1);
  const place = placeAfter(target.nodes, after);
  if (place === undefined) return refused({ code: "missing", key: after ?? "" });
  target.nodes.splice(place, 0, found.node);
  return {
    ok: true,
    inverse: {
      op: "move",
      at: addressIn(at.kind, into, at.key),
      ...(found.into !== undefined && { into: found.into }),
      after: before,
    },
  };
}

function exchangeNode(draft: FormDefinition, { at, from, to }: Of<"exchange">): Change {
  const found = findNode(draft, at);
  if (!found) return refused({ code: "missing", key: at.key });
  if (!isSame(found.node, from)) return refused({ code: "changed", now: found.node });
  if ((to as FormNode | null)?.key !== at.key) return refused({ code: "shape", path: "key" });
  found.nodes.splice(found.index, 1, structuredClone(to) as FormNode);
  return { ok: true, inverse: { op: "exchange", at, from: to, to: found.node } };
}

/** The list itself; a section that has no rules or advice yet gets an empty one. */
function listFor(draft: FormDefinition, kind: NodeKind, into: string | undefined): NodeList | undefined {
  if (kind === "rule" || kind === "advice") {
    const section = draft.parts.flatMap(({ sections }) => sections).find(({ key }) => key === into);
    if (kind === "rule" && section) section.rules ??= [];
    if (kind === "advice" && section) section.advice ??= [];
  }
  return listsOf(draft, kind).find((list) => list.into === into);
}

/** No rules and an empty list of rules are the same thing, written in one way. */
function leaveOutEmpty({ parts }: FormDefinition): void {
  for (const section of parts.flatMap(({ sections }) => sections)) {
    if (section.rules?.length === 0) delete section.rules;
    if (section.advice?.length === 0) delete section.advice;
  }
}

const isOptional = (kind: NodeKind): boolean => kind === "rule" || kind === "advice";

const isTaken = (draft: FormDefinition, kind: NodeKind, into: string | undefined, key: string): boolean =>
  findNode(draft, addressIn(kind, into, key)) !== undefined;

/** A section or a group comes with questions of its own, whose keys must be free too. */
function repeatedQuestion(draft: FormDefinition): string | undefined {
  for (const kind of ["section", "question"] as const) {
    const seen = new Set<string>();
    for (const { key } of listsOf(draft, kind).flatMap(({ nodes }) => nodes)) {
      if (seen.has(key)) return key;
      seen.add(key);
    }
  }
  return undefined;
}

function placeAfter(nodes: readonly FormNode[], after: string | null): number | undefined {
  if (after === null) return 0;
  const index = nodes.findIndex(({ key }) => key === after);
  return index < 0 ? undefined : index + 1;
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === undefined || b === undefined ? a === b : canonicalJson(a as Json) === canonicalJson(b as Json);

function given(values: { from: unknown; to: unknown }): { from?: unknown; to?: unknown } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

const refused = (problem: EditProblem) => ({ ok: false, problem }) as const;
