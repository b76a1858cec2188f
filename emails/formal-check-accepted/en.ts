import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Acceptance",
  title: "Your application passed the formal check",
  preheader: "Expert review comes next; there is nothing for you to do.",
  lead: (p) => `${p.title} passed the formal check, is accepted and now goes to expert review.`,
  button: "See where it stands",
  then: "experts review it and confer, and the Fund Office tells you what follows. The names of the experts are not published.",
  you: "What you have to do: ",
  youThen: "nothing. We write again when there is a result.",
  why: "You get this mail because you are a member of this company on the portal.",
};
