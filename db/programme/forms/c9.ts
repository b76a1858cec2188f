import { offer } from "../offer.ts";
import { feasibility, feasibleBy } from "../sections/feasibility.ts";
import { instituteTransfer } from "../sections/institute-transfer.ts";
import { papers } from "../sections/papers.ts";
import { innovationForm } from "./innovation-form.ts";

export const c9Form = innovationForm({
  code: "C9",
  title: ["院所协同创新与成果转化申报书", "Application: institute co-innovation and technology transfer"],
  offer: offer("direct_equity"),
  titleExample: ["氧化镓单晶衬底中试与转化", "Pilot production of Ga₂O₃ substrates"],
  special: [instituteTransfer],
  feasible: feasibility(feasibleBy.transfer),
  partners: 1,
  papers: [papers.cooperationAgreement],
});
