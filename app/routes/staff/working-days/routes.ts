import { route, type RouteConfigEntry } from "@react-router/dev/routes";

/** Children of the desk's layout. */
export const workingDayRoutes: RouteConfigEntry[] = [
  route("working-days", "routes/staff/working-days/overview.tsx"),
  route("working-days/:year", "routes/staff/working-days/year.tsx"),
];
