/** One stretch of a text that became another: tokens `start` to `end` of the former gave way to `insert`. */
export interface TextEdit {
  start: number;
  end: number;
  insert: string[];
}

const ideograph = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
const tokenForm = new RegExp(
  [
    // One Chinese character is a word of its own.
    String.raw`${ideograph}\p{M}*`,
    // A figure stays whole, with its separators: half of one and half of another would be a third.
    String.raw`\p{N}+(?:[.,]\p{N}+)*`,
    String.raw`(?:(?!${ideograph})[\p{L}\p{M}_])+`,
    String.raw`\r?\n`,
    String.raw`[\s\S]\p{M}*`,
  ].join("|"),
  "gu",
);

/** Characters of Chinese, words and figures of everything else; joined again they are the text. */
export const textTokens = (text: string): string[] => text.match(tokenForm) ?? [];

/** How many changes are looked for one by one; beyond that the whole stretch counts as rewritten. */
const mostSteps = 300;

/**
 * What was changed, in the order of the text, stretches that touch or nearly touch as one. Whole sentences are
 * compared first, then the words within those that changed.
 */
export function textEdits(from: readonly string[], to: readonly string[]): TextEdit[] {
  const [before, after] = [sentencesOf(from), sentencesOf(to)];
  const sentences = editsBetween(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  );
  let shift = 0;
  const edits = sentences.flatMap(({ start, end, insert }) => {
    const within = (at: number, until: number, newAt: number, newUntil: number) => {
      const [first, newFirst] = [startOf(before, at), startOf(after, newAt)];
      const words = from.slice(first, startOf(before, until));
      return editsBetween(words, to.slice(newFirst, startOf(after, newUntil))).map((edit) => ({
        ...edit,
        start: edit.start + first,
        end: edit.end + first,
      }));
    };
    const shifted = shift;
    shift += insert.length - (end - start);
    if (insert.length !== end - start) return within(start, end, start + shifted, end + shift);
    // As many sentences as before: each is the next state of the one in its place.
    return insert.flatMap((_, index) =>
      within(start + index, start + index + 1, start + index + shift, start + index + 1 + shift),
    );
  });
  return withoutChanceMatches(edits, from);
}

const sentenceEnd = /^[。！？；.!?;\r\n]/u;

interface Sentence {
  text: string;
  /** Tokens before its end. */
  end: number;
}

function sentencesOf(tokens: readonly string[]): Sentence[] {
  const sentences: Sentence[] = [];
  let text = "";
  tokens.forEach((token, index) => {
    text += token;
    if (!sentenceEnd.test(token) && index < tokens.length - 1) return;
    sentences.push({ text, end: index + 1 });
    text = "";
  });
  return sentences;
}

const startOf = (sentences: readonly Sentence[], index: number): number =>
  index === 0 ? 0 : sentences[index - 1]!.end;

/** Without the beginning and the end that both have. */
function editsBetween(from: readonly string[], to: readonly string[]): TextEdit[] {
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  const most = Math.min(from.length, to.length) - head;
  while (tail < most && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  const middle = shortestEdits(from.slice(head, from.length - tail), to.slice(head, to.length - tail));
  return middle.map((edit) => ({ ...edit, start: edit.start + head, end: edit.end + head }));
}

/** Myers' greedy algorithm (1986) over tokens. */
function shortestEdits(from: readonly string[], to: readonly string[]): TextEdit[] {
  const rewritten = [{ start: 0, end: from.length, insert: [...to] }];
  if (from.length === 0 && to.length === 0) return [];
  if (from.length === 0 || to.length === 0) return rewritten;
  const reach: Int32Array[] = [];
  let furthest = new Int32Array(3);
  for (let steps = 0; steps <= Math.min(mostSteps, from.length + to.length); steps++) {
    const next = new Int32Array(2 * steps + 3);
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = stepOnto(furthest, steps - 1, diagonal, steps);
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x++;
      next[diagonal + steps + 1] = x;
      if (x >= from.length && x - diagonal >= to.length) return pathBack(reach, from, to, steps);
    }
    reach.push(next);
    furthest = next;
  }
  return rewritten;
}

/** Furthest place on a diagonal after one more change: a token taken away, or one put in. */
function stepOnto(furthest: Int32Array, before: number, diagonal: number, steps: number): number {
  if (steps === 0) return 0;
  const below = diagonal - 1 >= -before ? furthest[diagonal - 1 + before + 1]! + 1 : -1;
  const above = diagonal + 1 <= before ? furthest[diagonal + 1 + before + 1]! : -1;
  return Math.max(below, above);
}

function pathBack(
  reach: readonly Int32Array[],
  from: readonly string[],
  to: readonly string[],
  steps: number,
): TextEdit[] {
  const edits: TextEdit[] = [];
  let [x, y] = [from.length, to.length];
  for (let left = steps; left > 0; left--) {
    const before = left - 1;
    const diagonal = x - y;
    const at = (d: number) => (Math.abs(d) <= before ? reach[before]![d + before + 1]! : -1);
    const isTakenAway = at(diagonal - 1) + 1 >= at(diagonal + 1) && Math.abs(diagonal - 1) <= before;
    const cameFrom = isTakenAway ? diagonal - 1 : diagonal + 1;
    x = at(cameFrom);
    y = x - cameFrom;
    edits.push(isTakenAway ? { start: x, end: x + 1, insert: [] } : { start: x, end: x, insert: [to[y]!] });
  }
  return joined(edits.toReversed(), () => false, from);
}

/** A few equal tokens between two rewritten stretches are chance, not something that was kept. */
function withoutChanceMatches(edits: readonly TextEdit[], from: readonly string[]): TextEdit[] {
  const size = ({ start, end, insert }: TextEdit) => Math.max(end - start, insert.length);
  return joined(
    edits,
    (left, right) => {
      const kept = right.start - left.end;
      return kept <= 1 || kept < Math.min(size(left), size(right));
    },
    from,
  );
}

function joined(
  edits: readonly TextEdit[],
  belongTogether: (left: TextEdit, right: TextEdit) => boolean,
  from: readonly string[],
): TextEdit[] {
  const all: TextEdit[] = [];
  for (const edit of edits) {
    const last = all.at(-1);
    if (last && (edit.start === last.end || belongTogether(last, edit))) {
      last.insert.push(...from.slice(last.end, edit.start), ...edit.insert);
      last.end = edit.end;
    } else all.push({ ...edit, insert: [...edit.insert] });
  }
  return all;
}
