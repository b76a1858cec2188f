import { route, type RouteConfigEntry } from "@react-router/dev/routes";

export const questionRoutes: RouteConfigEntry[] = [
  route("questions", "routes/staff/questions/list.tsx"),
  route("applications/:id/questions", "routes/staff/questions/of-application.tsx"),
];
