/**
 * Pieces of a text by which two texts are compared. Chinese is cut into pairs and triples of characters, since it has
 * no spaces and needs no dictionary so; words in letters into fours with their ends marked, so that “epitaxy” meets
 * “epitaxial”; short words and figures such as SiC, 8 or RF stay whole.
 */
export function gramsOf(text: string): string[] {
  const grams: string[] = [];
  for (const [run] of text.normalize("NFKC").toLowerCase().matchAll(runs))
    if (han.test(run)) addChinese(grams, run);
    else addWord(grams, run);
  return grams;
}

const runs = /\p{Script=Han}+|[\p{Letter}\p{Number}]+/gu;
const han = /^\p{Script=Han}/u;
const longestWhole = 4;

function addChinese(grams: string[], run: string): void {
  const characters = [...run];
  for (let at = 0; at < characters.length; at += 1)
    for (const length of [2, 3])
      if (at + length <= characters.length) grams.push(characters.slice(at, at + length).join(""));
}

function addWord(grams: string[], run: string): void {
  // Han inside a run of letters: the expression takes the letters first.
  for (const part of run.split(/(\p{Script=Han}+)/u))
    if (han.test(part)) addChinese(grams, part);
    else if (part.length > 0 && part.length <= longestWhole) grams.push(part);
    else if (part.length > longestWhole) {
      const marked = `^${part}$`;
      for (let at = 0; at + longestWhole <= marked.length; at += 1)
        grams.push(marked.slice(at, at + longestWhole));
    }
}
