import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Question",
  title: (p) =>
    p.stage === "asked" ? "A reviewer has a question for the company" : "The company answered a question",
  preheader: (p) =>
    p.stage === "asked" ? "You read it before the company does." : "You pass it on to all reviewers.",
  lead: (p) =>
    p.stage === "asked"
      ? `A reviewer asked a question about ${p.title}. Put it to the company in your own words, or say why you do not.`
      : `The company answered the question about ${p.title}. Once you pass it on, all reviewers see question and answer at the same time.`,
  button: "Open the question",
  confidential:
    "To keep things confidential this mail gives neither question nor answer, nor the reviewer’s name.",
  why: "You get this mail because you are the officer of this application.",
};
