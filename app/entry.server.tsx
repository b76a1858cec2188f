import { renderToString } from "react-dom/server";
import { type EntryContext, type RouterContextProvider, ServerRouter } from "react-router";
import { acceptsGzip } from "./http/accepts-gzip.ts";
import { gzippedBody, plainBody } from "./http/page-body.ts";
import { requestContextKey } from "./http/request-context.ts";
import { servicesContext } from "./http/services.ts";
import { withKeptParts } from "./ui/rendered-once.ts";

// The process that loads this bundle lends its services through the bundle's own context keys.
export { requestContextKey, servicesContext };

/** Renders the whole page at once: nothing here waits or streams, and one string is cheaper than many chunks. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
) {
  headers.set("content-type", "text/html; charset=utf-8");
  showData(entry.staticHandlerContext);
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const { nonce } = context.get(requestContextKey);
  const page = renderToString(
    <ServerRouter context={withMatchedRoutes(entry)} url={request.url} nonce={nonce} />,
  );
  const pieces = withKeptParts(`<!DOCTYPE html>${page}`);
  const asGzip = acceptsGzip(request);
  if (asGzip) {
    headers.set("content-encoding", "gzip");
    headers.append("vary", "Accept-Encoding");
  }
  const body = asGzip ? await gzippedBody(pieces) : plainBody(pieces);
  headers.set("content-length", String(body.length));
  return new Response(body, { status, headers });
}

/** The router builds every route it is told of anew for each page; a page without client routing needs its own alone. */
function withMatchedRoutes(entry: EntryContext): EntryContext {
  const routes = Object.fromEntries(
    entry.staticHandlerContext.matches.map(({ route: { id } }) => [id, entry.manifest.routes[id]]),
  );
  return { ...entry, manifest: { ...entry.manifest, routes } };
}

/** Makes enumerable again what server/keep-data-on-server hid from the framework's encoder, which has run by now. */
function showData({ loaderData, actionData }: EntryContext["staticHandlerContext"]) {
  for (const value of [...Object.values(loaderData), ...Object.values(actionData ?? {})]) {
    if (typeof value !== "object" || value === null) continue;
    for (const [key, { enumerable, configurable }] of Object.entries(Object.getOwnPropertyDescriptors(value)))
      if (!enumerable && configurable) Object.defineProperty(value, key, { enumerable: true });
  }
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
) {
  if (request.signal.aborted) return;
  const { services, requestId } = context.get(requestContextKey);
  services.logger.error({ err: error, requestId, path: new URL(request.url).pathname }, "request failed");
}
