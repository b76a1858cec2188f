import { index, type RouteConfigEntry } from "@react-router/dev/routes";

export const publicRoutes: RouteConfigEntry[] = [index("routes/public/home.tsx")];
