/** Pages that must not be come back to after signing in. */
const notAgain = /^\/(sign-in|sign-out|register|reset|verify-email)(\/|\?|$)/;

/** A page of this portal to go on to, or undefined: never another site, whatever a link may say. */
export function safeNext(value: string | null | undefined): string | undefined {
  if (!value || !value.startsWith("/") || value.length > 500 || /[\p{Cc}\\]/u.test(value)) return undefined;
  const url = URL.parse(value, "http://portal.invalid");
  if (url?.origin !== "http://portal.invalid" || url.pathname.startsWith("//")) return undefined;
  const path = url.pathname + url.search;
  return notAgain.test(path) ? undefined : path;
}

/** `?next=` for a link to another page of this audience. */
export const nextQuery = (next: string | undefined): string =>
  next ? `?next=${encodeURIComponent(next)}` : "";
