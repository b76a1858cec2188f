import { index, layout, prefix, route, type RouteConfigEntry } from "@react-router/dev/routes";
import { companyRoutes } from "./companies/routes.ts";
import { exportRoutes } from "./exports/routes.ts";
import { mailRoutes } from "./mail/routes.ts";
import { peopleRoutes } from "./people/routes.ts";

const at = (path: string, file: string) => route(path, `routes/staff/${file}`);

/** Everything the fund's own people open; what hangs on one application stands under its address. */
export const staffRoutes: RouteConfigEntry[] = [
  layout("routes/staff/layout.tsx", [
    ...prefix("staff", [
      index("routes/staff/home.tsx"),
      ...companyRoutes,
      ...exportRoutes,
      ...mailRoutes,
      ...peopleRoutes,
    ]),
  ]),
];
