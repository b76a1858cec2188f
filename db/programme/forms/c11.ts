import { text } from "../ask.ts";
import { offer } from "../offer.ts";
import type { FormData } from "../programme-types.ts";
import { affiliates } from "../sections/affiliates.ts";
import { attachments } from "../sections/attachments.ts";
import { company } from "../sections/company.ts";
import { declarations } from "../sections/declarations.ts";
import { environment } from "../sections/environment.ts";
import { exportControl } from "../sections/export-control.ts";
import { filing } from "../sections/filing.ts";
import { finance } from "../sections/finance.ts";
import { funding } from "../sections/funding.ts";
import { impact } from "../sections/impact.ts";
import { ip } from "../sections/ip.ts";
import { listingPlan } from "../sections/listing-plan.ts";
import { market } from "../sections/market.ts";
import { ownership } from "../sections/ownership.ts";
import { plan } from "../sections/plan.ts";
import { team } from "../sections/team.ts";
import { technology } from "../sections/technology.ts";
import { hasRevenue, planYears, years } from "./form-years.ts";

const c11Offer = offer("listing", "direct_equity");

/** Companies of every link of the chain come here, so that little of domain F is common to all. */
const facts = { wafer: "optional", capacity: "optional", localisation: "optional" } as const;

export const c11Form: FormData = {
  language: 1,
  code: "C11",
  version: 1,
  title: text("企业上市培育申报书", "Application: listing support"),
  parts: [
    {
      key: "applicant",
      title: text("申报与企业", "The application and the company"),
      sections: [
        filing({
          offer: c11Offer,
          titleExample: ["砷化镓射频芯片扩产及科创板上市培育", "GaAs RF chips: expansion and STAR listing"],
          place: ["募投项目地点", "Where the proceeds go"],
        }),
        company(c11Offer),
        ownership(c11Offer),
        affiliates({ years }),
      ],
    },
    {
      key: "listing",
      title: text("上市计划", "The listing"),
      sections: [listingPlan],
    },
    {
      key: "technology",
      title: text("团队与技术", "Team and technology"),
      sections: [team(), technology({ facts, source: "technology" }), ip({ offer: c11Offer })],
    },
    {
      key: "market_and_money",
      title: text("市场与资金", "Market and money"),
      sections: [
        market({ years, hasRevenue, horizon: "fifth_year", suppliers: false }),
        finance({ years }),
        funding({ planYears, offer: c11Offer, equipment: false, listingPlan: false }),
        plan(),
      ],
    },
    {
      key: "compliance_and_impact",
      title: text("合规与带动", "Compliance and impact"),
      sections: [
        environment({ always: false }),
        exportControl,
        impact({ planYears: planYears.slice(1), horizon: "fifth_year" }),
      ],
    },
    {
      key: "submission",
      title: text("附件与提交", "Attachments and submission"),
      sections: [
        attachments({ hasRevenue, offer: c11Offer, papers: [], goesPublic: true }),
        declarations({ offer: c11Offer }),
      ],
    },
  ],
};
