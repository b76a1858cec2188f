import { index, route, type RouteConfigEntry } from "@react-router/dev/routes";
import { demoMailRoutes } from "./demo-mail-routes.ts";

export const publicRoutes: RouteConfigEntry[] = [
  index("routes/public/home.tsx"),
  route("calls", "routes/public/calls.tsx"),
  route("calls/:code", "routes/public/call.tsx"),
  route("calls/:code/eligibility", "routes/public/eligibility.tsx"),
  route("notices", "routes/public/notices.tsx"),
  route("notices/:id", "routes/public/notice.tsx"),
  route("guide", "routes/public/guide.tsx"),
  route("privacy", "routes/public/privacy.tsx"),
  route("accessibility", "routes/public/accessibility.tsx"),
  route("contact", "routes/public/contact.tsx"),
  route("verify-audit", "routes/public/verify-audit.tsx"),
  route("schema/form-definition", "routes/public/form-language.tsx"),
  route("schema/form-definition.v1.json", "routes/public/form-definition-schema.ts"),
  ...demoMailRoutes,
];
