import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Withdrawal",
  title: (p) => `Your application was withdrawn: ${p.at}`,
  preheader: "It is no longer considered; its contents are kept.",
  lead: (p) => `${p.by} withdrew ${p.title} on ${p.at}.`,
  button: "See this application",
  then: "this application is no longer considered. Its contents are kept and you can read them at any time.",
  again: "To apply again: ",
  againThen: (p) => `the call “${p.call}” closes on ${p.at}. Until then you can start a new application.`,
  why: "You get this mail because you are a member of this company on the portal.",
};
