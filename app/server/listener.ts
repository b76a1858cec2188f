import { createReadStream, type Stats } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { peerAddressHeader } from "#app/http/client-network.ts";
import type { Services } from "#app/http/services.ts";
import { closedDoor } from "./closed-doors.ts";
import { newId } from "#app/platform/new-id.ts";
import { compress } from "./compress.ts";
import { keepDataOnServer } from "./keep-data-on-server.ts";
import { areaOfPath, routesByArea } from "./routes-by-area.ts";

const requestIdHeader = "x-request-id";

type Handle = (request: Request) => Promise<Response>;

/** The router's handler with this process's services in its load context. */
export function createHandler(build: ServerBuild, services: Services, mode: string): Handle {
  // Origins are judged by closedDoor, which knows the public address; the framework knows only this process's own.
  const whole = { ...keepDataOnServer(build), allowedActionOrigins: ["**"] };
  const handler = createRequestHandler(whole, mode);
  const handlerByArea = new Map(
    [...routesByArea(whole.routes)].map(([area, routes]) => [
      area,
      createRequestHandler({ ...whole, routes }, mode),
    ]),
  );
  const { servicesContext } = build.entry.module as unknown as {
    servicesContext: Parameters<RouterContextProvider["set"]>[0];
  };
  return async (request) => {
    const closed = closedDoor(request, services.settings.baseUrl);
    if (closed) return closed;
    const context = new RouterContextProvider();
    context.set(servicesContext, services);
    const inArea = handlerByArea.get(areaOfPath(new URL(request.url).pathname)) ?? handler;
    return inArea(request, context);
  };
}

/** node:http listener: static files first, then the router. */
export function createListener(handle: Handle, services: Services, clientDir: string | undefined) {
  const dynamic = createRequestListener(async (request) => compress(request, await handle(request)), {
    trustProxy: services.settings.trustProxy,
  });
  return async (req: IncomingMessage, res: ServerResponse) => {
    // Framework headers are ours to set; from outside they have been used to forge requests.
    for (const name of Object.keys(req.headers))
      if (name.startsWith("x-react-router")) delete req.headers[name];
    setHeader(req, peerAddressHeader, req.socket.remoteAddress ?? "");
    if (clientDir && (await serveStatic(req, res, clientDir))) return;
    const requestId = incomingRequestId(req) ?? newId();
    setHeader(req, requestIdHeader, requestId);
    const started = performance.now();
    res.once("close", () => observe(services, req, res, { requestId, ms: performance.now() - started }));
    dynamic(req, res);
  };
}

/** Sets the parsed and the raw header: the fetch adapter reads the raw list. */
function setHeader(req: IncomingMessage, name: string, value: string) {
  req.headers[name] = value;
  const raw: string[] = [];
  for (let i = 0; i < req.rawHeaders.length; i += 2) {
    const key = req.rawHeaders[i] ?? "";
    const lower = key.toLowerCase();
    if (lower !== name && !lower.startsWith("x-react-router")) raw.push(key, req.rawHeaders[i + 1] ?? "");
  }
  raw.push(name, value);
  req.rawHeaders = raw;
}

function observe(
  { metrics, logger }: Services,
  { method, url }: IncomingMessage,
  { statusCode: status }: ServerResponse,
  { requestId, ms }: { requestId: string; ms: number },
) {
  // Strangers may ask for anything: what is not there is one label, or the figures would grow without end.
  const route = status === 404 ? "not found" : routeLabel(url ?? "/");
  metrics.requests.observe({ method, route, status }, ms / 1000);
  logger.info({ requestId, method, route, status, ms: Math.round(ms * 10) / 10 }, "request");
}

/** A proxy's own id is kept, so that its log and ours can be laid side by side. */
const incomingRequestId = (req: IncomingMessage): string | undefined =>
  String(req.headers[requestIdHeader] ?? "").match(/^[\w-]{8,64}$/)?.[0];

/** The path with every id replaced, so that metrics stay few and logs name no one's application. */
const routeLabel = (url: string): string =>
  (url.split("?")[0] ?? "/")
    .replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}/g, "/:id")
    .replace(/\/[\w-]{32,}/g, "/:token");

const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
};

async function serveStatic(req: IncomingMessage, res: ServerResponse, dir: string): Promise<boolean> {
  const path = (req.url ?? "/").split("?")[0] ?? "/";
  const type = types[extname(path)];
  if (!type || (req.method !== "GET" && req.method !== "HEAD") || path.includes("..") || path.includes("%"))
    return false;
  const file = join(dir, normalize(path));
  const info = await regularFile(file);
  if (!info) return false;
  const zipped = /\bgzip\b/.test(String(req.headers["accept-encoding"]))
    ? await regularFile(`${file}.gz`)
    : undefined;
  const hashed = /^\/(assets|browser)\/.+-[\w-]{8}\./.test(path);
  res.writeHead(200, {
    "content-type": type,
    "content-length": zipped?.size ?? info.size,
    ...(zipped ? { "content-encoding": "gzip" } : {}),
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
    "cache-control": hashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
  });
  if (req.method === "HEAD") res.end();
  else createReadStream(zipped ? `${file}.gz` : file).pipe(res);
  return true;
}

async function regularFile(path: string): Promise<Stats | undefined> {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() ? info : undefined;
}
