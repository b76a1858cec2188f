import { route, type RouteConfigEntry } from "@react-router/dev/routes";

export const companyRoutes: RouteConfigEntry[] = [
  route("companies/new", "routes/applicant/companies/new.tsx"),
  route("companies/:companyId", "routes/applicant/companies/overview.tsx"),
  route("companies/:companyId/names", "routes/applicant/companies/names.tsx"),
  route("companies/:companyId/uscc", "routes/applicant/companies/correct-uscc.tsx"),
  route("companies/:companyId/licence", "routes/applicant/companies/licence.ts"),
  route("companies/:companyId/profile", "routes/applicant/companies/profile.ts"),
  route("companies/:companyId/profile/:section", "routes/applicant/companies/profile-section.tsx"),
  route("companies/:companyId/members", "routes/applicant/companies/members.tsx"),
  route("companies/:companyId/members/:personId", "routes/applicant/companies/member.tsx"),
];
