import { randomBytes } from "node:crypto";
import type { MiddlewareFunction } from "react-router";
import { anonymous, type Actor } from "#app/domain/accounts/actor.ts";
import { findSession } from "#app/features/accounts/find-session.ts";
import { touchSession } from "#app/features/accounts/touch-session.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { newId } from "#app/platform/new-id.ts";
import { readCookie, sessionCookieName, writeCookie } from "./cookies.ts";
import { clientNetwork } from "./client-network.ts";
import { chooseLocale } from "./locale.ts";
import { type RequestContext, requestContextKey } from "./request-context.ts";
import { setSecurityHeaders } from "./security-headers.ts";
import { type Services, servicesContext } from "./services.ts";

const longestUrl = 4_000;

/** Every request passes here: session, language, request id; on the way out headers and cookies. */
export const rootMiddleware: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const services = context.get(servicesContext);
  const url = new URL(request.url);
  const tls = services.settings.baseUrl.startsWith("https://");
  const nonce = randomBytes(16).toString("base64");
  if (request.url.length > longestUrl) return plain(414, "URI too long", nonce, tls);
  const isRead = request.method === "GET" || request.method === "HEAD";

  const now = services.clock();
  const requestContext = buildContext(request, url, services, anonymous, nonce, now);
  context.set(requestContextKey, requestContext);
  const actor = await readActor(request, services, tls, now).catch((error: unknown) => {
    services.logger.error({ err: error, requestId: requestContext.requestId }, "session not read");
  });
  if (!actor) return unavailable(requestContext, tls);
  if (actor.kind !== "anonymous")
    Object.assign(
      requestContext,
      buildContext(request, url, services, actor, nonce, now, requestContext.requestId),
    );
  const response = await next();
  const lang = url.searchParams.get("lang");
  if (lang === requestContext.locale)
    requestContext.setCookies.push(writeCookie("lang", lang, { secure: tls, maxAge: 31_536_000 }));
  for (const cookie of requestContext.setCookies) response.headers.append("set-cookie", cookie);
  response.headers.set("x-request-id", requestContext.requestId);
  response.headers.append("vary", "Cookie, Accept-Language");
  setSecurityHeaders(response.headers, { nonce, tls, private: actor.kind !== "anonymous" || !isRead });
  return response;
};

function buildContext(
  request: Request,
  url: URL,
  services: Services,
  actor: Actor,
  nonce: string,
  now: Date,
  knownId?: string,
): RequestContext {
  const requestId = knownId ?? request.headers.get("x-request-id")?.match(/^[\w-]{8,64}$/)?.[0] ?? newId();
  const search = new URLSearchParams(url.search);
  search.delete("lang");
  const path = url.pathname + (search.size > 0 ? `?${search}` : "");
  return {
    ctx: {
      db: services.db,
      files: services.files,
      settings: services.settings,
      actor,
      now,
      requestId,
    },
    services,
    actor,
    locale: chooseLocale(request, url, actor.kind === "person" ? actor.locale : undefined),
    nonce,
    requestId,
    path,
    network: clientNetwork(request.headers, services.settings.trustProxy),
    setCookies: [],
  };
}

async function readActor(request: Request, services: Services, tls: boolean, now: Date): Promise<Actor> {
  const token = readCookie(request.headers.get("cookie"), sessionCookieName(tls));
  if (!token) return anonymous;
  const session = await findSession(services.db, token, now, services.settings.secondFactorRequired);
  if (!session) return anonymous;
  await touchSession(services.db, session.actor.sessionId, session.seenAt, now);
  return session.actor;
}

/** Nobody can be told apart while sessions cannot be read, so no page is shown at all. */
function unavailable({ locale, nonce, requestId }: RequestContext, tls: boolean): Response {
  const t = siteMessages[locale];
  return plain(
    500,
    `${t.failedTitle}\n${t.failedBody}\n${t.reference} ${requestId}\n`,
    nonce,
    tls,
    requestId,
  );
}

function plain(status: number, sentence: string, nonce: string, tls: boolean, requestId = newId()): Response {
  const response = new Response(sentence, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "x-request-id": requestId },
  });
  setSecurityHeaders(response.headers, { nonce, tls, private: true });
  return response;
}
