import type { RouteConfig } from "@react-router/dev/routes";
import { accountRoutes } from "./routes/account/routes.ts";
import { applicantRoutes } from "./routes/applicant/routes.ts";
import { operationsRoutes } from "./routes/public/operations-routes.ts";
import { publicRoutes } from "./routes/public/routes.ts";
import { reviewerRoutes } from "./routes/reviewer/routes.ts";
import { staffRoutes } from "./routes/staff/routes.ts";

export default [
  ...publicRoutes,
  ...operationsRoutes,
  ...accountRoutes,
  ...applicantRoutes,
  ...reviewerRoutes,
  ...staffRoutes,
] satisfies RouteConfig;
