import { randomBytes } from "node:crypto";
import { setSecurityHeaders } from "#app/http/security-headers.ts";

/**
 * Pages are never fetched by scripts, so the framework's own addresses (a page's data with a free choice of
 * loaders, the list of routes) lead nowhere, and only the methods that browsers' forms use are heard.
 */
export function closedDoor(request: Request, tls: boolean): Response | undefined {
  const { pathname } = new URL(request.url);
  if (/\.data\/?$/i.test(decoded(pathname)) || pathname.endsWith("/__manifest")) return refuse(404, tls);
  return ["GET", "HEAD", "POST"].includes(request.method) ? undefined : refuse(405, tls);
}

/** The framework decodes before it looks. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function refuse(status: 404 | 405, tls: boolean): Response {
  const response = new Response(null, {
    status,
    headers: status === 405 ? { allow: "GET, HEAD, POST" } : {},
  });
  setSecurityHeaders(response.headers, { nonce: randomBytes(16).toString("base64"), tls, private: true });
  return response;
}
