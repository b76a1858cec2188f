import type { zh } from "./zh.ts";

const points = (count: number) => (count === 1 ? "1 point" : `${count} points`);

export const en: typeof zh = {
  kind: "Correction",
  title: (p) => `Correct ${points(p.count)} by ${p.by}`,
  preheader: (p) =>
    `All ${p.count === 1 ? "that is needed is" : `${p.count} points are`} listed inside; the rest is in order.`,
  lead: (p) =>
    `The formal check of your company's application ${p.title} is done. ${p.count === 1 ? "One point needs" : `The following ${p.count} points need`} your attention; everything else is in order.`,
  whole: "The application as a whole",
  wanted: (p) => `What we need: ${p.wanted}`,
  button: "Make the corrections",
  then: "we answer within 5 working days of your corrections.",
  late: "the application is not accepted as it stands; you can apply in the next round.",
  round: "Round: ",
  roundValue: (p) => `${p.round} of at most two.`,
  why: "You get this mail because you are an owner or editor of this company. An owner submits the corrections.",
};
