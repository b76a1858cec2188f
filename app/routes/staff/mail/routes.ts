import { route, type RouteConfigEntry } from "@react-router/dev/routes";

export const mailRoutes: RouteConfigEntry[] = [
  route("mail", "routes/staff/mail/list.tsx"),
  route("mail/:id", "routes/staff/mail/mail.tsx"),
  route("mail/:id/html", "routes/staff/mail/html.ts"),
];
