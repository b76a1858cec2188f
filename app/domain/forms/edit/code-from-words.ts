/**
 * A code from what something is called in English: "Costs (GBP)" is `costs_gbp`. Undefined where the words have no
 * Latin letter to begin with.
 */
export function codeFromWords(words: string): string | undefined {
  const parts = words
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\p{M}'’]/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== "");
  while (parts.length > 0 && !/^[a-z]/.test(parts[0]!)) parts.shift();
  let code = "";
  for (const part of parts) {
    const longer = code === "" ? part.slice(0, longest) : `${code}_${part}`;
    if (longer.length > longest) break;
    code = longer;
  }
  return code === "" ? undefined : code;
}

/** Longer ones are cut between words. */
const longest = 32;
