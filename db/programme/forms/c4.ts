import { options, text } from "../ask.ts";
import { offer } from "../offer.ts";
import type { FormData } from "../programme-types.ts";
import { affiliates } from "../sections/affiliates.ts";
import { attachments } from "../sections/attachments.ts";
import { company } from "../sections/company.ts";
import { declarations } from "../sections/declarations.ts";
import { environment } from "../sections/environment.ts";
import { equipment } from "../sections/equipment.ts";
import { feasibility } from "../sections/feasibility.ts";
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
import { targetApplications } from "../sections/target-applications.ts";
import { team } from "../sections/team.ts";
import { certificationList, technology } from "../sections/technology.ts";
import { hasRevenue, planYears, years } from "./form-years.ts";

const c4Offer = offer("direct_equity", "bank");
const facts = {
  material: "required",
  device: "required",
  wafer: "required",
  node: "required",
  capacity: "required",
  yield: "required",
  localisation: "optional",
} as const;
const certifications = [...options([["aec_q100", "AEC-Q100", "AEC-Q100"]]), ...certificationList];

export const c4Form: FormData = {
  language: 1,
  code: "C4",
  version: 1,
  title: text("重点应用领域制造专项申报书", "Application: manufacturing for 5G, aerospace, IoT and NEV"),
  parts: [
    {
      key: "applicant",
      title: text("申报与企业", "The application and the company"),
      sections: [
        filing({
          offer: c4Offer,
          titleExample: ["车规级碳化硅功率模块制造项目", "Automotive SiC power modules, manufacturing"],
        }),
        company(c4Offer),
        ownership(c4Offer),
        affiliates({ years }),
      ],
    },
    {
      key: "technology_and_applications",
      title: text("技术与应用", "Technology and applications"),
      sections: [
        team(),
        technology({
          facts,
          certifications,
          route: [
            "产品结构、制造流程、关键工序、可靠性设计、与国内外同类产品的差别、已解决和待解决的问题、自主可控的程度。",
            "Structure of the product, process flow, key steps, design for reliability, how it differs from others, what is solved and what is not, how self-reliant it is.",
          ],
        }),
        ip({ offer: c4Offer }),
        targetApplications,
        equipment,
      ],
    },
    {
      key: "market_and_money",
      title: text("市场与资金", "Market and money"),
      sections: [
        market({ years, hasRevenue }),
        finance({ years }),
        funding({ planYears, offer: c4Offer }),
        plan({ feasible: feasibility() }),
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
        attachments({ hasRevenue, offer: c4Offer, papers: [papers.testReports, papers.certificates] }),
        declarations({ offer: c4Offer }),
      ],
    },
  ],
};
