import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Decision",
  title: "Decision of the investment committee: approved",
  preheader: "Public notice and the agreements come next.",
  lead: (p) => `The investment committee approved ${p.title} of “${p.company}”.`,
  number: "Number",
  meeting: "Meeting",
  amount: "Amount approved",
  button: "See the decision and what follows",
  then: "public notice for 5 working days. If nobody objects, the Fund Office contacts you about the agreements.",
  note: "Please understand: ",
  noteText: "the fund is planned. This letter is not a commitment to pay; the signed agreement prevails.",
  why: "You get this mail because you are a member of this company on the portal.",
};
