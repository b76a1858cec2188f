import { route, type RouteConfigEntry } from "@react-router/dev/routes";

export const auditRoutes: RouteConfigEntry[] = [route("audit", "routes/staff/audit/events.tsx")];
