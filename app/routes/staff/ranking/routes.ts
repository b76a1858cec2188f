import { route, type RouteConfigEntry } from "@react-router/dev/routes";

/** `/staff/ranking/C5` is the latest call of that code, `/staff/ranking/C5-2025` the one of that year. */
export const rankingRoutes: RouteConfigEntry[] = [
  route("ranking", "routes/staff/ranking/choose-call.tsx"),
  route("ranking/:call", "routes/staff/ranking/ranking.tsx"),
  route("ranking/:call/calibration", "routes/staff/ranking/calibration.tsx"),
  route("ranking/:call/:applicationId", "routes/staff/ranking/score-record.tsx"),
  route("ranking/:call/:applicationId/seen/:reviewId", "routes/staff/ranking/review-record.tsx"),
  route("ranking/:call/:applicationId/pdf", "routes/staff/ranking/score-papers.ts"),
];
