import { text } from "../ask.ts";
import { offer } from "../offer.ts";
import type { FormData } from "../programme-types.ts";
import { affiliates } from "../sections/affiliates.ts";
import { attachments } from "../sections/attachments.ts";
import { company } from "../sections/company.ts";
import { declarations } from "../sections/declarations.ts";
import { designServices } from "../sections/design-services.ts";
import { edaAndTapeouts } from "../sections/eda-and-tapeouts.ts";
import { environment } from "../sections/environment.ts";
import { exportControl } from "../sections/export-control.ts";
import { feasibility, feasibleBy } from "../sections/feasibility.ts";
import { filing } from "../sections/filing.ts";
import { finance } from "../sections/finance.ts";
import { funding } from "../sections/funding.ts";
import { impact } from "../sections/impact.ts";
import { ip } from "../sections/ip.ts";
import { market } from "../sections/market.ts";
import { ownership } from "../sections/ownership.ts";
import { papers } from "../sections/papers.ts";
import { plan } from "../sections/plan.ts";
import { team } from "../sections/team.ts";
import { technology } from "../sections/technology.ts";
import { hasRevenue, planYears, years } from "./form-years.ts";

const c3Offer = offer("direct_equity", "bank");

/** Domain F: of a service only its name and stage, and the finest node it has been done at. */
const facts = { node: "optional", localisation: "optional" } as const;

export const c3Form: FormData = {
  language: 1,
  code: "C3",
  version: 1,
  title: text("设计服务外包专项申报书", "Application: design services outsourcing"),
  parts: [
    {
      key: "applicant",
      title: text("申报与企业", "The application and the company"),
      sections: [
        filing({
          offer: c3Offer,
          titleExample: [
            "集成电路后端与验证服务交付中心",
            "Delivery centre for back-end and verification services",
          ],
          place: ["落地地点", "Where it settles"],
          streetLater: true,
        }),
        company(c3Offer),
        ownership(c3Offer),
        affiliates({ years }),
      ],
    },
    {
      key: "technology_and_services",
      title: text("技术与服务", "Technology and services"),
      sections: [
        team(),
        technology({
          facts,
          source: "technology",
          route: [
            "设计与验证流程、方法和自动化、质量控制、交付管理、与国内外同行的差别、已解决和待解决的问题、自主可控的程度。",
            "Design and verification flow, methods and automation, quality control, how delivery is managed, how it differs from others, what is solved and what is not, how self-reliant it is.",
          ],
        }),
        ip({ offer: c3Offer }),
        designServices({ year: years.at(-1) ?? 0 }),
        edaAndTapeouts({ required: false }),
      ],
    },
    {
      key: "market_and_money",
      title: text("市场与资金", "Market and money"),
      sections: [
        market({ years, hasRevenue, horizon: "fifth_year", suppliers: false }),
        finance({
          years,
          partsOfRevenue: [
            { key: "design_service_revenue", label: ["设计服务收入", "Design service revenue"] },
          ],
        }),
        funding({ planYears, offer: c3Offer, equipment: false }),
        plan({ feasible: feasibility(feasibleBy.services) }),
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
        attachments({
          hasRevenue,
          offer: c3Offer,
          papers: [papers.serviceContracts, papers.securityCertificates],
        }),
        declarations({ offer: c3Offer }),
      ],
    },
  ],
};
