import type { zh } from "./zh.ts";

const points = (count: number) => (count === 1 ? "the one point" : `all ${count} points`);
const are = (count: number) => (count === 1 ? "is" : "are");

export const en: typeof zh = {
  kind: "Correction",
  title: (p) => `Your correction is due ${p.at}`,
  preheader: (p) =>
    p.open === 0
      ? "Everything is changed or explained, but it is not returned yet."
      : `${p.open} of ${p.count} ${are(p.open)} neither changed nor explained yet.`,
  lead: (p) =>
    `The corrections of round ${p.round} to ${p.title} are not returned yet. ${p.days === 1 ? "One working day is" : `${p.days} working days are`} left.`,
  state: (p) =>
    p.open === 0
      ? `You have changed or explained ${points(p.count)}: an owner declares and returns it.`
      : `Of ${p.count} ${p.count === 1 ? "point" : "points"}, ${p.open} ${are(p.open)} neither changed nor explained.`,
  button: "Make the corrections",
  then: "we answer within 5 working days of your corrections.",
  late: "the application is not accepted as it stands; you can apply in the next round.",
  why: "You get this mail because you are an owner or editor of this company. An owner submits the corrections.",
};
