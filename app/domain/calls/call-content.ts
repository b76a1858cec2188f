import { z } from "zod";

/** What a call says of itself besides its form and rubric; kept as data with the call, in both languages. */

export const instruments = ["direct_equity", "sub_fund", "listing", "bank"] as const;
export type Instrument = (typeof instruments)[number];

const localised = z.object({ zh: z.string().min(1), en: z.string().min(1) });

export const callContentSchema = z.object({
  /** The measure of the 2021 guidelines this call carries out. */
  measure: localised,
  /** One sentence under the title. */
  summary: localised,
  instruments: z.array(z.enum(instruments)).min(1),
  /** Who it is for, one point each. */
  fit: z.array(localised).min(1),
  /** Who should look elsewhere, and where. */
  elsewhere: localised.optional(),
  /** What each instrument does here, and its limit. */
  support: z.array(z.object({ instrument: z.enum(instruments), does: localised, limit: localised })).min(1),
  eligibility: z
    .array(
      z.object({
        key: z.string(),
        question: localised,
        hint: localised.optional(),
        wanted: z.enum(["yes", "no"]),
        code: z.string(),
        explain: localised,
      }),
    )
    .min(1),
  documents: z.object({ required: z.array(localised), conditional: z.array(localised) }),
  contact: z.object({ office: localised, phone: z.string(), hours: localised }),
});

export type CallContent = z.infer<typeof callContentSchema>;
