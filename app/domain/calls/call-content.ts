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
  /** Codes of the calls of the same year that are filed with this one, each a strand of its form. */
  alsoTakes: z
    .array(z.string().regex(/^C\d{1,3}$/))
    .min(1)
    .optional(),
  /** Who it is for, one point each. */
  fit: z.array(localised).min(1),
  /** Who should look elsewhere, and where. */
  elsewhere: localised.optional(),
  /** The guideline itself, read from top to bottom. */
  guideline: z.array(z.object({ heading: localised, body: localised })).optional(),
  /** What each instrument does here, and its limit. */
  support: z.array(z.object({ instrument: z.enum(instruments), does: localised, limit: localised })).min(1),
  /** Limits in fen and percent that are shown beside it; null or empty where there is none. */
  amounts: z
    .object({
      minimumFen: z.int().nonnegative().nullable(),
      maximumFen: z.int().nonnegative().nullable(),
      budgetFen: z.int().nonnegative().nullable(),
      stakeCap: z.string(),
      projectCap: z.string(),
      matching: z.string(),
    })
    .optional(),
  eligibility: z
    .array(
      z.object({
        key: z.string(),
        question: localised,
        hint: localised.optional(),
        wanted: z.enum(["yes", "no"]),
        code: z.string(),
        explain: localised,
        /** Whether the other answer stands in the way (so it does when nothing is said) or is a case for the office. */
        consequence: z.enum(["bars", "ask"]).optional(),
      }),
    )
    .min(1),
  documents: z.object({ required: z.array(localised), conditional: z.array(localised) }),
  /** How many reviewers an application wants, in all and of each discipline. */
  reviewers: z
    .object({
      total: z.int().positive(),
      technology: z.int().nonnegative(),
      industry: z.int().nonnegative(),
      finance: z.int().nonnegative(),
      investment_legal: z.int().nonnegative(),
    })
    .optional(),
  /** The day on which results are to be published. */
  resultsOn: z.string().optional(),
  contact: z.object({ office: localised, phone: z.string(), hours: localised }),
});

export type CallContent = z.infer<typeof callContentSchema>;
