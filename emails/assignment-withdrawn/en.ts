import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Review",
  title: "This review is no longer needed",
  preheader: "The Fund Office took the task back.",
  lead: (p) =>
    `The Fund Office took back the review of ${p.number} in “${p.call}”. There is nothing more for you to do, and the application is closed to you. Thank you for your time.`,
  button: "See your other reviews",
  why: "You get this mail because you had been asked to review this application.",
};
