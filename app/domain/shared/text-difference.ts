export interface TextPart {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Beyond this many comparisons what differs is shown as a whole: a page must not wait for it. */
const mostComparisons = 4_000_000;

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** What turned `before` into `after`, word by word; Chinese is parted into words as well. */
export function textDifference(before: string, after: string): TextPart[] {
  const [a, b] = [before, after].map((text) => [...words.segment(text)].map(({ segment }) => segment)) as [
    string[],
    string[],
  ];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const parts: TextPart[] = [];
  add(parts, "same", a.slice(0, head));
  for (const part of middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)))
    add(parts, part.kind, [part.text]);
  add(parts, "same", a.slice(a.length - tail));
  return parts;
}

function middle(a: readonly string[], b: readonly string[]): TextPart[] {
  if (a.length * b.length > mostComparisons)
    return [
      { kind: "removed", text: a.join("") },
      { kind: "added", text: b.join("") },
    ];
  const width = b.length + 1;
  const lengths = commonLengths(a, b, width);
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [mine = "", theirs = ""] = [a[i], b[j]];
    if (i < a.length && j < b.length && mine === theirs) {
      parts.push({ kind: "same", text: mine });
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      parts.push({ kind: "removed", text: mine });
      i += 1;
    } else {
      parts.push({ kind: "added", text: theirs });
      j += 1;
    }
  }
  return parts;
}

/** Length of the longest common run of words of `a` from i and `b` from j, at i × width + j. */
function commonLengths(a: readonly string[], b: readonly string[], width: number): Uint32Array {
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
}

function add(parts: TextPart[], kind: TextPart["kind"], segments: readonly string[]): void {
  const text = segments.join("");
  if (text === "") return;
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}
