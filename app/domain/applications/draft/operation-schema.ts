import { z } from "zod";

const value = z.union([z.string(), z.array(z.string())]);
const name = z.string().min(1).max(60);

const common = {
  /** `sequenceOf` reads the number behind the dot. */
  opId: z.string().regex(/^[A-Za-z0-9-]{8,64}(?:\.\d{1,9})?$/),
  baseVersion: z.int().min(0).default(0),
};

const operation = z.discriminatedUnion("kind", [
  z.object({ ...common, kind: z.literal("set"), path: z.string().min(1).max(200), value }),
  z.object({
    ...common,
    kind: z.literal("add_row"),
    table: name,
    rowId: name,
    after: z
      .string()
      .max(60)
      .nullish()
      .transform((after) => after ?? undefined),
  }),
  z.object({ ...common, kind: z.literal("remove_row"), table: name, rowId: name }),
  z.object({ ...common, kind: z.literal("order_rows"), table: name, rowIds: z.array(name).max(300) }),
]);

/** What a browser sends to save what was typed. */
export const autosaveSchema = z.object({
  section: name,
  /** Who was signed in when the page was opened: somebody else's session must not speak for them. */
  person: z.string().max(60),
  operations: z.array(operation).max(400),
  /** Ask for the section's open points as well. */
  check: z.boolean().optional(),
  /** Which sign-in's key the page encrypts for: after another sign-in it is told the new one. */
  keyId: z.string().max(40).optional(),
});

export type Autosave = z.infer<typeof autosaveSchema>;
