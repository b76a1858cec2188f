import type { RouteConfigEntry } from "@react-router/dev/routes";
import { companyRoutes } from "./companies/routes.ts";
import { recordRoutes } from "./record/routes.ts";

export const applicantRoutes: RouteConfigEntry[] = [...companyRoutes, ...recordRoutes];
