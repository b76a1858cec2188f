import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Correction lapsed",
  title: "No corrections came in time: not accepted",
  preheader: (p) => `The company did not submit the corrections of round ${p.round}.`,
  lead: (p) =>
    `The corrections of round ${p.round} were due on ${p.dueAt}, and the company had not submitted them by then. The application is now not accepted, and the company has been told.`,
  project: "Project",
  company: "Company",
  points: "Asked for",
  pointsOf: (p) => {
    const points = p.items === 1 ? "1 point" : `${p.items} points`;
    return p.open === 0 ? `${points}, all answered but not submitted` : `${points}, ${p.open} not answered`;
  },
  button: "Open the application",
  then: "there is nothing for you to do. The company can apply in the next round.",
  why: "You get this mail because you are the officer of this application. While it has none, every officer gets it.",
};
