import { route, type RouteConfigEntry } from "@react-router/dev/routes";

/** What is on record of one application, for its company. */
export const recordRoutes: RouteConfigEntry[] = [
  route("applications/:id/receipt/:version", "routes/applicant/record/receipt.tsx"),
  route("applications/:id/status", "routes/applicant/record/status.tsx"),
  route("applications/:id/questions", "routes/applicant/record/questions.tsx"),
  route("applications/:id/withdraw", "routes/applicant/record/withdraw.tsx"),
  route("applications/:id/print", "routes/applicant/record/print.tsx"),
  route("applications/:id/pdf", "routes/applicant/record/pdf.ts"),
  route("applications/:id/packet", "routes/applicant/record/packet.ts"),
  route("applications/:id/packet/missing", "routes/applicant/record/packet-missing.tsx"),
];
