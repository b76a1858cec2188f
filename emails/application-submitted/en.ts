import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Receipt",
  title: (p) => `Your application was submitted: ${p.at}`,
  preheader: (p) => `Submission ${p.version} has arrived; the receipt is inside.`,
  lead: (p) =>
    p.isCorrection
      ? `The corrections of ${p.title} are submitted. Everything you entered and every file has arrived. Keep this mail as your receipt.`
      : p.version === 1
        ? `${p.title} is submitted. Everything you entered and every file has arrived. Keep this mail as your receipt.`
        : `Submission ${p.version} of ${p.title} has arrived. It now stands in place of the earlier ones, which are kept on file. Keep this mail as your receipt.`,
  number: "Number",
  call: "Call",
  submittedAt: "Submitted",
  version: "Version",
  versionValue: (p) => `Submission ${p.version}`,
  signed: "Signed",
  button: "See the receipt",
  until: "You may still change it: ",
  untilThen: (p) => `until ${p.at}. The last submission counts.`,
  then: "after closing, the Fund Office checks the form. If anything is missing, you are told everything at once.",
  thenRecheck: "the Fund Office checks them and answers within 5 working days.",
  why: "You get this mail because you are a member of this company on the portal.",
};
