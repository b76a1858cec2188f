import { text } from "../ask.ts";
import { offer } from "../offer.ts";
import type { FormData } from "../programme-types.ts";
import { withAvoidance } from "../sections/avoidance.ts";
import { commitments } from "../sections/commitments.ts";
import { company } from "../sections/company.ts";
import { declarations } from "../sections/declarations.ts";
import { exportControl } from "../sections/export-control.ts";
import { filing } from "../sections/filing.ts";
import { finance } from "../sections/finance.ts";
import { fundPapers } from "../sections/fund-papers.ts";
import { fundStrategy } from "../sections/fund-strategy.ts";
import { fundTerms } from "../sections/fund-terms.ts";
import { ownership } from "../sections/ownership.ts";
import { subFund } from "../sections/sub-fund.ts";
import { team } from "../sections/team.ts";
import { trackRecord } from "../sections/track-record.ts";
import { years } from "./form-years.ts";

const c10Offer = offer("sub_fund");

export const c10Form: FormData = {
  language: 1,
  code: "C10",
  version: 1,
  title: text("产业子基金合作申报书", "Application: sub-fund partnership"),
  parts: [
    {
      key: "applicant",
      title: text("申报与管理机构", "The application and the manager"),
      sections: [
        filing({
          offer: c10Offer,
          titleExample: ["化合物半导体产业链子基金", "Sub-fund for the compound semiconductor chain"],
          place: ["子基金注册地", "Where the sub-fund is registered"],
          streetLater: true,
        }),
        company(c10Offer),
        withAvoidance(ownership(c10Offer)),
      ],
    },
    {
      key: "fund",
      title: text("子基金", "The sub-fund"),
      sections: [subFund, fundStrategy, commitments, fundTerms],
    },
    {
      key: "manager",
      title: text("团队与业绩", "Team and record"),
      sections: [team(), trackRecord, finance({ years }), exportControl],
    },
    {
      key: "submission",
      title: text("附件与提交", "Attachments and submission"),
      sections: [fundPapers, declarations({ offer: c10Offer })],
    },
  ],
};
