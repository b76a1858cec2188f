import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Decision",
  title: "Decision of the investment committee: not approved",
  preheader: "The reason and what you can do are inside.",
  lead: (p) => `The investment committee did not approve ${p.title} of “${p.company}”.`,
  reason: "Reason",
  number: "Number",
  meeting: "Meeting",
  thanks: "Thank you for the work you put into this application.",
  button: "See the decision",
  then: "this application ends here and its contents are kept. If circumstances change you can apply in the next round.",
  question: "If you question the result: ",
  questionThen: "contact the Fund Office and give the application number.",
  why: "You get this mail because you are a member of this company on the portal.",
};
