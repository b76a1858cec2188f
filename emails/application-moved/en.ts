import type { zh } from "./zh.ts";

export const en: typeof zh = {
  kind: "Progress",
  preheader: "Where your application stands and what comes next.",
  reason: "Reason",
  moves: {
    close_scoring: {
      title: "Expert review is finished; the panel comes next",
      lead: (p) => `Expert review of ${p.title} is finished. It now goes to the panel.`,
      then: "after the panel we tell you whether the project is taken up. There is nothing for you to do now.",
    },
    shortlist: {
      title: "Your project has been taken up",
      lead: (p) => `${p.title} came through expert review and the panel and has been taken up.`,
      then: "the Fund Office contacts you about due diligence and the papers it needs. Being taken up is not a decision to invest.",
    },
    put_in_reserve: {
      title: "Your application is on the reserve list",
      lead: (p) =>
        `${p.title} came through expert review and the panel and is on the reserve list. It is not taken up in this round.`,
      then: "when a place becomes free, projects move up in rank order and we write to you. There is nothing for you to do now.",
    },
    not_shortlist: {
      title: "Result of the review: not taken up",
      lead: (p) => `${p.title} went through expert review and the panel and has not been taken up.`,
      then: "this application ends here and its contents are kept. You can apply in the next round. If you question the result, contact the Fund Office.",
    },
    take_from_reserve: {
      title: "Your project moved up from the reserve list",
      lead: (p) => `${p.title} moved up from the reserve list and has been taken up.`,
      then: "the Fund Office contacts you about due diligence and the papers it needs. Being taken up is not a decision to invest.",
    },
    start_due_diligence: {
      title: "Due diligence begins",
      lead: (p) => `Due diligence on ${p.title} begins.`,
      then: "the Fund Office agrees a date with you and lists the business, legal, financial and technical papers to prepare.",
    },
    propose: {
      title: "Investment proposal and terms come next",
      lead: (p) =>
        `Due diligence on ${p.title} is finished. The investment proposal and its terms are now discussed.`,
      then: "once agreed, the proposal goes to the investment committee.",
    },
    send_to_committee: {
      title: "Your application is before the investment committee",
      lead: (p) => `${p.title} has been sent to the investment committee.`,
      then: "once the decision is released you get a formal letter. There is nothing for you to do now.",
    },
  },
  button: "See where it stands",
  why: "You get this mail because you are a member of this company on the portal.",
};
