import { route, type RouteConfigEntry } from "@react-router/dev/routes";

/** Children of the desk's layout. */
export const peopleRoutes: RouteConfigEntry[] = [
  route("people", "routes/staff/people/list.tsx"),
  route("people/invitations", "routes/staff/people/invitations.tsx"),
  route("people/invite", "routes/staff/people/invite.tsx"),
  route("people/:personId", "routes/staff/people/person.tsx"),
];
