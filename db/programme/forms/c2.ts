import { text } from "../ask.ts";
import { offer } from "../offer.ts";
import type { FormData } from "../programme-types.ts";
import { inStrand, instrumentOnlyFor, onlyFor } from "../strands.ts";
import { affiliates } from "../sections/affiliates.ts";
import { attachments } from "../sections/attachments.ts";
import { chipDesign } from "../sections/chip-design.ts";
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
import { headquarters } from "../sections/headquarters.ts";
import { impact } from "../sections/impact.ts";
import { ip } from "../sections/ip.ts";
import { market } from "../sections/market.ts";
import { ownership } from "../sections/ownership.ts";
import { paperFor, papers } from "../sections/papers.ts";
import { plan } from "../sections/plan.ts";
import { team } from "../sections/team.ts";
import { technology } from "../sections/technology.ts";
import { hasRevenue, planYears, years } from "./form-years.ts";

const c2Offer = offer("direct_equity", "sub_fund", "bank");
const chips = inStrand("c2");
const services = inStrand("c3");

/**
 * Domain F: a chip is of a kind and a node; who makes it is asked with the foundries. Of a service only the finest
 * node it has been done at is asked, if any.
 */
const facts = {
  material: "optional",
  device: { required: true, visibleWhen: chips },
  node: { required: chips },
  localisation: "optional",
} as const;

/** Takes C3 along: who designs chips and who designs for others file together (domain 4). */
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
          streetLater: true,
          strands: [
            {
              code: "c2",
              label: ["集成电路设计（C2）", "IC design (C2)"],
              hint: ["有自主芯片产品或正在流片。", "With chips of your own, or taping out."],
            },
            {
              code: "c3",
              label: ["设计服务外包（C3）", "Design services (C3)"],
              hint: [
                "为客户做前端、验证、后端、版图、IP或流片代理。",
                "Front-end, verification, back-end, layout, IP or tape-out services for clients.",
              ],
            },
          ],
          rules: [
            instrumentOnlyFor(
              "sub_fund",
              ["c2"],
              [
                "子基金只用于集成电路设计方向。设计服务请选直接投资或银企对接。",
                "Sub-funds are for the IC design strand only. For design services choose direct equity or bank matching.",
              ],
            ),
            instrumentOnlyFor(
              "bank",
              ["c3"],
              [
                "银企对接只用于设计服务外包方向。芯片设计请选直接投资或子基金。",
                "Bank matching is for the design services strand only. For IC design choose direct equity or a sub-fund.",
              ],
            ),
          ],
        }),
        company(c2Offer),
        ownership(c2Offer),
        affiliates({ years }),
        onlyFor(chips, headquarters({ planYears })),
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
            "系统架构、关键电路和IP、工艺选择（设计服务写方法、自动化和质量控制），设计与验证流程，与国内外同行的差别，已解决和待解决的问题，自主可控的程度。",
            "Architecture, key circuits and IP, choice of process (for services: methods, automation and quality control), design and verification flow, how it differs from others, what is solved and what is not, how self-reliant it is.",
          ],
        }),
        ip({ offer: c2Offer }),
        onlyFor(chips, chipDesign({ years })),
        onlyFor(services, designServices({ year: years.at(-1) ?? 0 })),
        edaAndTapeouts({ required: chips }),
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
          encouragedWhen: chips,
          partsOfRevenue: [
            {
              key: "own_design_revenue",
              label: ["自主设计收入", "Own-design revenue"],
              visibleWhen: chips,
            },
            {
              key: "design_service_revenue",
              label: ["设计服务收入", "Design service revenue"],
              visibleWhen: services,
            },
          ],
        }),
        funding({ planYears, offer: c2Offer, equipment: false }),
        plan({ feasible: feasibility(feasibleBy.chipsAndServices) }),
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
          offer: c2Offer,
          papers: [
            paperFor(chips, papers.designProof),
            paperFor(services, papers.serviceContracts),
            paperFor(services, papers.securityCertificates),
          ],
        }),
        declarations({ offer: c2Offer }),
      ],
    },
  ],
};
