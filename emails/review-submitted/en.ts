import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Review progress",
  title: (p) => `A review came in: ${p.submitted} of ${p.assigned}`,
  titleAll: (p) => `All reviews are in: ${p.submitted} of ${p.assigned}`,
  preheader: "Read scores and comments on the portal.",
  lead: (p) => `A review of ${p.title} came in: ${p.submitted} of ${p.assigned} reviewers have submitted.`,
  leadAll: (p) => `All ${p.assigned} reviews of ${p.title} are in. You can close the scoring.`,
  button: "Open the application",
  why: "You get this mail because you are the officer of this application. It never carries scores.",
};
