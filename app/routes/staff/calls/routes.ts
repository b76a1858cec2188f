import { route, type RouteConfigEntry } from "@react-router/dev/routes";

export const callRoutes: RouteConfigEntry[] = [
  route("calls", "routes/staff/calls/list.tsx"),
  route("calls/:callId", "routes/staff/calls/call.tsx"),
];
