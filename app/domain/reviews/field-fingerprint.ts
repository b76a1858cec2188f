/**
 * A short mark of a text as a page showed it (FNV-1a, 32 bit). Posted back with the field, it tells a field its
 * writer left alone from one they changed; it protects nothing.
 */
export function fieldFingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text) {
    hash ^= unit.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash.toString(16);
}

/** Browsers send a textarea's line ends as CRLF; everything is kept with LF. */
export const plainLineEnds = (text: string): string => text.replace(/\r\n?/g, "\n");
