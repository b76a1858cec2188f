import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Decision",
  title: "Decision of the investment committee: deferred for more information",
  preheader: "The reason and what is needed are inside.",
  lead: (p) =>
    `The investment committee deferred its decision on ${p.title} of “${p.company}” and will consider it again once more information is in. This is not a refusal.`,
  reason: "Reason and what is needed",
  number: "Number",
  meeting: "Meeting",
  button: "See the decision",
  you: "What you have to do: ",
  youThen: "prepare what is asked for above. The Fund Office agrees with you how and when to hand it in.",
  then: "once it is complete, the Fund Office takes the project back to the committee, and we write to you with the result.",
  why: "You get this mail because you are a member of this company on the portal.",
};
