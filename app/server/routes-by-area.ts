import type { ServerBuild } from "react-router";

type Routes = ServerBuild["routes"];

/**
 * The routes of each area (what the first part of an address names) together with those that stand anywhere.
 * The router tries its routes one after the other, twice a request: in the area of the address there are few.
 */
export function routesByArea(all: Routes): ReadonlyMap<string, Routes> {
  const ids = Object.keys(all);
  const areas = new Set(ids.map((id) => areaOf(all, id)).filter((area) => area !== anywhere));
  return new Map(
    [...areas].map((area) => {
      const within = ids.filter((id) => [area, anywhere].includes(areaOf(all, id)));
      return [area, Object.fromEntries(within.map((id) => [id, all[id]]))];
    }),
  );
}

/** Of an address: `reviews` of `/reviews/12`. In other letter case or encoding it is no area, and all routes are tried. */
export const areaOfPath = (pathname: string): string => firstPart(pathname);

const anywhere = "";

function areaOf(all: Routes, id: string): string {
  const path = pathOf(all, id);
  const first = firstPart(path);
  return /[:*?]/.test(first) ? anywhere : first;
}

function pathOf(all: Routes, id: string): string {
  const route = all[id];
  if (!route) return "";
  const parent = route.parentId === undefined ? "" : pathOf(all, route.parentId);
  return route.path === undefined ? parent : `${parent}/${route.path}`;
}

const firstPart = (path: string): string => path.split("/").find((part) => part !== "") ?? anywhere;
