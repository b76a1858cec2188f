import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Review",
  title: (p) => `Please finish ${p.count} ${p.count === 1 ? "review" : "reviews"} by ${p.by}`,
  preheader: "Sign the conflict declaration of each first; the application opens after it.",
  lead: (p) =>
    `The Fund Office asks you to review ${p.count} ${p.count === 1 ? "application" : "applications"} in “${p.call}”.`,
  first:
    "They are in your list of reviews. Accept or decline each first, and sign the conflict declaration. The application and the score sheet open after that.",
  button: "Open my reviews",
  conflict: "If you have a conflict of interest: ",
  conflictThen:
    "say so in the declaration. That application stays closed and the Fund Office makes other arrangements.",
  noTime: "If you have no time: ",
  noTimeThen: "decline soon, one by one, so that somebody else can be asked.",
  why: "You get this mail because you are a reviewer. To keep things confidential it names neither companies nor projects.",
};
