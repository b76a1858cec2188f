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
    "check the code and the licence. If the code was mistyped, set up the company again with the right one; if you believe it is right, contact the Fund Office. Your drafts are kept.",
  why: "You get this mail because you are an owner of this company.",
};
