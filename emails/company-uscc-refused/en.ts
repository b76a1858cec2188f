import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Company record",
  title: "Your company's USCC could not be confirmed",
  preheader: "Please check the code and the licence.",
  lead: (p) =>
    `The Fund Office compared the code ${p.uscc} of “${p.company}” with the business licence and could not confirm it.`,
  reason: "Reason",
  button: "Open the company page",
  next: "Next: ",
  nextThen:
    "correct the code on the company page or upload the licence again, and the Fund Office checks once more. Your drafts are kept.",
  why: "You get this mail because you are an owner of this company.",
};
