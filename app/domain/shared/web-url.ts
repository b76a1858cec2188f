import { accepted, refused, type Result } from "./result.ts";

export type UrlRefusal = "empty" | "too_long" | "scheme" | "form";

/** A public http(s) address; `www.example.com` is taken to mean https. */
export function parseWebUrl(typed: string): Result<string, UrlRefusal> {
  const text = typed.normalize("NFKC").replaceAll("。", ".").trim();
  if (text === "") return refused("empty");
  if (text.length > 2000) return refused("too_long");
  const scheme = /^([a-z][a-z0-9+.-]*):(?![0-9]+(?:\/|$))/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") return refused("scheme");
  const url = URL.parse(scheme === undefined ? `https://${text}` : text);
  if (!url || url.username !== "" || url.password !== "" || /\s/.test(text)) return refused("form");
  if (!/^[^.]+(\.[^.]+)*\.[a-z0-9-]{2,}$/i.test(url.hostname)) return refused("form");
  return accepted(url.href);
}
