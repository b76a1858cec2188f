import { offer } from "../offer.ts";
import { feasibility, feasibleBy } from "../sections/feasibility.ts";
import { foundingTeam } from "../sections/founding-team.ts";
import { instituteTransfer } from "../sections/institute-transfer.ts";
import { jointCentre } from "../sections/joint-centre.ts";
import { paperFor, papers } from "../sections/papers.ts";
import { inStrand, instrumentOnlyFor, onlyFor } from "../strands.ts";
import { innovationForm } from "./innovation-form.ts";

/** Takes C8 and C9 along: the platform for teams and innovation (domain 4). */
export const c7Form = innovationForm({
  code: "C7",
  title: ["国家级团队与联合研发中心申报书", "Application: national teams and joint R&D centres"],
  offer: offer("direct_equity", "sub_fund"),
  titleExample: ["碳化硅器件可靠性联合研发中心", "Joint R&D centre for the reliability of SiC devices"],
  strands: [
    {
      code: "c7",
      label: ["国家级团队与联合研发中心（C7）", "National teams and joint R&D centres (C7)"],
      hint: [
        "国家级团队来晋，或龙头企业与本地企业共建研发中心。",
        "A national-level team comes to Shanxi, or a leading and a local company build a centre.",
      ],
    },
    {
      code: "c8",
      label: ["成熟团队创业投资（C8）", "Experienced team ventures (C8)"],
      hint: [
        "共事多年、做出过产品的团队创业。",
        "A team that has worked together and shipped products founds a company.",
      ],
    },
    {
      code: "c9",
      label: ["院所协同创新与成果转化（C9）", "Institute co-innovation and technology transfer (C9)"],
      hint: [
        "院所或高校的技术中试、转化或作价入股。",
        "Technology of an institute or university is piloted, transferred or contributed for shares.",
      ],
    },
  ],
  rules: [
    instrumentOnlyFor(
      "sub_fund",
      ["c8"],
      [
        "子基金只用于成熟团队创业投资方向。其他方向请选直接投资。",
        "Sub-funds are for experienced team ventures only. For the other strands choose direct equity.",
      ],
    ),
  ],
  special: [
    onlyFor(inStrand("c7"), jointCentre),
    onlyFor(inStrand("c8"), foundingTeam),
    onlyFor(inStrand("c9"), instituteTransfer),
  ],
  feasible: feasibility(feasibleBy.innovation),
  commitment: inStrand("c8"),
  partners: inStrand("c7", "c9"),
  papers: [paperFor(inStrand("c7", "c9"), papers.cooperationAgreement)],
  teamPapers: inStrand("c7", "c8"),
});
