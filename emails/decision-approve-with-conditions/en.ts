import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Decision",
  title: "Decision of the investment committee: approved with conditions",
  preheader: "The conditions are listed inside.",
  lead: (p) =>
    `The investment committee approved ${p.title} of “${p.company}” with conditions. They must be met before the agreements are signed.`,
  conditions: "Conditions",
  number: "Number",
  meeting: "Meeting",
  amount: "Amount approved",
  button: "See the decision and its conditions",
  you: "What you have to do: ",
  youThen:
    "prepare each condition and tell the Fund Office when it is met. If one cannot be met or needs a change, say so early.",
  then: "public notice for 5 working days. If nobody objects and the conditions are met, the Fund Office contacts you about the agreements.",
  note: "Please understand: ",
  noteText: "the fund is planned. This letter is not a commitment to pay; the signed agreement prevails.",
  why: "You get this mail because you are a member of this company on the portal.",
};
