/** Headers of every answer; pages behind sign-in are never stored by anyone. */
export function setSecurityHeaders(
  headers: Headers,
  options: { nonce: string; private: boolean; tls: boolean },
) {
  // A mail shown in a frame brings its own, stricter policy.
  if (!headers.has("content-security-policy"))
    headers.set(
      "content-security-policy",
      [
        "default-src 'none'",
        `script-src 'nonce-${options.nonce}'`,
        `style-src 'self' 'nonce-${options.nonce}'`,
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join("; "),
    );
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()");
  if (options.tls) headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  if (options.private) {
    headers.set("cache-control", "no-store");
    headers.set("x-robots-tag", "noindex");
  }
}
