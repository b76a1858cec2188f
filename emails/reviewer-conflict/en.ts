import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Recusal",
  title: "A reviewer declared a conflict: please assign another",
  preheader: "The application stayed closed to this reviewer.",
  lead: (p) =>
    `${p.reviewer} declared a conflict of interest on ${p.title} and no longer reviews it. The application stayed closed to this reviewer.`,
  button: "See the declaration and assign",
  next: "Next: ",
  nextThen: "rule on the conflict and assign another reviewer.",
  why: "You get this mail because you are the officer of this application.",
};
