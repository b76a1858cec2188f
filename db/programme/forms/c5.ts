import { options, text } from "../ask.ts";
import { offer } from "../offer.ts";
import type { FormData } from "../programme-types.ts";
import { inStrand, onlyFor } from "../strands.ts";
import { affiliates } from "../sections/affiliates.ts";
import { attachments } from "../sections/attachments.ts";
import { company } from "../sections/company.ts";
import { declarations } from "../sections/declarations.ts";
import { environment } from "../sections/environment.ts";
import { equipment } from "../sections/equipment.ts";
import { exportControl } from "../sections/export-control.ts";
import { feasibility } from "../sections/feasibility.ts";
import { filing } from "../sections/filing.ts";
import { finance } from "../sections/finance.ts";
import { funding } from "../sections/funding.ts";
import { impact } from "../sections/impact.ts";
import { ip } from "../sections/ip.ts";
import { market } from "../sections/market.ts";
import { ownership } from "../sections/ownership.ts";
import { paperFor, papers } from "../sections/papers.ts";
import { plan } from "../sections/plan.ts";
import { productionLine } from "../sections/production-line.ts";
import { targetApplications } from "../sections/target-applications.ts";
import { team } from "../sections/team.ts";
import { certificationList, technology } from "../sections/technology.ts";
import { hasRevenue, planYears, years } from "./form-years.ts";

const c5Offer = offer("direct_equity", "bank");
const line = inStrand("c5");
const applications = inStrand("c4");
const certifications = [...options([["aec_q100", "AEC-Q100", "AEC-Q100"]]), ...certificationList];
const facts = {
  material: "required",
  device: "required",
  wafer: "required",
  node: "required",
  capacity: "required",
  yield: "required",
  localisation: "optional",
} as const;

/** Takes C4 along: new lines and manufacturing for key applications file together (domain 4). */
export const c5Form: FormData = {
  language: 1,
  code: "C5",
  version: 1,
  title: text(
    "射频·功率·光电器件生产线专项申报书",
    "Application: RF, power and optoelectronic production lines",
  ),
  parts: [
    {
      key: "applicant",
      title: text("申报与企业", "The application and the company"),
      sections: [
        filing({
          offer: c5Offer,
          titleExample: ["6英寸砷化镓射频器件生产线（一期）", "6-inch GaAs RF device line, phase 1"],
          strands: [
            {
              code: "c5",
              label: ["射频·功率·光电器件生产线（C5）", "RF, power and optoelectronic lines (C5)"],
              hint: ["以新建或扩建产线为主。", "Mainly a new or larger line."],
            },
            {
              code: "c4",
              label: ["重点应用领域制造（C4）", "Manufacturing for key applications (C4)"],
              hint: [
                "面向5G、航空航天、物联网或新能源汽车，已进入客户验证。",
                "For 5G, aerospace, IoT or new-energy vehicles, already in customer qualification.",
              ],
            },
          ],
        }),
        company(c5Offer),
        ownership(c5Offer),
        affiliates({ years }),
      ],
    },
    {
      key: "technology_and_line",
      title: text("技术与产线", "Technology and the line"),
      sections: [
        team(),
        technology({ facts, certifications }),
        ip({ offer: c5Offer }),
        onlyFor(line, productionLine),
        onlyFor(applications, targetApplications),
        equipment,
      ],
    },
    {
      key: "market_and_money",
      title: text("市场与资金", "Market and money"),
      sections: [
        market({ years, hasRevenue }),
        finance({ years }),
        funding({ planYears, offer: c5Offer }),
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
        attachments({
          hasRevenue,
          offer: c5Offer,
          papers: [
            paperFor(line, papers.equipmentQuotes),
            papers.testReports,
            paperFor(applications, papers.certificates),
          ],
        }),
        declarations({ offer: c5Offer }),
      ],
    },
  ],
};
