import { text } from "../ask.ts";
import type { Offer } from "../offer.ts";
import type { Condition, GroupData, QuestionData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { attachmentWords, companyPapers } from "./company-papers.ts";
import { type OwnPaper, paper, pdfOrScan } from "./papers.ts";

const ref = (key: string) => ({ ref: key });

type Attachments = {
  hasRevenue: Condition;
  offer: Offer;
  /** What the call asks for beyond what every applicant hands in. */
  papers: OwnPaper[];
  /** Whether the team's papers are needed; others may add them. */
  team?: boolean | Condition;
  /** Who hands in the papers of a listing: those who mean to leave that way, or everyone. */
  goesPublic?: Condition;
};

/** Domain 3.3. A05 stands with the ownership it shows. */
export const attachments = ({
  hasRevenue,
  offer,
  papers,
  team = false,
  goesPublic = when.includes("exit_plan", "ipo"),
}: Attachments): SectionData => {
  const own = (group: OwnPaper["group"]) =>
    papers.filter((each) => each.group === group).map((each) => each.question);
  return {
    ...attachmentWords,
    groups: [
      companyPapers(offer),
      {
        key: "project_papers",
        title: text("项目材料", "Project papers"),
        questions: [
          paper("A06", "business_plan", "商业计划书", "Business plan", {
            required: offer.equity ?? false,
            maxCount: 2,
            help: ["不超过50页。", "Up to 50 pages."],
          }),
          paper("A06", "deck", "路演材料", "Pitch deck", {
            required: offer.equity ?? false,
            accept: ["pdf", "pptx"],
            maxCount: 1,
            help: ["不超过20页。", "Up to 20 pages."],
          }),
          paper("A07", "feasibility_study", "可行性研究报告", "Feasibility study", {
            required: when.either(when.yes("construction"), { ge: [ref("total_investment"), 10000] }),
            help: [
              "涉及建设或总投资1亿元以上的必交。",
              "Required for construction, or from RMB 100 million.",
            ],
          }),
          paper(
            "A08",
            "permits",
            "备案、环评、节能审查、用地或租赁、规划",
            "Filing, EIA, energy review, land or lease, planning",
            {
              required: when.yes("construction"),
              visibleWhen: when.yes("construction"),
              accept: pdfOrScan,
              maxCount: 12,
              help: ["尚未批复的，交受理通知。", "Where approval is pending, the notice of acceptance."],
            },
          ),
          ...own("project"),
        ],
      },
      {
        key: "technology_papers",
        title: text("技术与市场材料", "Technology and market papers"),
        questions: [
          paper("A09", "ip_certificates", "知识产权清单及证书", "List of rights and certificates", {
            required: true,
            maxCount: 10,
          }),
          paper("A09", "fto", "自由实施（FTO）分析报告", "Freedom-to-operate report", {
            required: offer.equity ? when.both(offer.equity, when.yes("fto_done")) : false,
            visibleWhen: when.yes("fto_done"),
            maxCount: 3,
          }),
          ...own("technology"),
          paper("A16", "team_papers", "核心团队简历", "Team’s CVs", {
            required: team,
            maxCount: 10,
            help: [
              "评审专家会看。遮去身份证号、住址和电话。",
              "Reviewers read these. Black out ID numbers, home addresses and telephone numbers.",
            ],
          }),
          paper(
            "A16",
            "employment_papers",
            "劳动合同、竞业说明和社保证明",
            "Employment contracts, non-compete statements and social insurance",
            {
              required: team,
              maxCount: 10,
              restricted: true,
              help: ["遮去身份证号和银行账号。", "Black out ID and bank account numbers."],
            },
          ),
          paper("A17", "contracts", "主要客户合同或订单", "Main customer contracts or orders", {
            required: hasRevenue,
            maxCount: 10,
            restricted: true,
          }),
        ],
      },
      ...whereItApplies(offer, goesPublic),
    ],
  };
};

const listingPapers = (goesPublic: Condition): QuestionData =>
  paper("A18", "listing_papers", "中介协议、辅导备案回执", "Adviser agreements, tutoring receipt", {
    required: {
      in: [
        ref("listing_stage"),
        ["tutoring_filed", "tutoring_passed", "accepted", "inquiry", "committee", "registration", "listed"],
      ],
    },
    visibleWhen: goesPublic,
    maxCount: 5,
  });

const bankPapers = (loan: Condition): QuestionData =>
  paper(
    "A19",
    "bank_papers",
    "企业征信报告、银行授信或贷款合同、抵押物权属",
    "Credit report, credit lines or loan contracts, title to collateral",
    {
      required: loan,
      visibleWhen: loan,
      maxCount: 10,
      restricted: true,
    },
  );

function whereItApplies({ equity, loan }: Offer, goesPublic: Condition): GroupData[] {
  if (equity === undefined && loan === undefined) return [];
  return [
    {
      key: "conditional_papers",
      title: text("视情况提供", "Where it applies"),
      visibleWhen: when.anyGiven(loan, equity && goesPublic),
      questions: [...(equity ? [listingPapers(goesPublic)] : []), ...(loan ? [bankPapers(loan)] : [])],
    },
  ];
}
