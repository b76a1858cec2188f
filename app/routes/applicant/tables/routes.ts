import { route, type RouteConfigEntry } from "@react-router/dev/routes";

const table = "applications/:id/sections/:section/tables/:table";

export const tableRoutes: RouteConfigEntry[] = [
  route(`${table}/import`, "routes/applicant/tables/import.tsx"),
  route(`${table}/export/:format`, "routes/applicant/tables/export.ts"),
];
