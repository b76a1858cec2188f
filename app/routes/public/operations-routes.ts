import { route, type RouteConfigEntry } from "@react-router/dev/routes";

export const operationsRoutes: RouteConfigEntry[] = [
  route("healthz", "routes/public/healthz.ts"),
  route("readyz", "routes/public/readyz.ts"),
  route("metrics", "routes/public/metrics.ts"),
  route("*", "routes/public/no-such-page.tsx"),
];
