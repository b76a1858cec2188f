import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Company record",
  title: "Your company's USCC is confirmed",
  preheader: "You can go on with your application; nothing else to do.",
  lead: (p) =>
    `The Fund Office compared the code ${p.uscc} of “${p.company}” with the business licence and confirmed it.`,
  button: "Open the company page",
  next: "Next: ",
  nextThen: "go on with your application. There is nothing else to do.",
  why: "You get this mail because you are an owner of this company.",
};
