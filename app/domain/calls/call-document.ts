import { z } from "zod";
import { standardScoringRules as usual } from "../shared/standard-scoring-rules.ts";
import { type CallContent, instruments } from "./call-content.ts";

/**
 * A call as it is written: everything of it that is not its form, in groups that are saved one at a time. Texts may
 * be empty while somebody writes; `callProblems` says what still keeps it from being published.
 */
const text = z.object({ zh: z.string(), en: z.string() });
const fen = z.int().nonnegative().nullable();

export const callDocumentSchema = z.strictObject({
  about: z.strictObject({
    ...{ title: text, measure: text, summary: text, fit: z.array(text), elsewhere: text },
    /** Codes of the calls that are filed with this one, comma between. */
    alsoTakes: z.string().default(""),
  }),
  guideline: z.strictObject({ sections: z.array(z.strictObject({ heading: text, body: text })) }),
  support: z.strictObject({
    ways: z.array(z.strictObject({ instrument: z.enum(["", ...instruments]), does: text, limit: text })),
    /** Of what one application may ask for. */
    minimumFen: fen,
    maximumFen: fen,
    budgetFen: fen,
    /** Percentages as decimal text; empty where there is none. */
    stakeCap: z.string(),
    projectCap: z.string(),
    matching: z.string(),
  }),
  eligibility: z.strictObject({
    questions: z.array(
      z.strictObject({
        key: z.string(),
        question: text,
        hint: text,
        wanted: z.enum(["yes", "no"]),
        code: z.string(),
        explain: text,
        consequence: z.enum(["bars", "ask"]),
      }),
    ),
  }),
  documents: z.strictObject({ required: z.array(text), conditional: z.array(text) }),
  rubric: z.strictObject({
    title: text,
    criteria: z.array(
      z.strictObject({
        key: z.string(),
        name: text,
        guidance: text,
        weight: z.string(),
        /** Of its own; empty where the common one holds. */
        floor: z.string().default(""),
        /** Keys of form sections, comma between. */
        evidence: z.string(),
      }),
    ),
    anchors: z.array(text).length(6),
    shortlist: z.string(),
    reserve: z.string(),
    /** No mean of a criterion without a floor of its own may be under it. */
    criterionMean: z.string(),
    tieBreak: z.string(),
    /** Scores this low or lower, or this high or higher, want a comment. What drafts of before do not say is as usual. */
    commentLow: z.string().default(usual.comments.low),
    commentHigh: z.string().default(usual.comments.high),
    commentMinimum: z.string().default(String(usual.comments.minimum)),
    overallMinimum: z.string().default(String(usual.comments.overallMinimum)),
    commentMaximum: z.string().default(String(usual.comments.maximum)),
    /** Points between sheets, and sheets advising against each other, that call for deliberation. */
    spread: z.string().default(usual.moderation.spread),
    opposedAdvice: z.string().default(String(usual.moderation.opposedAdvice)),
  }),
  reviewers: z.strictObject({
    total: z.string(),
    technology: z.string(),
    industry: z.string(),
    finance: z.string(),
    investment_legal: z.string(),
  }),
  contact: z.strictObject({ office: text, phone: z.string(), hours: text }),
  /** Beijing wall clock, `2027-01-15T17:00`, and a day; empty while not announced. */
  times: z.strictObject({ opensAt: z.string(), closesAt: z.string(), resultsOn: z.string() }),
});

export type CallDocument = z.infer<typeof callDocumentSchema>;
export type CallGroup = keyof CallDocument;
export type DraftRubric = CallDocument["rubric"];

/** In the order a call is written in. */
export const callGroups = Object.keys(callDocumentSchema.shape) as CallGroup[];

export const isCallGroup = (key: string): key is CallGroup => (callGroups as string[]).includes(key);

/** Groups of which nothing changes once the call is open; of the others the texts may still be corrected. */
export const frozenGroups: readonly CallGroup[] = ["rubric", "reviewers", "times"];

export const emptyText = { zh: "", en: "" };

/** `C3, C4` as codes, whatever stands between them. */
export const takenCodes = (list: string): string[] =>
  list
    .toUpperCase()
    .split(/[\s,，、]+/)
    .filter((code) => code !== "");

/** What the public page and the applicant's pages read, out of a document without problems. */
export function contentOf(document: CallDocument): CallContent {
  const { about, guideline, support, eligibility, documents, reviewers, contact, times } = document;
  const { ways, ...amounts } = support;
  const given = <T extends { zh: string }>(value: T): T | undefined => (value.zh === "" ? undefined : value);
  const taken = takenCodes(about.alsoTakes);
  return {
    measure: about.measure,
    summary: about.summary,
    instruments: ways.map(({ instrument }) => instrument as (typeof instruments)[number]),
    ...(taken.length > 0 && { alsoTakes: taken }),
    fit: about.fit,
    ...(given(about.elsewhere) && { elsewhere: about.elsewhere }),
    ...(guideline.sections.length > 0 && { guideline: guideline.sections }),
    support: ways.map((way) => ({ ...way, instrument: way.instrument as (typeof instruments)[number] })),
    amounts,
    eligibility: eligibility.questions.map(({ hint, ...question }) => ({
      ...question,
      ...(given(hint) && { hint }),
    })),
    documents,
    reviewers: {
      total: Number(reviewers.total),
      technology: Number(reviewers.technology),
      industry: Number(reviewers.industry),
      finance: Number(reviewers.finance),
      investment_legal: Number(reviewers.investment_legal),
    },
    contact,
    ...(times.resultsOn !== "" && { resultsOn: times.resultsOn }),
  };
}
