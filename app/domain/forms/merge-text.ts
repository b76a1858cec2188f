import { type TextEdit, textEdits, textTokens } from "./text-edits.ts";

/**
 * Two people's changes of one text in one. Undefined where they changed the same place, or places that touch:
 * then only a person can say. Whose text is called `mine` makes no difference.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | undefined {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const tokens = textTokens(base);
  const edits = bothEdits(textEdits(tokens, textTokens(mine)), textEdits(tokens, textTokens(theirs)));
  return edits && applied(tokens, edits);
}

/** Where the caret belongs after the text around it changed, in code units. */
export function movedCaret(before: string, after: string, caret: number): number {
  const tokens = textTokens(before);
  const starts = [0];
  for (const token of tokens) starts.push(starts.at(-1)! + token.length);
  let moved = caret;
  for (const { start, end, insert } of textEdits(tokens, textTokens(after))) {
    const [from, to] = [starts[start]!, starts[end]!];
    if (from > caret || (from === caret && from === to)) break;
    const length = insert.join("").length;
    moved += to <= caret ? length - (to - from) : Math.min(length, caret - from) - (caret - from);
  }
  return Math.max(0, Math.min(after.length, moved));
}

function bothEdits(mine: readonly TextEdit[], theirs: readonly TextEdit[]): TextEdit[] | undefined {
  const all: TextEdit[] = [...mine];
  for (const edit of theirs) {
    const near = mine.filter(({ start, end }) => start <= edit.end && edit.start <= end);
    if (near.length === 0) all.push(edit);
    else if (near.length > 1 || !isSame(near[0]!, edit)) return undefined;
  }
  return all.sort((a, b) => a.start - b.start);
}

const isSame = (a: TextEdit, b: TextEdit): boolean =>
  a.start === b.start && a.end === b.end && a.insert.join("") === b.insert.join("");

function applied(tokens: readonly string[], edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, insert } of edits) {
    parts.push(...tokens.slice(at, start), ...insert);
    at = end;
  }
  return [...parts, ...tokens.slice(at)].join("");
}
