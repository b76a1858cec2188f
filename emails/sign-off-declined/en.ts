import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Sign-off",
  title: "Your sign-off request was declined: please revise",
  preheader: "Once it is changed you can ask again.",
  lead: (p) => `${p.by} did not sign ${p.title}. Nothing was submitted, and the draft is kept.`,
  reason: "Reason:",
  button: "Change the application",
  then: "once it is changed, ask again on the page “Check before you submit”.",
  why: "You get this mail because you asked for this application to be signed.",
};
