import type { ServerBuild } from "react-router";

/**
 * Pages are not hydrated, so what a loader returns is for the render alone. The framework would still encode it
 * into every answer (and hand it out at `.data` addresses): hiding the properties from enumeration spares the work
 * and keeps the data here. entry.server makes them enumerable again just before the render (`showData`).
 */
export function keepDataOnServer(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route?.module.default) return [id, route];
    const { loader, action } = route.module;
    const module = {
      ...route.module,
      ...(loader ? { loader: hidingResult(loader) } : {}),
      ...(action ? { action: hidingResult(action) } : {}),
    };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

function hidingResult<Args extends unknown[], Result>(load: (...args: Args) => Result) {
  return (async (...args: Args) => hide(await load(...args))) as unknown as (...args: Args) => Result;
}

function hide(result: unknown): unknown {
  if (isDataWithInit(result)) return { ...result, data: hidden(result.data) };
  return hidden(result);
}

function hidden(value: unknown): unknown {
  if (typeof value !== "object" || value === null || value instanceof Response || Array.isArray(value))
    return value;
  const shy = {};
  for (const [key, each] of Object.entries(value))
    Object.defineProperty(shy, key, { value: each, enumerable: false, configurable: true });
  return shy;
}

const isDataWithInit = (value: unknown): value is { type: string; data: unknown } =>
  typeof value === "object" &&
  value !== null &&
  (value as { type?: unknown }).type === "DataWithResponseInit";
