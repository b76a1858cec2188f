import { z } from "zod";
import { countryCodes } from "#app/domain/shared/countries.ts";
import { currencyCodes } from "#app/domain/shared/currencies.ts";
import { expressionSchema } from "./expression.ts";

/** What distinguishes the types of question, shared by questions and table columns. */

export const key = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);
export const optionCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/);
const isoDate = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);

export const localTextSchema = z
  .strictObject({ zh: z.string().min(1), en: z.string().min(1) })
  .meta({ id: "text" });
export const optionSchema = z.strictObject({
  code: optionCode,
  label: localTextSchema,
  hint: localTextSchema.optional(),
});

/**
 * Code points after trimming; without `en`, the English limits are three times the Chinese ones. In words (see
 * word-count.ts), they are the same.
 */
const limits = z.strictObject({
  unit: z.enum(["words"]).optional(),
  zh: z.strictObject({ min: z.int().min(0).optional(), max: z.int().min(1) }),
  en: z.strictObject({ min: z.int().min(0).optional(), max: z.int().min(1) }).optional(),
});

const options = z.array(optionSchema).min(1).max(200);
const unit = localTextSchema.optional();
const countries = z.array(z.enum(countryCodes)).min(1).optional();

export const currencies = ["CNY", "USD", "HKD", "EUR"] as const;

export const textFormats = [
  "project_code",
  "uei",
  "ein",
  "pic",
  "eu_vat",
  "uk_company",
  "uk_postcode",
  "us_zip",
] as const;

export const kinds = {
  short_text: {
    type: z.literal("short_text"),
    limits,
    language: z.enum(["zh", "en"]).optional(),
    /** A known kind of number; one that looks wrong is asked about, never refused. */
    format: z.enum(textFormats).optional(),
  },
  long_text: {
    type: z.literal("long_text"),
    limits,
    language: z.enum(["zh", "en"]).optional(),
    rows: z.int().min(2).max(30).optional(),
  },
  integer: { type: z.literal("integer"), min: z.int().optional(), max: z.int().optional(), unit },
  decimal: {
    type: z.literal("decimal"),
    min: z.number().optional(),
    max: z.number().optional(),
    places: z.int().min(0).max(8),
    unit,
  },
  /** Typed in 万元, kept in fen; the bounds are in 万元. */
  money: {
    type: z.literal("money"),
    min: z.number().optional(),
    max: z.number().optional(),
    allowNegative: z.boolean().optional(),
    /** At this many 万元 a figure is asked about as perhaps 元. */
    likelyMax: z.number().optional(),
  },
  /** Money of a question may also be in another currency, with its equivalent in 万元 and the day of the rate. */
  currencies: { currencies: z.array(z.enum(currencies)).min(1).optional() },
  /**
   * Money of other countries, typed in the currency's own unit and kept in its smallest one; the bounds are as
   * typed. In several currencies the applicant picks one, and such amounts are never compared or added up.
   */
  amount: {
    type: z.literal("amount"),
    currencies: z.array(z.enum(currencyCodes)).min(1).max(20),
    min: z.number().optional(),
    max: z.number().optional(),
    allowNegative: z.boolean().optional(),
  },
  /** A figure on a scale, `from` to `to`, both included. */
  scale: {
    type: z.literal("scale"),
    from: z.int().min(0).max(1),
    to: z.int().min(2).max(10),
    /** What the two ends mean, or each step. */
    labels: z.array(localTextSchema).min(2).max(11).optional(),
  },
  percent: {
    type: z.literal("percent"),
    min: z.number().optional(),
    max: z.number().optional(),
    places: z.int().min(0).max(6).optional(),
  },
  date: {
    type: z.literal("date"),
    notBefore: z.union([isoDate, z.literal("today")]).optional(),
    notAfter: z.union([isoDate, z.literal("today")]).optional(),
  },
  month: { type: z.literal("month") },
  choice: { type: z.literal("choice"), options, display: z.enum(["radio", "select"]).optional() },
  multi_choice: {
    type: z.literal("multi_choice"),
    options,
    min: z.int().min(0).optional(),
    max: z.int().min(1).optional(),
    /** "None of these": may not be ticked together with others. */
    exclusive: optionCode.optional(),
  },
  yes_no: { type: z.literal("yes_no") },
  uscc: {
    type: z.literal("uscc"),
    /** First two characters that are accepted, such as 91 for applicants. */
    startsWith: z.array(z.string().length(2)).optional(),
    /** A file question: with a licence there, a failing check character is left to a person. */
    licenceIn: key.optional(),
  },
  /** Prefecture, county and the rest; see domain/shared/regions.ts. */
  address: {
    type: z.literal("address"),
    /** Six digits of the only province that is meant. */
    province: z
      .string()
      .regex(/^[0-9]{2}0000$/)
      .optional(),
    /** Prefecture and county are enough. */
    withoutDetail: z.boolean().optional(),
  },
  /** ISO 3166-1; all of them, or only those meant. */
  country: { type: z.literal("country"), countries },
  /** Two lines, place, region, postcode and country; beside it `address` is for addresses at home. */
  foreign_address: { type: z.literal("foreign_address"), countries },
  person: {
    type: z.literal("person"),
    contact: z.enum(["mobile", "email", "both", "either"]),
    titleOptional: z.boolean().optional(),
  },
  mobile: { type: z.literal("mobile") },
  email: { type: z.literal("email") },
  url: { type: z.literal("url") },
  postcode: { type: z.literal("postcode") },
  city: { type: z.literal("city"), options },
  gb4754: { type: z.literal("gb4754"), options },
  park: { type: z.literal("park"), options },
  /** Checked by the kind of right that another column of the row names. */
  ip_number: { type: z.literal("ip_number"), kindColumn: key },
  computed: {
    type: z.literal("computed"),
    result: z.enum(["money", "decimal", "percent", "integer", "text", "date", "yes_no", "choice"]),
    /** For `choice`: the codes the expression gives, in words. */
    options: options.optional(),
    places: z.int().min(0).max(8).optional(),
    unit,
    value: expressionSchema,
  },
};
