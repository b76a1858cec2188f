import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Review",
  title: (p) => `Please finish a review by ${p.by}`,
  preheader: "Sign the conflict declaration first; the application opens after it.",
  lead: (p) =>
    `The Fund Office ${p.again ? "again " : ""}asks you to review an application (${p.number}) in “${p.call}”.`,
  first:
    "First accept or decline, and sign the conflict declaration. The application and the score sheet open after that.",
  button: "Open the review",
  conflict: "If you have a conflict of interest: ",
  conflictThen:
    "say so in the declaration. The application stays closed and the Fund Office makes other arrangements.",
  noTime: "If you have no time: ",
  noTimeThen: "decline soon, so that somebody else can be asked.",
  why: "You get this mail because you are a reviewer. To keep things confidential it names neither company nor project.",
};
