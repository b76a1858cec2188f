/** Cookies are few and flat; a value is URL-encoded. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return decode(part.slice(at + 1).trim());
  }
  return undefined;
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

interface CookieOptions {
  secure: boolean;
  /** Seconds; 0 deletes, undefined ends with the browser session. */
  maxAge?: number;
  readableByScripts?: boolean;
}

export function writeCookie(name: string, value: string, options: CookieOptions): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, "Path=/", "SameSite=Lax"];
  if (!options.readableByScripts) parts.push("HttpOnly");
  if (options.secure) parts.push("Secure");
  if (options.maxAge !== undefined) parts.push(`Max-Age=${options.maxAge}`);
  return parts.join("; ");
}

/** `__Host-` binds the cookie to this host over TLS; plain HTTP (demo, development) cannot carry it. */
export const sessionCookieName = (secure: boolean): string => (secure ? "__Host-session" : "session");
