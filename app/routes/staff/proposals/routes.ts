import { route, type RouteConfigEntry } from "@react-router/dev/routes";

/** Of one call: `/staff/assignments/C5` is the latest call of that code, `/staff/assignments/C5-2025` that year's. */
export const proposalRoutes: RouteConfigEntry[] = [
  route("assignments/:call", "routes/staff/proposals/prepare.tsx"),
  route("assignments/:call/proposal", "routes/staff/proposals/proposal.tsx"),
  route("assignments/:call/proposal/:applicationId", "routes/staff/proposals/change.tsx"),
  route("assignments/:call/release", "routes/staff/proposals/release.tsx"),
];
