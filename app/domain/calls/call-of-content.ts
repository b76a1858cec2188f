import { toBeijingIso } from "../shared/beijing-time.ts";
import type { Localised } from "../shared/localised.ts";
import type { CallContent } from "./call-content.ts";
import { type CallDocument, type DraftRubric, emptyText } from "./call-document.ts";
import { wantedReviewers } from "./wanted-reviewers.ts";

interface StandingCall {
  title: Localised;
  content: CallContent;
  rubric: DraftRubric;
  opensAt: string | null;
  closesAt: string | null;
}

/** A call as it stands, as the document its next draft begins with. */
export function documentOfCall({ title, content, rubric, opensAt, closesAt }: StandingCall): CallDocument {
  const noAmounts = {
    ...{ minimumFen: null, maximumFen: null, budgetFen: null },
    ...{ stakeCap: "", projectCap: "", matching: "" },
  };
  const { total, technology, industry, finance, investment_legal } = wantedReviewers(content);
  return {
    about: {
      title: { ...title },
      measure: content.measure,
      summary: content.summary,
      fit: content.fit,
      elsewhere: content.elsewhere ?? emptyText,
      alsoTakes: (content.alsoTakes ?? []).join(", "),
    },
    guideline: { sections: content.guideline ?? [] },
    support: { ways: content.support, ...(content.amounts ?? noAmounts) },
    eligibility: {
      questions: content.eligibility.map((question) => ({
        ...question,
        hint: question.hint ?? emptyText,
        consequence: question.consequence ?? "bars",
      })),
    },
    documents: content.documents,
    rubric,
    reviewers: {
      total: String(total),
      technology: String(technology),
      industry: String(industry),
      finance: String(finance),
      investment_legal: String(investment_legal),
    },
    contact: content.contact,
    times: {
      opensAt: opensAt ? wallClock(opensAt) : "",
      closesAt: closesAt ? wallClock(closesAt) : "",
      resultsOn: content.resultsOn ?? "",
    },
  };
}

/** `2027-01-15T17:00` on a clock in Beijing. */
export const wallClock = (at: string): string => toBeijingIso(at).slice(0, 16);
