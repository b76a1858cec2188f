import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Change of address",
  title: (p) => `Confirm your new e-mail address by ${p.by}`,
  preheader: "After that you sign in and get mail with the new address.",
  lead: "You asked to use this address for your account. Press the button to confirm; from then on you sign in and get mail with it. Until then the old address stays in use.",
  button: "Confirm the new address",
  validUntil: "Link works until: ",
  notYou: "It was not you: ",
  notYouThen: "do nothing. Without confirmation nothing changes.",
  why: "You get this mail because somebody gave this address as a new one.",
};
