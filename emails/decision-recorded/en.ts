import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "To be released",
  title: "A decision is waiting for you to check and release it",
  preheader: "The company sees nothing before it is released.",
  lead: "A decision of the investment committee has been recorded. Compare it with the minutes, preview the letter, and release it if all is right.",
  number: "Number",
  call: "Call",
  meeting: "Meeting",
  button: "Check and release",
  then: "once released, the company sees the result and the letter goes out. Until then it is embargoed.",
  why: "You get this mail because you may release decisions. It does not say what was decided.",
};
