import { text } from "../ask.ts";
import type { SectionData } from "../programme-types.ts";
import { attachmentWords, companyPapers } from "./company-papers.ts";
import { paper, pdfOrScan } from "./papers.ts";

/** Domain 3.3 for sub-funds: A20 by what it shows. A05 stands with the ownership it shows. */
export const fundPapers: SectionData = {
  ...attachmentWords,
  groups: [
    companyPapers({}),
    {
      key: "fund_papers",
      title: text("子基金材料", "Papers of the sub-fund"),
      questions: [
        paper("A20", "fund_plan", "子基金方案", "Plan of the sub-fund", {
          required: true,
          maxCount: 2,
          help: ["不超过50页。", "Up to 50 pages."],
        }),
        paper("A20", "partnership_agreement", "合伙协议（LPA）草案", "Draft partnership agreement (LPA)", {
          required: true,
          maxCount: 2,
        }),
        paper("A20", "commitment_letters", "有限合伙人出资承诺函", "Partners’ commitment letters", {
          required: true,
          accept: pdfOrScan,
          maxCount: 30,
          help: ["与“募资落实”中已出函的各行对应。", "One for each row with a letter under “Fundraising”."],
        }),
        paper("A20", "registration", "管理人登记证明", "Proof of the manager’s registration", {
          required: true,
          accept: pdfOrScan,
          maxCount: 3,
        }),
        paper("A20", "record_proof", "历史业绩证明", "Proof of the record", {
          required: true,
          accept: ["pdf", "xlsx"],
          maxCount: 10,
          help: [
            "审计报告、估值报告或托管行证明。",
            "Audit or valuation reports, or the custodian’s statements.",
          ],
        }),
        paper("A16", "team_papers", "关键人士简历和从业资格", "Key persons’ CVs and qualifications", {
          required: true,
          maxCount: 10,
          help: ["遮去身份证号和银行账号。", "Black out ID and bank account numbers."],
        }),
        paper("A20", "custody_letter", "托管意向书", "Custodian’s letter of intent", { required: false }),
      ],
    },
  ],
};
