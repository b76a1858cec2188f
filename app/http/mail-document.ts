const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
];

/**
 * A mail's HTML as a document for a frame of one of our pages: inline styles, as mails need them, and nothing else.
 * With `follow` its links open in the page's own window; without it they lead nowhere.
 */
export function mailDocument(html: string, follow: boolean): Response {
  const sandbox = follow ? "sandbox allow-top-navigation-by-user-activation" : "sandbox";
  return new Response(follow ? html.replaceAll('target="_self"', 'target="_top"') : html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": [...policy, sandbox].join("; "),
      "cache-control": "no-store",
    },
  });
}
