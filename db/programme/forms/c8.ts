import { offer } from "../offer.ts";
import { feasibility, feasibleBy } from "../sections/feasibility.ts";
import { foundingTeam } from "../sections/founding-team.ts";
import { innovationForm } from "./innovation-form.ts";

export const c8Form = innovationForm({
  code: "C8",
  title: ["成熟团队创业投资申报书", "Application: experienced team ventures"],
  offer: offer("direct_equity", "sub_fund"),
  titleExample: ["车规级碳化硅模块研发与产业化", "Automotive SiC modules, R&D and production"],
  special: [foundingTeam],
  feasible: feasibility(feasibleBy.team),
  commitment: true,
  teamPapers: true,
});
