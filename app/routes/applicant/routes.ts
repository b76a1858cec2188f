import type { RouteConfigEntry } from "@react-router/dev/routes";
import { recordRoutes } from "./record/routes.ts";

export const applicantRoutes: RouteConfigEntry[] = [...recordRoutes];
