import { isLocale, type Locale } from "#app/i18n/locale.ts";
import { readCookie } from "./cookies.ts";

/** `?lang=` wins, then the cookie, then the person's own setting, then the browser; Chinese otherwise. */
export function chooseLocale(request: Request, url: URL, personLocale: Locale | undefined): Locale {
  const asked = url.searchParams.get("lang");
  if (isLocale(asked)) return asked;
  const kept = readCookie(request.headers.get("cookie"), "lang");
  if (isLocale(kept)) return kept;
  if (personLocale) return personLocale;
  const first = request.headers.get("accept-language")?.split(",")[0]?.trim().toLowerCase() ?? "";
  return first.startsWith("en") ? "en" : "zh";
}

/** The same page in the other language. */
export function languageHref(path: string, to: Locale): string {
  const [pathname = "/", query = ""] = path.split("?");
  const search = new URLSearchParams(query);
  search.set("lang", to);
  return `${pathname}?${search}`;
}
