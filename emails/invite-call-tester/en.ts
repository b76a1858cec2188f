import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Invitation to try a call",
  title: (p) => `Accept an invitation to try a call by ${p.by}`,
  preheader: "Fill in and submit its form as an applicant would, before it opens.",
  lead: (p) =>
    `${p.invitedBy} invites you to try the application form of “${p.call}”. The call is not open yet; please do not pass this on.`,
  what: "You fill in the pages applicants will see, but it is not a real application: pages, PDF and mails are marked as a test, it takes no real number, and nobody will assess it.",
  purge:
    "What you enter, your files and the mails about them are erased when the call opens. Do not use the test as a draft.",
  button: "Accept the invitation",
  opens: "Call opens",
  then: "sign in or register; you find the test under “My applications”.",
  late: "the link stops working; ask the sender for a new one.",
  why: (p) =>
    `You get this mail because ${p.invitedBy} gave this address. If you do not know the sender, do nothing.`,
};
