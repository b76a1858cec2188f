import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Closing time",
  title: (p) => `The call now closes on ${p.at}`,
  preheader: "Everything you entered is there; submitted applications stand.",
  lead: (p) => `The closing time of “${p.call}” has changed.`,
  before: "Before",
  now: "Now",
  reason: "Why",
  button: "Open my applications",
  draft: "Not submitted yet: ",
  draftThen: "submit before the new closing time. Everything you entered is there.",
  submitted: "Already submitted: ",
  submittedThen:
    "your application stands and there is nothing to do. You may also change it and submit again before closing.",
  why: "You get this mail because your company has an application in this call.",
};
