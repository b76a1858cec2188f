import { instruments } from "./call-content.ts";
import type { CallGroup } from "./call-document.ts";

/** How each group of a call is written on a page; the shapes are those of `callDocumentSchema`. */
export type CallField =
  /** A text in both languages, on one line or as prose; `optional` may stay empty in both. */
  | { as: "text" | "prose"; key: string; optional?: boolean }
  /** One text for both languages. */
  | { as: "plain"; key: string; optional?: boolean }
  /** A whole number up to 999, or to another most, kept as it was typed. */
  | { as: "count"; key: string; most?: number }
  /** A decimal from 0 to 100, or to another most, kept as it was typed. */
  | { as: "decimal"; key: string; optional?: boolean; most?: number }
  /** 万元 on the page, fen in the document. */
  | { as: "money"; key: string }
  | { as: "choice"; key: string; options: readonly string[] }
  /** Beijing wall clock, and a day. */
  | { as: "moment" | "day"; key: string }
  /** Given when the row is made and never shown. */
  | { as: "key"; key: string }
  /** A list of texts. */
  | { as: "texts"; key: string; fixed?: boolean }
  | { as: "rows"; key: string; fields: readonly CallField[] };

/** Reasons of the formal check that a question can foreshadow (domain.md §5.3). */
export const gateCodes = Array.from({ length: 14 }, (_, index) => `F${String(index + 1).padStart(2, "0")}`);

export const callFields: Readonly<Record<CallGroup, readonly CallField[]>> = {
  about: [
    { as: "text", key: "title" },
    { as: "prose", key: "summary" },
    { as: "prose", key: "measure" },
    { as: "texts", key: "fit" },
    { as: "prose", key: "elsewhere", optional: true },
    { as: "plain", key: "alsoTakes", optional: true },
  ],
  guideline: [
    {
      as: "rows",
      key: "sections",
      fields: [
        { as: "text", key: "heading" },
        { as: "prose", key: "body" },
      ],
    },
  ],
  support: [
    {
      as: "rows",
      key: "ways",
      fields: [
        { as: "choice", key: "instrument", options: instruments },
        { as: "prose", key: "does" },
        { as: "prose", key: "limit" },
      ],
    },
    { as: "money", key: "minimumFen" },
    { as: "money", key: "maximumFen" },
    { as: "money", key: "budgetFen" },
    { as: "decimal", key: "stakeCap", optional: true },
    { as: "decimal", key: "projectCap", optional: true },
    { as: "decimal", key: "matching", optional: true },
  ],
  eligibility: [
    {
      as: "rows",
      key: "questions",
      fields: [
        { as: "key", key: "key" },
        { as: "prose", key: "question" },
        { as: "prose", key: "hint", optional: true },
        { as: "choice", key: "wanted", options: ["yes", "no"] },
        { as: "prose", key: "explain" },
        { as: "choice", key: "consequence", options: ["bars", "ask"] },
        { as: "choice", key: "code", options: gateCodes },
      ],
    },
  ],
  documents: [
    { as: "texts", key: "required" },
    { as: "texts", key: "conditional" },
  ],
  rubric: [
    { as: "text", key: "title" },
    {
      as: "rows",
      key: "criteria",
      fields: [
        { as: "plain", key: "key" },
        { as: "count", key: "weight" },
        { as: "decimal", key: "floor", optional: true, most: 5 },
        { as: "text", key: "name" },
        { as: "prose", key: "guidance" },
        { as: "plain", key: "evidence", optional: true },
      ],
    },
    { as: "decimal", key: "criterionMean", most: 5 },
    { as: "decimal", key: "shortlist" },
    { as: "decimal", key: "reserve" },
    { as: "decimal", key: "commentLow", most: 5 },
    { as: "decimal", key: "commentHigh", most: 5 },
    { as: "count", key: "commentMinimum", most: 3000 },
    { as: "count", key: "overallMinimum", most: 3000 },
    { as: "count", key: "commentMaximum", most: 3000 },
    { as: "decimal", key: "spread" },
    { as: "count", key: "opposedAdvice" },
    { as: "plain", key: "tieBreak", optional: true },
    { as: "texts", key: "anchors", fixed: true },
  ],
  reviewers: [
    { as: "count", key: "total" },
    { as: "count", key: "technology" },
    { as: "count", key: "industry" },
    { as: "count", key: "finance" },
    { as: "count", key: "investment_legal" },
  ],
  contact: [
    { as: "text", key: "office" },
    { as: "plain", key: "phone" },
    { as: "text", key: "hours" },
  ],
  times: [
    { as: "moment", key: "opensAt" },
    { as: "moment", key: "closesAt" },
    { as: "day", key: "resultsOn" },
  ],
};
