import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Sign-off",
  title: "A colleague asks you to sign and submit the application",
  titleCorrection: "A colleague asks you to sign and return the correction",
  preheader: "Only an owner of the company can sign and submit.",
  lead: (p) =>
    `${p.by} has prepared ${p.title}. Please read it through, make the declarations and submit it.`,
  leadCorrection: (p) =>
    `${p.by} has corrected ${p.title} as asked. Please read it through, make the declarations and return it.`,
  missing: (p) =>
    p.count === 1
      ? "When this was asked, 1 required answer was still open."
      : `When this was asked, ${p.count} required answers were still open.`,
  note: "Note:",
  button: "Read and sign",
  afterwards:
    "if something has to change first, decline on the same page and say why; your colleague is told.",
  why: "You get this mail because you are an owner of this company.",
};
