import { z } from "zod";

export const nodeKinds = ["part", "section", "group", "question", "column", "rule", "advice"] as const;
export type NodeKind = (typeof nodeKinds)[number];

const name = z.string().min(1).max(130);
const property = z.string().regex(/^[a-zA-Z]{1,40}$/);

/**
 * A node by its own key. Groups, rules and advice are named within their section and columns within their table:
 * `in` says which; parts, sections and questions are named once in the whole form.
 */
export const nodeAddressSchema = z.strictObject({
  kind: z.enum(nodeKinds),
  in: name.optional(),
  key: name,
});
export type NodeAddress = z.infer<typeof nodeAddressSchema>;

/** The form, or what holds nodes: a part, a section, `section/group`, a table. Absent for the form itself. */
const holder = name.optional();
/** The key of the sibling before; null stands for the first place. */
const after = name.nullable();

/**
 * One small change to a definition, addressed by keys so that it still means the same after somebody else's
 * change. Every operation says what it saw (`from`, `node`), so that the same thing changed twice is noticed.
 */
export const editOperationSchema = z.discriminatedUnion("op", [
  z.strictObject({
    op: z.literal("set"),
    /** Absent for the form itself. */
    at: nodeAddressSchema.optional(),
    property,
    /** Absent where there was, or shall be, nothing. */
    from: z.unknown().optional(),
    to: z.unknown().optional(),
  }),
  z.strictObject({
    op: z.literal("insert"),
    kind: z.enum(nodeKinds),
    into: holder,
    after,
    node: z.unknown(),
  }),
  z.strictObject({ op: z.literal("remove"), at: nodeAddressSchema, node: z.unknown() }),
  z.strictObject({ op: z.literal("move"), at: nodeAddressSchema, into: holder, after }),
  /** Another node of the same kind and key in place of one, such as a question of another type. */
  z.strictObject({ op: z.literal("exchange"), at: nodeAddressSchema, from: z.unknown(), to: z.unknown() }),
  /** Another definition in place of the whole; the code and the number stay. */
  z.strictObject({ op: z.literal("replace"), from: z.unknown(), to: z.unknown() }),
]);
export type EditOperation = z.infer<typeof editOperationSchema>;

export type EditProblem =
  /** The node, its new holder or the sibling it shall follow is not there (any more). */
  | { code: "missing"; key: string }
  | { code: "key_taken"; key: string }
  /** Somebody changed it since it was shown; `now` is what stands there, absent for nothing. */
  | { code: "changed"; now?: unknown }
  /** Every holder keeps one node at least. */
  | { code: "last_one" }
  /** Not what the definition language allows there. */
  | { code: "shape"; path: string };

export type EditResult<T> =
  { ok: true; definition: T; inverse: EditOperation } | { ok: false; problem: EditProblem };
