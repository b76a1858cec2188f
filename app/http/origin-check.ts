/**
 * Cross-site request forgery: every request that is not a plain read must carry this site's own Origin
 * (or, from old browsers without it, Sec-Fetch-Site: same-origin). A missing Origin is refused.
 */
export function isSameOrigin(request: Request, baseUrl: string): boolean {
  const origin = request.headers.get("origin");
  if (origin === null || origin === "null") return request.headers.get("sec-fetch-site") === "same-origin";
  if (origin === new URL(baseUrl).origin) return true;
  // The host the client used: behind a proxy BASE_URL is the truth, on a loopback demo any local name is.
  return sameLoopback(origin, request.headers.get("host"));
}

function sameLoopback(origin: string, host: string | null): boolean {
  if (!host || !/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)) return false;
  return origin === `http://${host}`;
}
