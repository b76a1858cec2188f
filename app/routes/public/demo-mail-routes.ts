import { route, type RouteConfigEntry } from "@react-router/dev/routes";

/** Only in a demonstration; otherwise these pages do not exist. */
export const demoMailRoutes: RouteConfigEntry[] = [
  route("demo/mail", "routes/public/demo-mail.tsx"),
  route("demo/mail/:id", "routes/public/demo-mail-message.tsx"),
  route("demo/mail/:id/html", "routes/public/demo-mail-html.ts"),
];
