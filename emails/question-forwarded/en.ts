import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Question",
  title: (p) => `Please answer a question by ${p.by}`,
  preheader: "Question and answer are on the record of your application.",
  lead: (p) =>
    `The review of ${p.title} raised a question for you. The Fund Office puts it to you and passes your answer on to all reviewers.`,
  confidential: "To keep things confidential this mail does not give the question.",
  button: "Answer the question",
  then: "the Fund Office passes your answer on to all reviewers. What you submitted stays as it is.",
  late: "it can no longer be answered; reviewers go by what they have.",
  why: "You get this mail because you are an owner or editor of this company. Either may answer.",
};
