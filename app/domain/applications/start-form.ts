import { z } from "zod";

/** Beginning an application: for which call, in which company's name. */
export const startForm = z.object({
  company: z.string({ error: "choose_company" }).min(1, "choose_company"),
  /** An earlier application of the company to take answers from. */
  from: z.string().max(60).optional(),
});
