import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "E-mail verification",
  title: (p) => `Verify your e-mail address by ${p.by}`,
  preheader: "Verify it, choose a password, and you can sign in.",
  lead: "Somebody registered on the application portal with this address. If it was you, press the button to verify it and choose a password. You can sign in afterwards.",
  button: "Verify this address",
  validUntil: "Link works until: ",
  notYou: "It was not you: ",
  notYouThen: "do nothing. Without verification no account is made.",
  why: "You get this mail because somebody gave this address when registering.",
};
