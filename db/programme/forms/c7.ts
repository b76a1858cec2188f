import { offer } from "../offer.ts";
import { jointCentre } from "../sections/joint-centre.ts";
import { papers } from "../sections/papers.ts";
import { innovationForm } from "./innovation-form.ts";

export const c7Form = innovationForm({
  code: "C7",
  title: ["国家级团队与联合研发中心申报书", "Application: national teams and joint R&D centres"],
  offer: offer("direct_equity"),
  titleExample: ["碳化硅器件可靠性联合研发中心", "Joint R&D centre for the reliability of SiC devices"],
  special: jointCentre,
  partners: 2,
  papers: [papers.cooperationAgreement],
  teamPapers: true,
});
