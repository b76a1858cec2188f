import type { zh } from "./zh.ts";

const left = (days: number) => {
  if (days === 0) return "Closes today";
  return days === 1 ? "1 day left" : `${days} days left`;
};
const answers = (missing: number) =>
  missing === 1 ? "1 required answer is" : `${missing} required answers are`;

export const en: typeof zh = {
  kind: "Reminder",
  title: (p) => `${left(p.days)}: submit your application by ${p.at}`,
  preheader: (p) =>
    p.missing === 0
      ? "All required answers are there; not submitted yet."
      : `${answers(p.missing)} still missing.`,
  lead: (p) => `${p.title} (${p.call}) has not been submitted. It is still a draft.`,
  missing: (p) =>
    p.missing === 0
      ? "All required answers are there. An owner of the company can now check, sign and submit it."
      : `${answers(p.missing)} still missing. After that an owner of the company checks, signs and submits it.`,
  button: "Go on with the application",
  late: "the portal no longer accepts it; the draft is kept.",
  why: "You get this mail because you are an owner or editor of this company. Reminders stop once you submit.",
};
