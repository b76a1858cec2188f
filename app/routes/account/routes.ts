import { route, type RouteConfigEntry } from "@react-router/dev/routes";

export const accountRoutes: RouteConfigEntry[] = [
  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-in/second-factor", "routes/account/second-factor-at-sign-in.tsx"),
  route("sign-out", "routes/account/sign-out.ts"),
  route("register", "routes/account/register.tsx"),
  route("verify-email/:token", "routes/account/verify-email.tsx"),
  route("reset", "routes/account/reset.tsx"),
  route("reset/:token", "routes/account/reset-password.tsx"),
  route("account", "routes/account/profile.tsx"),
  route("account/password", "routes/account/password.tsx"),
  route("account/second-factor", "routes/account/second-factor.tsx"),
  route("account/sessions", "routes/account/sessions.tsx"),
  route("invitations/:token", "routes/account/invitation.tsx"),
  route("test-invitations/:token", "routes/account/test-invitation.tsx"),
  route("staff-invitations/:token", "routes/account/staff-invitation.tsx"),
];
