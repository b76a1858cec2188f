import { layout, route, type RouteConfigEntry } from "@react-router/dev/routes";

export const reviewerRoutes: RouteConfigEntry[] = [
  layout("routes/reviewer/desk.tsx", [
    route("reviews", "routes/reviewer/queue.tsx"),
    route("reviews/wishes", "routes/reviewer/wishes.tsx"),
    route("reviews/details", "routes/reviewer/registry/registry.ts"),
    route("reviews/details/:section", "routes/reviewer/registry/registry-section.tsx"),
    route("reviews/:assignmentId/declare", "routes/reviewer/declare.tsx"),
    route("reviews/:assignmentId/questions", "routes/reviewer/questions/questions.tsx"),
  ]),
  route("reviews/:assignmentId", "routes/reviewer/review.tsx"),
  route("reviews/:assignmentId/autosave", "routes/reviewer/autosave.ts"),
  route("reviews/:assignmentId/pdf", "routes/reviewer/score-paper.ts"),
];
