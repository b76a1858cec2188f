/** What may not stand in a file's name somewhere: separators, wildcards, controls, and marks that turn text around. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu;
/** Bytes of UTF-8 of one part: three of them, their hyphens and the folder stay far below the 255 a disk takes. */
const longestPart = 72;
const longestExtension = 10;

/**
 * Where an attachment lies in a packet: its place among all, the question by its number or key and its name, and the
 * file's own name. The place makes it unique, also where upper and lower case are one.
 */
export function attachmentPath(
  place: number,
  question: { code?: string | undefined; name: string },
  fileName: string,
): string {
  const { stem, extension } = parted(safe(fileName));
  const parts = [
    String(place).padStart(3, "0"),
    ...(question.code ? [safe(question.code)] : []),
    ...[question.name, stem].map((part) => clipped(safe(part), longestPart)),
  ];
  return `attachments/${parts.filter((part) => part !== "").join("-")}${extension}`;
}

/** One part of a path that every system takes, or nothing when nothing of it is safe. */
const safe = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(unsafe, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^[\s.]+/, "")
    .replace(/[\s.]+$/, "");

function parted(name: string): { stem: string; extension: string } {
  const at = name.lastIndexOf(".");
  const extension = at > 0 ? name.slice(at) : "";
  return /^\.[A-Za-z0-9]+$/.test(extension) && extension.length <= longestExtension
    ? { stem: name.slice(0, at).trimEnd(), extension: extension.toLowerCase() }
    : { stem: name, extension: "" };
}

/** As many whole characters as `most` bytes of UTF-8 hold. */
function clipped(text: string, most: number): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += utf8Length(character.codePointAt(0) ?? 0);
    if (bytes > most) return kept.replace(/[\s.]+$/, "");
    kept += character;
  }
  return kept;
}

const utf8Length = (point: number): number =>
  point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
