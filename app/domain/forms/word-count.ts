const words = new Intl.Segmenter("en", { granularity: "word" });
const han = /\p{Script=Han}/gu;
/** What a word is put together with: state-of-the-art and and/or are one word each. */
const joins = /^[-\u2010\u2011/&]$/;

/**
 * As a word processor counts, so that a text written there to a limit keeps it here: what stands between spaces and
 * has a letter or digit is one word, and every Chinese character is one. Characters are counted instead of Chinese
 * words because dictionaries of those differ between a server and a browser.
 */
export function wordCount(text: string): number {
  let count = 0;
  let latest: "word" | "join" | "other" = "other";
  for (const { segment, isWordLike } of words.segment(text)) {
    if (!isWordLike) {
      latest = latest === "word" && joins.test(segment) ? "join" : "other";
      continue;
    }
    const characters = segment.match(han)?.length ?? 0;
    if (characters > 0 || latest !== "join") count += characters || 1;
    latest = characters > 0 ? "other" : "word";
  }
  return count;
}
