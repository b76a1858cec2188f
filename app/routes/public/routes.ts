import { index, route, type RouteConfigEntry } from "@react-router/dev/routes";

export const publicRoutes: RouteConfigEntry[] = [
  index("routes/public/home.tsx"),
  route("guide", "routes/public/guide.tsx"),
  route("privacy", "routes/public/privacy.tsx"),
  route("accessibility", "routes/public/accessibility.tsx"),
  route("contact", "routes/public/contact.tsx"),
  route("verify-audit", "routes/public/verify-audit.tsx"),
];
