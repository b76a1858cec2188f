import { route, type RouteConfigEntry } from "@react-router/dev/routes";

export const carryRoutes: RouteConfigEntry[] = [
  route("applications/:id/carry-over", "routes/applicant/carry/carry-over.tsx"),
  route("applications/:id/profile-update", "routes/applicant/carry/profile-update.tsx"),
];
