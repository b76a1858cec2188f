import { text } from "../ask.ts";
import { offer } from "../offer.ts";
import type { FormData } from "../programme-types.ts";
import { affiliates } from "../sections/affiliates.ts";
import { attachments } from "../sections/attachments.ts";
import { company } from "../sections/company.ts";
import { crystalGrowth } from "../sections/crystal-growth.ts";
import { declarations } from "../sections/declarations.ts";
import { environment } from "../sections/environment.ts";
import { equipment } from "../sections/equipment.ts";
import { exportControl } from "../sections/export-control.ts";
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

const c1Offer = offer("direct_equity", "bank");

/** Domain F: a material has a size, a capacity and a yield; what it becomes is the customer's. */
const facts = {
  material: "required",
  wafer: "required",
  capacity: "required",
  yield: "required",
  localisation: "optional",
} as const;

export const c1Form: FormData = {
  code: "C1",
  language: 1,
  version: 1,
  title: text("化合物半导体材料专项申报书", "Application: compound semiconductor materials"),
  parts: [
    {
      key: "applicant",
      title: text("申报与企业", "The application and the company"),
      sections: [
        filing({
          offer: c1Offer,
          titleExample: [
            "8英寸导电型碳化硅衬底扩产项目",
            "8-inch conductive SiC substrates, capacity expansion",
          ],
        }),
        company(c1Offer),
        ownership(c1Offer),
        affiliates({ years }),
      ],
    },
    {
      key: "technology_and_material",
      title: text("技术与材料", "Technology and the material"),
      sections: [
        team(),
        technology({
          facts,
          route: [
            "原料提纯、籽晶、热场、生长和加工流程，缺陷从哪里来、怎样控制，放大尺寸的办法，与国内外路线的差别，自主可控的程度。",
            "Purification, seeds, hot zone, growth and wafering; where defects come from and how they are controlled; how larger sizes are reached; how it differs from other routes; how self-reliant it is.",
          ],
        }),
        ip({ offer: c1Offer }),
        crystalGrowth,
        equipment,
      ],
    },
    {
      key: "market_and_money",
      title: text("市场与资金", "Market and money"),
      sections: [
        market({ years, hasRevenue }),
        finance({ years, encouraged: "materials" }),
        funding({ planYears, offer: c1Offer }),
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
      sections: [
        attachments({ hasRevenue, offer: c1Offer, papers: [papers.testReports] }),
        declarations({ offer: c1Offer }),
      ],
    },
  ],
};
