import { Writable } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import { type EntryContext, type RouterContextProvider, ServerRouter } from "react-router";
import { requestContextKey } from "./http/request-context.ts";
import { servicesContext } from "./http/services.ts";

// The process that loads this bundle lends its services through the bundle's own context keys.
export { requestContextKey, servicesContext };

export const streamTimeout = 5_000;

/** Renders the whole page into one buffer: nothing here streams, and one write is cheaper than many. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
) {
  headers.set("content-type", "text/html; charset=utf-8");
  showData(entry.staticHandlerContext);
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const { nonce, services, requestId } = context.get(requestContextKey);
  return new Promise<Response>((resolve, reject) => {
    let code = status;
    const timer = setTimeout(() => abort(), streamTimeout + 1_000);
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={entry} url={request.url} nonce={nonce} />,
      {
        nonce,
        onAllReady() {
          const chunks: Buffer[] = [];
          const sink = new Writable({
            write(chunk: Buffer | string, _encoding, done) {
              chunks.push(Buffer.from(chunk as Buffer));
              done();
            },
            final(done) {
              clearTimeout(timer);
              const body = Buffer.concat(chunks);
              headers.set("content-length", String(body.length));
              resolve(new Response(body, { status: code, headers }));
              done();
            },
          });
          pipe(sink);
        },
        onShellError: reject,
        onError(error) {
          code = 500;
          if (!request.signal.aborted) services.logger.error({ err: error, requestId }, "render failed");
        },
      },
    );
  });
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
