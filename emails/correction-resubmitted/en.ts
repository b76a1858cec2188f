import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Corrections received",
  title: "Corrections submitted: check them within 5 working days",
  preheader: (p) => `Round ${p.round}, ${p.count === 1 ? "1 point" : `${p.count} points`}.`,
  lead: (p) =>
    `The company submitted its corrections of round ${p.round}: ${p.count === 1 ? "1 point" : `${p.count} points`}. The changes are marked on the page.`,
  project: "Project",
  company: "Company",
  at: "Submitted",
  button: "Check the corrections",
  due: "answer the company within 5 working days.",
  why: "You get this mail because you are the officer of this application.",
};
