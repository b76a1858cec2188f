import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Invitation",
  title: (p) => `Accept an invitation to work on applications by ${p.by}`,
  preheader: "Join a company's workspace on the portal.",
  lead: (p) => `${p.invitedBy} invites you to the workspace of “${p.company}” on the application portal.`,
  role: {
    owner:
      "You will be an owner: you can fill in, submit and withdraw applications, and invite and remove colleagues.",
    editor: "You will be an editor: you can fill in applications and upload files. An owner submits them.",
    viewer: "You will be a viewer: you can read every application of the company and change none.",
  },
  button: "Accept the invitation",
  then: "sign in or register, and you find the company under “My applications”.",
  late: "the link stops working; ask the sender for a new one.",
  why: (p) =>
    `You get this mail because ${p.invitedBy} gave this address. If you do not know the sender, do nothing.`,
};
