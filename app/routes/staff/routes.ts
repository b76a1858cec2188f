import { index, layout, prefix, route, type RouteConfigEntry } from "@react-router/dev/routes";
import { auditRoutes } from "./audit/routes.ts";
import { callRoutes } from "./calls/routes.ts";
import { companyRoutes } from "./companies/routes.ts";
import { decisionRoutes } from "./decisions/routes.ts";
import { exportRoutes } from "./exports/routes.ts";
import { formRoutes } from "./forms/routes.ts";
import { mailRoutes } from "./mail/routes.ts";
import { peopleRoutes } from "./people/routes.ts";
import { proposalRoutes } from "./proposals/routes.ts";
import { questionRoutes } from "./questions/routes.ts";
import { rankingRoutes } from "./ranking/routes.ts";
import { reviewerListRoutes } from "./reviewers/routes.ts";
import { workingDayRoutes } from "./working-days/routes.ts";

const at = (path: string, file: string) => route(path, `routes/staff/${file}`);

/** Everything the fund's own people open; what hangs on one application stands under its address. */
export const staffRoutes: RouteConfigEntry[] = [
  layout("routes/staff/layout.tsx", [
    ...prefix("staff", [
      index("routes/staff/home.tsx"),
      at("applications", "applications/list.tsx"),
      at("applications/bulk", "applications/bulk.tsx"),
      at("applications/:id", "applications/application.tsx"),
      at("applications/:id/check", "applications/check.tsx"),
      at("applications/:id/check/notice", "applications/notice.tsx"),
      at("applications/:id/check/notice/:language", "applications/notice-letter.ts"),
      at("applications/:id/reviewers", "applications/reviewers.tsx"),
      at("checks", "checks.tsx"),
      at("assignments", "assignments.tsx"),
      ...auditRoutes,
      ...callRoutes,
      ...companyRoutes,
      ...decisionRoutes,
      ...exportRoutes,
      ...formRoutes,
      ...mailRoutes,
      ...peopleRoutes,
      ...proposalRoutes,
      ...questionRoutes,
      ...rankingRoutes,
      ...reviewerListRoutes,
      ...workingDayRoutes,
    ]),
  ]),
];
