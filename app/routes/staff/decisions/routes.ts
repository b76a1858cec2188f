import { route, type RouteConfigEntry } from "@react-router/dev/routes";

/** A decision is recorded under its application and released under its own address. */
export const decisionRoutes: RouteConfigEntry[] = [
  route("decisions", "routes/staff/decisions/list.tsx"),
  route("decisions/:id", "routes/staff/decisions/decision.tsx"),
  route("decisions/:id/letters/:recipientId", "routes/staff/decisions/letter.ts"),
  route("applications/:id/decision", "routes/staff/decisions/record.tsx"),
];
