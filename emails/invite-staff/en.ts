import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Invitation",
  title: (p) => `Accept your invitation by ${p.by}`,
  preheader: "Join the application portal: set a password and begin.",
  lead: (p) =>
    `${p.invitedBy || "The Fund Office"} invites you to join the application portal of the Shanxi IC Industry Investment Fund (planned) as: ${p.roles}.`,
  roles: {
    officer: "fund officer",
    committee_member: "investment committee member",
    committee_chair: "investment committee chair",
    administrator: "administrator",
    auditor: "auditor",
    reviewer: "reviewer",
  },
  button: "Accept the invitation",
  then: "set a password and two-step sign-in, and you can begin.",
  late: "the link stops working; ask the Fund Office for a new invitation.",
  why: "You get this mail because an administrator of the Fund Office gave this address. If you do not wish to join, do nothing.",
};
