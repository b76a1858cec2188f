import { route, type RouteConfigEntry } from "@react-router/dev/routes";

export const formRoutes: RouteConfigEntry[] = [
  route("forms", "routes/staff/forms/list.tsx"),
  route("forms/import", "routes/staff/forms/import.tsx"),
  route("forms/versions/:callId", "routes/staff/forms/versions.tsx"),
  route("forms/:draftId", "routes/staff/forms/draft.tsx"),
  route("forms/:draftId/add", "routes/staff/forms/add-node.tsx"),
  route("forms/:draftId/edit", "routes/staff/forms/edit-node.tsx"),
  route("forms/:draftId/preview", "routes/staff/forms/preview.tsx"),
  route("forms/:draftId/presence", "routes/staff/forms/presence.ts"),
  route("forms/:draftId/export", "routes/staff/forms/export.ts"),
];
