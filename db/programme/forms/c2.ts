import { text } from "../ask.ts";
import { offer } from "../offer.ts";
import type { FormData } from "../programme-types.ts";
import { affiliates } from "../sections/affiliates.ts";
import { attachments } from "../sections/attachments.ts";
import { chipDesign } from "../sections/chip-design.ts";
import { company } from "../sections/company.ts";
import { declarations } from "../sections/declarations.ts";
import { environment } from "../sections/environment.ts";
import { exportControl } from "../sections/export-control.ts";
import { filing } from "../sections/filing.ts";
import { finance } from "../sections/finance.ts";
import { funding } from "../sections/funding.ts";
import { headquarters } from "../sections/headquarters.ts";
import { impact } from "../sections/impact.ts";
import { ip } from "../sections/ip.ts";
import { market } from "../sections/market.ts";
import { ownership } from "../sections/ownership.ts";
import { papers } from "../sections/papers.ts";
import { plan } from "../sections/plan.ts";
import { team } from "../sections/team.ts";
import { technology } from "../sections/technology.ts";
import { hasRevenue, planYears, years } from "./form-years.ts";

const c2Offer = offer("direct_equity", "sub_fund");

/** Domain F: a chip is of a kind and a node; who makes it is asked with the foundries. */
const facts = {
  material: "optional",
  device: "required",
  node: "required",
  localisation: "optional",
} as const;

export const c2Form: FormData = {
  language: 1,
  code: "C2",
  version: 1,
  title: text("集成电路设计企业引育申报书", "Application: IC design attraction and growth"),
  parts: [
    {
      key: "applicant",
      title: text("申报与企业", "The application and the company"),
      sections: [
        filing({
          offer: c2Offer,
          titleExample: [
            "车规级电源管理芯片研发与产业化",
            "Automotive power management chips, R&D and production",
          ],
          place: ["落地地点", "Where it settles"],
        }),
        company(c2Offer),
        ownership(c2Offer),
        affiliates({ years }),
        headquarters({ planYears }),
      ],
    },
    {
      key: "technology_and_chips",
      title: text("技术与芯片", "Technology and chips"),
      sections: [
        team(),
        technology({
          facts,
          source: "technology",
          route: [
            "系统架构、关键电路和IP、设计与验证流程、工艺选择、与国内外同类芯片的差别、已解决和待解决的问题、自主可控的程度。",
            "Architecture, key circuits and IP, design and verification flow, choice of process, how it differs from other chips, what is solved and what is not, how self-reliant it is.",
          ],
        }),
        ip({ offer: c2Offer }),
        chipDesign({ years }),
      ],
    },
    {
      key: "market_and_money",
      title: text("市场与资金", "Market and money"),
      sections: [
        market({ years, hasRevenue, horizon: "fifth_year", suppliers: false }),
        finance({
          years,
          encouraged: "design",
          partOfRevenue: { key: "own_design_revenue", label: ["自主设计收入", "Own-design revenue"] },
        }),
        funding({ planYears, offer: c2Offer, equipment: false }),
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
        attachments({ hasRevenue, offer: c2Offer, papers: [papers.designProof] }),
        declarations({ offer: c2Offer }),
      ],
    },
  ],
};
