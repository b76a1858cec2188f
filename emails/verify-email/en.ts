import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "E-mail verification",
  title: (p) => `Verify your e-mail address by ${p.by}`,
  preheader: "One click, then you can sign in.",
  lead: "Somebody registered on the application portal with this address. If it was you, press the button to verify it. You can sign in afterwards.",
  button: "Verify this address",
  validUntil: "Link works until: ",
  notYou: "It was not you: ",
  notYouThen: "do nothing. Nobody can sign in with an address that is not verified.",
  why: "You get this mail because somebody gave this address when registering.",
};
