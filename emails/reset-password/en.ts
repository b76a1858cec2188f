import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Password reset",
  title: (p) => `Reset your password by ${p.by}`,
  preheader: "The link works once.",
  lead: "Somebody asked to reset the password of your account. If it was you, press the button and choose a new one. The link works once.",
  button: "Reset the password",
  validUntil: "Link works until: ",
  notYou: "It was not you: ",
  notYouThen: "do nothing. Your password is unchanged.",
  why: "You get this mail because somebody gave this address to reset a password.",
};
