import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Your work",
  title: "An application is now yours to handle",
  preheader: "You will hear of its corrections, reviews and refusals.",
  lead: "You are now the officer of this application. You will hear of its corrections, reviews and refusals.",
  project: "Project",
  company: "Company",
  call: "Call",
  button: "Open the application",
  why: "You get this mail because you are the officer of this application.",
};
