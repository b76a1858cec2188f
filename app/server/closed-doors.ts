import { randomBytes } from "node:crypto";
import { isSameOrigin } from "#app/http/origin-check.ts";
import { setSecurityHeaders } from "#app/http/security-headers.ts";
import { newId } from "#app/platform/new-id.ts";

/**
 * What is refused before a page is asked: the framework's own addresses (a page's data with a free choice of
 * loaders, the list of routes), which pages without scripts have no use for; methods that no form of a browser
 * sends; and forms that did not come from the portal's own pages.
 */
export function closedDoor(request: Request, baseUrl: string): Response | undefined {
  const { pathname } = new URL(request.url);
  if (/\.data\/?$/i.test(decoded(pathname)) || pathname.endsWith("/__manifest")) return refuse(404, baseUrl);
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  if (request.method !== "POST") return refuse(405, baseUrl);
  return isSameOrigin(request, baseUrl)
    ? undefined
    : refuse(403, baseUrl, "This request did not come from the portal's own pages.");
}

/** The framework decodes before it looks. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function refuse(status: 403 | 404 | 405, baseUrl: string, sentence: string | null = null): Response {
  const headers = new Headers({ "x-request-id": newId(), "content-type": "text/plain; charset=utf-8" });
  if (status === 405) headers.set("allow", "GET, HEAD, POST");
  const nonce = randomBytes(16).toString("base64");
  setSecurityHeaders(headers, { nonce, tls: baseUrl.startsWith("https://"), private: true });
  return new Response(sentence, { status, headers });
}
