import { ask } from "../ask.ts";
import type { Condition, QuestionData } from "../programme-types.ts";
import { when } from "../when.ts";

export const pdfOrScan = ["pdf", "jpg", "png"];

type Paper = {
  required: boolean | Condition;
  accept?: string[];
  maxCount?: number;
  visibleWhen?: Condition;
  help?: [string, string];
  /** Not for reviewers, the committee or the company's viewers. */
  restricted?: boolean;
};

/** A01 becomes the key a01_…, so that answers and file names speak of the same paper. */
export const paper = (
  code: string,
  name: string,
  zh: string,
  en: string,
  { help, ...rule }: Paper,
): QuestionData =>
  ask.file(`${code.toLowerCase()}_${name}`, [zh, en], { code, ...rule, ...(help ? { help } : {}) });

const holdsCertificate = when.includesAny("certifications", [
  "aec_q100",
  "aec_q101",
  "aec_q102",
  "iatf_16949",
  "iso_9001",
  "iso_14001",
  "iso_45001",
  "network_access",
]);

const holdsSecurityCertificate = when.includesAny("security_certificates", [
  "mlps_2",
  "mlps_3",
  "iso_27001",
  "dsmm",
  "tisax",
]);

/** A paper that only some calls ask for, and among which others it stands. */
export type OwnPaper = { group: "project" | "technology"; question: QuestionData };

/** Domain 3.3, by what they show; each call picks its own. */
export const papers = {
  equipmentQuotes: {
    group: "project",
    question: paper(
      "A13",
      "equipment_quotes",
      "设备清单和报价或合同",
      "Equipment list with quotations or contracts",
      {
        required: true,
        accept: ["xlsx", "pdf"],
        maxCount: 10,
        help: ["遮去银行账号。", "Black out bank account numbers."],
      },
    ),
  },
  testReports: {
    group: "technology",
    question: paper(
      "A10",
      "test_reports",
      "第三方检测报告或用户验证报告",
      "Third-party test or customer validation reports",
      {
        required: true,
        maxCount: 10,
      },
    ),
  },
  designProof: {
    group: "technology",
    question: paper(
      "A11",
      "design_proof",
      "流片合同和发票、EDA正版证明、版图缩略图",
      "Tape-out contracts and invoices, proof of genuine EDA, layout thumbnails",
      {
        required: true,
        accept: ["pdf", "jpg", "png"],
        maxCount: 10,
        help: [
          "与“流片记录”“EDA与IP授权”各行对应。版图缩略图以看不出电路为度。遮去银行账号。",
          "One for each row of tape-outs and licences. Thumbnails must not let the circuit be read. Black out bank account numbers.",
        ],
      },
    ),
  },
  serviceContracts: {
    group: "technology",
    question: paper(
      "A12",
      "service_contracts",
      "设计服务合同样本（脱敏）和客户清单",
      "Sample service contracts (redacted) and client list",
      {
        required: true,
        maxCount: 10,
        help: [
          "遮去客户名称、价格和受保密约定的内容。",
          "Black out clients’ names, prices and anything under a confidentiality agreement.",
        ],
      },
    ),
  },
  securityCertificates: {
    group: "technology",
    question: paper("A12", "security_certificates", "数据安全认证证书", "Data security certificates", {
      required: holdsSecurityCertificate,
      visibleWhen: holdsSecurityCertificate,
      accept: pdfOrScan,
      maxCount: 6,
    }),
  },
  certificates: {
    group: "technology",
    question: paper(
      "A10",
      "certificates",
      "AEC-Q、IATF 16949等认证证书",
      "AEC-Q, IATF 16949 and similar certificates",
      {
        required: holdsCertificate,
        visibleWhen: holdsCertificate,
        accept: pdfOrScan,
        maxCount: 10,
        help: ["涉军证书不上传。", "Do not upload defence certificates."],
      },
    ),
  },
  validationAgreement: {
    group: "technology",
    question: paper(
      "A14",
      "validation_agreement",
      "联合攻关或首台（套）验证协议",
      "Co-development or first-unit validation agreement",
      {
        required: true,
        maxCount: 5,
        help: [
          "须写明验证产线、晶圆、验收指标和知识产权归属，双方签章。",
          "Signed by both sides, naming the line, the wafers, the acceptance figures and who owns the rights.",
        ],
      },
    ),
  },
  cooperationAgreement: {
    group: "technology",
    question: paper(
      "A15",
      "cooperation",
      "共建研发中心、院所合作协议和技术来源合同",
      "Agreement on the centre, with the institute, and source of the technology",
      {
        required: true,
        maxCount: 6,
        help: [
          "须写明投入、知识产权归属和人员安排，各方签章。遮去身份证号和银行账号。",
          "Signed by all, naming investment, who owns the rights and who is there. Black out ID and bank account numbers.",
        ],
      },
    ),
  },
} satisfies Record<string, OwnPaper>;

/** The same paper, asked of some strands only. */
export const paperFor = (strand: Condition, { group, question }: OwnPaper): OwnPaper => ({
  group,
  question: {
    ...question,
    visibleWhen:
      question["visibleWhen"] === undefined
        ? strand
        : when.both(question["visibleWhen"] as Condition, strand),
  },
});
