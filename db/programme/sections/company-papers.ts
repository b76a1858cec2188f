import { text } from "../ask.ts";
import type { Offer } from "../offer.ts";
import type { GroupData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { paper, pdfOrScan } from "./papers.ts";

/** How files are handed in, whatever a call asks for. */
export const attachmentWords = {
  key: "attachments",
  title: text("附件", "Attachments"),
  kind: "files",
  intro: text(
    "单个文件不超过20 MB，合计不超过300 MB。不收带宏、加密或可执行的文件。扫描件须加盖公章。材料中不得含有国家秘密。",
    "20 MB a file, 300 MB in all. No macros, encryption or executables. Scans must carry the company seal. No state secrets.",
  ),
  notes: [
    text(
      "文件名建议：序号_材料名_企业简称，如 A01_营业执照_甲子示例.pdf。",
      "Suggested names: number_document_company, such as A01_licence_Jiazi.pdf.",
    ),
    text("能用 PDF/A 的请用 PDF/A。", "PDF/A is preferred."),
  ],
} satisfies Omit<SectionData, "groups">;

/** Domain 3.3: what every applicant shows of itself, by what it asks for. */
export const companyPapers = (offer: Pick<Offer, "equity" | "loan">): GroupData => ({
  key: "company_papers",
  title: text("企业材料", "Company papers"),
  questions: [
    paper("A01", "licence", "营业执照", "Business licence", {
      required: true,
      accept: pdfOrScan,
      maxCount: 2,
    }),
    paper("A02", "articles", "公司章程（现行）", "Articles of association in force", {
      required: offer.equity ?? false,
    }),
    paper(
      "A03",
      "audit_reports",
      "近三年审计报告和最近一期报表",
      "Audit reports of three years and the latest statements",
      {
        required: true,
        maxCount: 8,
        help: ["成立不满三年的，从成立起。", "Since founding, if less than three years ago."],
      },
    ),
    paper("A04", "financial_model", "财务模型和盈利预测", "Financial model and forecast", {
      required: when.anyGiven(offer.equity, offer.loan),
      accept: ["xlsx"],
      maxCount: 2,
      help: ["XLSX，公式保留。", "XLSX, with its formulas."],
    }),
    paper(
      "A22",
      "credit_reports",
      "信用中国报告和无违法证明或承诺",
      "Credit China report, and proof or undertaking of no violations",
      {
        required: true,
        accept: pdfOrScan,
        maxCount: 10,
      },
    ),
    paper("A23", "undertaking", "承诺书（签章）和授权委托书", "Signed undertaking and power of attorney", {
      required: true,
      accept: pdfOrScan,
      maxCount: 4,
      restricted: true,
      help: ["被授权人的身份证号要遮去。", "Black out the ID number of the person authorised."],
    }),
    paper(
      "A21",
      "resolution",
      "同意申报或增资的股东会、董事会决议",
      "Resolution agreeing to the application or capital increase",
      {
        required: false,
        help: ["签约时必须提供，现在可不交。", "Needed at signing; optional now."],
      },
    ),
  ],
});
