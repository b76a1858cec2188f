import { options, text } from "../ask.ts";
import type { Offer } from "../offer.ts";
import type { Condition, FormData, GroupData, Pair, RuleData, SectionData } from "../programme-types.ts";
import type { Strand } from "../strands.ts";
import { affiliates } from "../sections/affiliates.ts";
import { attachments } from "../sections/attachments.ts";
import { company } from "../sections/company.ts";
import { declarations } from "../sections/declarations.ts";
import { environment } from "../sections/environment.ts";
import { exportControl } from "../sections/export-control.ts";
import { filing } from "../sections/filing.ts";
import { finance } from "../sections/finance.ts";
import { funding } from "../sections/funding.ts";
import { impact, partnerRoles } from "../sections/impact.ts";
import { ip } from "../sections/ip.ts";
import { market } from "../sections/market.ts";
import { ownership } from "../sections/ownership.ts";
import type { OwnPaper } from "../sections/papers.ts";
import { plan } from "../sections/plan.ts";
import { team } from "../sections/team.ts";
import { technology } from "../sections/technology.ts";
import { hasRevenue, planYears, years } from "./form-years.ts";

type Innovation = {
  code: string;
  title: Pair;
  offer: Offer;
  titleExample: Pair;
  /** Of a call that takes others along, and what holds between them. */
  strands?: readonly Strand[];
  rules?: RuleData[];
  /** What only this call (or each of its strands) asks, before the team. */
  special: SectionData[];
  feasible: GroupData;
  /** Years each member commits to stay. */
  commitment?: boolean | Condition;
  partners?: number | Condition;
  papers?: OwnPaper[];
  teamPapers?: boolean | Condition;
};

const facts = { material: "optional", wafer: "optional", localisation: "optional" } as const;

const roles = [...partnerRoles, ...options([["local_company", "本地企业", "Local company"]])];

const route: Pair = [
  "技术路线、关键问题、实验和中试的安排、与国内外路线的差别、已解决和待解决的问题、自主可控的程度。",
  "Route, key problems, experiments and pilot runs, how it differs from others, what is solved and what is not, how self-reliant it is.",
];

/** Calls C7, C8 and C9 are about people and where technology comes from; each has one section of its own. */
export const innovationForm = ({
  code,
  title,
  offer,
  titleExample,
  strands,
  rules,
  special,
  feasible,
  commitment = false,
  partners = 0,
  papers = [],
  teamPapers = false,
}: Innovation): FormData => ({
  language: 1,
  code,
  version: 1,
  title: text(...title),
  parts: [
    {
      key: "applicant",
      title: text("申报与企业", "The application and the company"),
      sections: [
        filing({
          offer,
          titleExample,
          place: ["实施地点", "Where it is done"],
          ...(strands && { strands }),
          ...(rules && { rules }),
        }),
        company(offer),
        ownership(offer),
        affiliates({ years }),
      ],
    },
    {
      key: "team_and_technology",
      title: text("团队与技术", "Team and technology"),
      sections: [
        ...special,
        team({ talent: true, commitment }),
        technology({ facts, source: "technology", route }),
        ip({ offer }),
      ],
    },
    {
      key: "market_and_money",
      title: text("市场与资金", "Market and money"),
      sections: [
        market({ years, hasRevenue, horizon: "fifth_year", suppliers: false }),
        finance({ years }),
        funding({ planYears, offer, equipment: false }),
        plan({ feasible }),
      ],
    },
    {
      key: "compliance_and_impact",
      title: text("合规与带动", "Compliance and impact"),
      sections: [
        environment({ always: false }),
        exportControl,
        impact({ planYears: planYears.slice(1), horizon: "fifth_year", partners, roles }),
      ],
    },
    {
      key: "submission",
      title: text("附件与提交", "Attachments and submission"),
      sections: [attachments({ hasRevenue, offer, papers, team: teamPapers }), declarations({ offer })],
    },
  ],
});
