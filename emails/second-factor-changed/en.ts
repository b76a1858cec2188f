import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Account security",
  title: {
    added: (p) => `Two-step sign-in was switched on: ${p.at}`,
    removed: (p) => `Two-step sign-in was switched off: ${p.at}`,
    recovery_codes_renewed: (p) => `Your recovery codes were replaced: ${p.at}`,
    recovery_code_used: (p) => `A recovery code was used: ${p.at}`,
  },
  preheader: "If it was not you, reset your password now.",
  lead: {
    added: (p) =>
      `Two-step sign-in was switched on for your account on ${p.at}. From now on you also enter the six digits of your authenticator.`,
    removed: (p) =>
      `Two-step sign-in was switched off for your account on ${p.at}. From now on the password alone is enough.`,
    recovery_codes_renewed: (p) =>
      `The recovery codes of your account were replaced on ${p.at}. The earlier ones no longer work.`,
    recovery_code_used: (p) =>
      `Somebody signed in to your account with a recovery code on ${p.at}. That code no longer works.`,
  },
  button: "See your sign-in settings",
  you: "It was you: ",
  youThen: "nothing to do.",
  notYou: "It was not you: ",
  notYouThen:
    "reset your password now with “Forgotten password” on the sign-in page, then tell the Fund Office.",
  why: "This is a security notice of your account and cannot be switched off.",
};
