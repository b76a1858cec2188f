import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ServerBuild } from "react-router";
import type { Services } from "#app/http/services.ts";

type Handle = (request: Request) => Promise<Response>;

export const buildDir = resolve(process.env.BUILD_DIR ?? "build");

/** The pages as they were built, loaded once by Node itself: what is tested is what is served. */
export const serverBuild: ServerBuild = loadBuild();

function loadBuild(): ServerBuild {
  const file = resolve(buildDir, "server/index.js");
  if (!existsSync(file)) throw new Error(`There is no build in ${buildDir}: run npm run build first`);
  return createRequire(import.meta.url)(file) as ServerBuild;
}

export interface BuiltRoute {
  id: string;
  /** `/applications/:id/check` */
  pattern: string;
  hasLoader: boolean;
  hasAction: boolean;
  /** A page draws something; a resource route only answers. */
  isPage: boolean;
  /** A frame around other routes without an address of its own. */
  isLayout: boolean;
}

type Entry = NonNullable<ServerBuild["routes"][string]>;

/** Every route of the built manifest with its full address. */
export function builtRoutes(build: ServerBuild = serverBuild): BuiltRoute[] {
  const all = Object.values(build.routes).filter((route) => route !== undefined);
  const parents = new Set(all.map((route) => route.parentId));
  return all
    .filter((route) => route.id !== "root")
    .map((route) => ({
      id: route.id,
      pattern: patternOf(build, route),
      hasLoader: route.module.loader !== undefined,
      hasAction: route.module.action !== undefined,
      isPage: route.module.default !== undefined,
      isLayout: parents.has(route.id) && !ownsAddress(build, route),
    }));
}

function patternOf(build: ServerBuild, route: Entry): string {
  const parent = route.parentId ? build.routes[route.parentId] : undefined;
  const above = parent ? patternOf(build, parent) : "";
  return `${above === "/" ? "" : above}/${route.path ?? ""}`.replace(/\/$/, "") || "/";
}

/** A layout with a path has an address only if an index route stands below it. */
const ownsAddress = (build: ServerBuild, route: Entry): boolean =>
  !Object.values(build.routes).some((child) => child?.parentId === route.id);

/** The request handler that the process serves, without its listener. */
export async function builtHandler(services: Services): Promise<Handle> {
  const { createHandler } = await import("#app/server/listener.ts");
  return createHandler(serverBuild, services, "production");
}
