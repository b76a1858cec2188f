import { route, type RouteConfigEntry } from "@react-router/dev/routes";

export const callRoutes: RouteConfigEntry[] = [
  route("calls", "routes/staff/calls/list.tsx"),
  route("calls/new", "routes/staff/calls/writing/new.tsx"),
  route("calls/:callId", "routes/staff/calls/call.tsx"),
  route("calls/:callId/edit", "routes/staff/calls/writing/overview.tsx"),
  route("calls/:callId/edit/:group", "routes/staff/calls/writing/group.tsx"),
  route("calls/:callId/tests", "routes/staff/calls/tests.tsx"),
  route("calls/:callId/testers", "routes/staff/calls/testers.tsx"),
  route("calls/:callId/preview", "routes/staff/calls/writing/preview.tsx"),
  route("calls/:callId/export", "routes/staff/calls/writing/export.ts"),
  route("calls/:callId/import", "routes/staff/calls/writing/import.tsx"),
  route("calls/:callId/withdraw", "routes/staff/calls/writing/withdraw.tsx"),
];
