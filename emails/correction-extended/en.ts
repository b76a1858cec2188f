import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Correction",
  title: (p) => `Your correction is now due ${p.at}`,
  preheader: "What is to be corrected has not changed, and everything you did is there.",
  lead: (p) => `There is more time for the corrections of round ${p.round} to ${p.title}.`,
  before: "Before",
  now: "Now",
  reason: "Why",
  button: "Make the corrections",
  then: "return your corrections before the new time; we answer within 5 working days of them.",
  late: "the application is not accepted as it stands; you can apply in the next round.",
  why: "You get this mail because you are an owner or editor of this company. An owner submits the corrections.",
};
