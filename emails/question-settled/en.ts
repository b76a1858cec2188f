import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Question",
  title: (p) =>
    p.outcome === "answered"
      ? "The company’s answer to a question is here"
      : "Your question was not put to the company",
  preheader: (p) =>
    p.outcome === "answered"
      ? "All reviewers of this application get it at the same time."
      : "The reason is on the page of the question.",
  lead: (p) =>
    p.outcome === "answered"
      ? `A question about the application you review (${p.number}) in “${p.call}” was answered by the company. All its reviewers have the answer now.`
      : `The Fund Office did not put your question about the application (${p.number}) in “${p.call}” to the company, and says why.`,
  where: "Open the review and look under “Ask the company”.",
  button: "Open your reviews",
  why: "You get this mail because you review this application. To keep things confidential it names neither company nor project, question nor answer.",
};
