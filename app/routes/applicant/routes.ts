import { layout, route, type RouteConfigEntry } from "@react-router/dev/routes";
import { carryRoutes } from "./carry/routes.ts";
import { companyRoutes } from "./companies/routes.ts";
import { recordRoutes } from "./record/routes.ts";
import { tableRoutes } from "./tables/routes.ts";

export const applicantRoutes: RouteConfigEntry[] = [
  route("workspace", "routes/applicant/workspace.tsx"),
  route("calls-to-try", "routes/applicant/calls-to-try.tsx"),
  route("applications/new", "routes/applicant/start.tsx"),
  route("files/:fileId", "routes/applicant/file.ts"),
  layout("routes/applicant/test-banner.tsx", [
    route("applications/:id", "routes/applicant/tasks/tasks.tsx"),
    route("applications/:id/sections/:section", "routes/applicant/section/section.tsx"),
    route("applications/:id/sections/:section/history", "routes/applicant/history/history.tsx"),
    route("applications/:id/autosave", "routes/applicant/section/autosave.ts"),
    route("applications/:id/presence", "routes/applicant/section/presence.ts"),
    route("applications/:id/files", "routes/applicant/files.ts"),
    route("applications/:id/check", "routes/applicant/check/check.tsx"),
    route("applications/:id/submit", "routes/applicant/check/check.tsx", {
      id: "routes/applicant/check/submit",
    }),
    route("applications/:id/sign-off", "routes/applicant/check/sign-off.tsx"),
    route("applications/:id/delete", "routes/applicant/delete.tsx"),
    ...recordRoutes,
    ...tableRoutes,
    ...carryRoutes,
  ]),
  ...companyRoutes,
];
