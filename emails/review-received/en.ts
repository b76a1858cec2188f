import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Receipt",
  title: "Your review has arrived: thank you",
  lead: (p) =>
    `Your review of ${p.number} was submitted on ${p.at}. Thank you for your time and your judgement.`,
  remaining: (p) =>
    p.remaining === 0
      ? "You have no other reviews to do."
      : `You have ${p.remaining === 1 ? "1 more review" : `${p.remaining} more reviews`} to do.`,
  button: "Open your reviews",
  why: "You get this mail because you submitted a review.",
};
