import { route, type RouteConfigEntry } from "@react-router/dev/routes";

export const reviewerListRoutes: RouteConfigEntry[] = [
  route("reviewers", "routes/staff/reviewers/list.tsx"),
  route("reviewers/:personId", "routes/staff/reviewers/reviewer.tsx"),
];
