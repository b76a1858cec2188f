import { route, type RouteConfigEntry } from "@react-router/dev/routes";

/** `/staff/exports/applications.xlsx?…` takes what the list with the same query shows. */
export const exportRoutes: RouteConfigEntry[] = [
  route("exports", "routes/staff/exports/overview.tsx"),
  route("exports/:file", "routes/staff/exports/export.ts"),
];
