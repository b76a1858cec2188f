import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Account",
  title: "You already have an account: just sign in",
  preheader: "No new account was made; yours is unchanged.",
  lead: "Somebody just tried to register with this address. It already has an account, so no new one was made. Please sign in.",
  forgotten: "If you have forgotten your password, reset it here: ",
  button: "Sign in",
  notYou: "It was not you: ",
  notYouThen:
    "do nothing. Your account and password are unchanged, and the other person was not told that this address is registered.",
  why: "You get this mail because somebody gave this address when registering.",
};
