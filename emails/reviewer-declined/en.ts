import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Assignment",
  title: "A reviewer declined: please assign another",
  preheader: "Another reviewer is needed.",
  lead: (p) => `${p.reviewer} declined to review ${p.title}. Please assign another reviewer.`,
  reason: "Reason given",
  button: "Assign another reviewer",
  why: "You get this mail because you are the officer of this application.",
};
