import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Formal check",
  title: "The time for corrections has passed: not accepted",
  preheader: "No corrections arrived in time.",
  lead: (p) =>
    `${p.title} is not accepted: the corrections of round ${p.round} were due on ${p.dueAt}, and none had arrived by then.`,
  button: "See this application",
  then: "this application ends here and its contents are kept. You can apply in the next round.",
  question: "If you think this is a mistake: ",
  questionThen: "contact the Fund Office and give the application number.",
  why: "You get this mail because you are a member of this company on the portal.",
};
