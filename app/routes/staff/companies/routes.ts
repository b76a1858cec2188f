import { route, type RouteConfigEntry } from "@react-router/dev/routes";

/** Children of the desk's layout. */
export const companyRoutes: RouteConfigEntry[] = [
  route("companies", "routes/staff/companies/list.tsx"),
  route("companies/:companyId", "routes/staff/companies/company.tsx"),
  route("companies/:companyId/licence", "routes/staff/companies/licence.ts"),
];
