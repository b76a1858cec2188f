import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Formal check",
  title: "Result of the formal check: not accepted",
  preheader: "The reason and what you can do are inside.",
  lead: (p) => `${p.title} did not pass the formal check and is not accepted.`,
  reason: "Reason",
  button: "See the result",
  then: "this application ends here and its contents are kept. Once the conditions are met you can apply in the next round.",
  question: "If you question the reason: ",
  questionThen: "contact the Fund Office and give the application number.",
  why: "You get this mail because you are a member of this company on the portal.",
};
