import { z } from "zod";

/** What an owner sends to submit. The declarations are the form's own and are read beside it. */
export const signForm = z.object({
  name: z.string({ error: "name_missing" }).trim().min(1, "name_missing").max(80, "name_long"),
  key: z.string().regex(/^[0-9a-f-]{36}$/),
  seen: z.string().max(200).default(""),
});
