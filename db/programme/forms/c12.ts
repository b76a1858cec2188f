import { text } from "../ask.ts";
import { offer } from "../offer.ts";
import type { FormData } from "../programme-types.ts";
import { attachments } from "../sections/attachments.ts";
import { withAvoidance } from "../sections/avoidance.ts";
import { bankCase } from "../sections/bank-case.ts";
import { company } from "../sections/company.ts";
import { declarations } from "../sections/declarations.ts";
import { environment } from "../sections/environment.ts";
import { exportControl } from "../sections/export-control.ts";
import { filing } from "../sections/filing.ts";
import { finance } from "../sections/finance.ts";
import { funding } from "../sections/funding.ts";
import { impact } from "../sections/impact.ts";
import { ip } from "../sections/ip.ts";
import { market } from "../sections/market.ts";
import { ownership } from "../sections/ownership.ts";
import { plan } from "../sections/plan.ts";
import { team } from "../sections/team.ts";
import { technology } from "../sections/technology.ts";
import { hasRevenue, planYears, years } from "./form-years.ts";

const c12Offer = offer("bank");

/** A bank asks what is made and how much of it; the rest of domain F is optional here. */
const facts = { wafer: "optional", capacity: "required", localisation: "optional" } as const;

export const c12Form: FormData = {
  language: 1,
  code: "C12",
  version: 1,
  title: text("重大项目银企对接申报书", "Application: bank co-financing for major projects"),
  parts: [
    {
      key: "applicant",
      title: text("申报与企业", "The application and the company"),
      sections: [
        filing({
          offer: c12Offer,
          titleExample: ["8英寸硅基氮化镓功率器件产线建设", "8-inch GaN-on-Si power device line"],
        }),
        company(c12Offer),
        withAvoidance(ownership(c12Offer)),
      ],
    },
    {
      key: "project",
      title: text("项目与技术", "The project and its technology"),
      sections: [team(), technology({ facts }), ip({ offer: c12Offer })],
    },
    {
      key: "money",
      title: text("市场、资金与贷款", "Market, money and the loan"),
      sections: [
        market({ years, hasRevenue, suppliers: false }),
        finance({ years }),
        funding({ planYears, offer: c12Offer, equipment: false }),
        bankCase,
        plan(),
      ],
    },
    {
      key: "compliance_and_impact",
      title: text("合规与带动", "Compliance and impact"),
      sections: [environment(), exportControl, impact({ planYears: planYears.slice(1) })],
    },
    {
      key: "submission",
      title: text("附件与提交", "Attachments and submission"),
      sections: [attachments({ hasRevenue, offer: c12Offer, papers: [] }), declarations({ offer: c12Offer })],
    },
  ],
};
