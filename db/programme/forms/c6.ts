import { options, text } from "../ask.ts";
import { offer } from "../offer.ts";
import type { FormData } from "../programme-types.ts";
import { affiliates } from "../sections/affiliates.ts";
import { attachments } from "../sections/attachments.ts";
import { company } from "../sections/company.ts";
import { declarations } from "../sections/declarations.ts";
import { environment } from "../sections/environment.ts";
import { equipment } from "../sections/equipment.ts";
import { exportControl } from "../sections/export-control.ts";
import { filing } from "../sections/filing.ts";
import { finance } from "../sections/finance.ts";
import { funding } from "../sections/funding.ts";
import { impact, partnerRoles } from "../sections/impact.ts";
import { ip } from "../sections/ip.ts";
import { market } from "../sections/market.ts";
import { ownership } from "../sections/ownership.ts";
import { papers } from "../sections/papers.ts";
import { plan } from "../sections/plan.ts";
import { team } from "../sections/team.ts";
import { technology } from "../sections/technology.ts";
import { toolDevelopment } from "../sections/tool-development.ts";
import { hasRevenue, planYears, years } from "./form-years.ts";

const c6Offer = offer("direct_equity");

/** Domain F: a tool handles sizes of wafer, is built so many a year, and takes the place of an import. */
const facts = { wafer: "required", capacity: "required", localisation: "required" } as const;

const roles = [...partnerRoles, ...options([["device_maker", "器件企业", "Device maker"]])];

export const c6Form: FormData = {
  language: 1,
  code: "C6",
  version: 1,
  title: text("半导体装备协同攻关申报书", "Application: equipment co-development"),
  parts: [
    {
      key: "applicant",
      title: text("申报与企业", "The application and the company"),
      sections: [
        filing({
          offer: c6Offer,
          titleExample: ["8英寸碳化硅高温离子注入机研制与验证", "High-temperature implanter for 8-inch SiC"],
          place: ["实施地点", "Where it is done"],
        }),
        company(c6Offer),
        ownership(c6Offer),
        affiliates({ years }),
      ],
    },
    {
      key: "technology_and_tool",
      title: text("技术与装备", "Technology and the tool"),
      sections: [
        team(),
        technology({
          facts,
          source: "technology",
          route: [
            "整机架构、关键分系统、工艺配合、可靠性设计、与国内外机型的差别、已解决和待解决的问题、自主可控的程度。",
            "Architecture, key subsystems, how it works with the process, design for reliability, how it differs from other tools, what is solved and what is not, how self-reliant it is.",
          ],
        }),
        ip({ offer: c6Offer }),
        toolDevelopment,
        equipment,
      ],
    },
    {
      key: "market_and_money",
      title: text("市场与资金", "Market and money"),
      sections: [
        market({ years, hasRevenue, horizon: "fifth_year" }),
        finance({
          years,
          encouraged: "equipment",
          partsOfRevenue: [
            {
              key: "equipment_revenue",
              label: ["半导体装备收入", "Semiconductor equipment revenue"],
            },
          ],
        }),
        funding({ planYears, offer: c6Offer }),
        plan(),
      ],
    },
    {
      key: "compliance_and_impact",
      title: text("合规与带动", "Compliance and impact"),
      sections: [
        environment(),
        exportControl,
        impact({ planYears: planYears.slice(1), horizon: "fifth_year", partners: 1, roles }),
      ],
    },
    {
      key: "submission",
      title: text("附件与提交", "Attachments and submission"),
      sections: [
        attachments({
          hasRevenue,
          offer: c6Offer,
          papers: [papers.equipmentQuotes, papers.testReports, papers.validationAgreement],
        }),
        declarations({ offer: c6Offer }),
      ],
    },
  ],
};
