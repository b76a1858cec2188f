import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Account security",
  title: (p) => `Your password was changed on ${p.at}`,
  preheader: "If it was not you, reset it now.",
  lead: (p) => `The password of your account was changed on ${p.at}.`,
  button: "Reset the password",
  you: "It was you: ",
  youThen: "nothing to do.",
  notYou: "It was not you: ",
  notYouThen: "reset the password now with the button above, then tell the Fund Office.",
  why: "This is a security notice of your account and cannot be switched off.",
};
