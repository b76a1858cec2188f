import { textEdits, textTokens } from "./text-edits.ts";

export interface ChangedPart {
  kind: "same" | "gone" | "new";
  text: string;
}

const around = 24;

/** A text before and after, with what went and what came; long stretches that stayed are left out between. */
export function changedParts(before: string, after: string): ChangedPart[] {
  const tokens = textTokens(before);
  const parts: ChangedPart[] = [];
  let at = 0;
  for (const { start, end, insert } of textEdits(tokens, textTokens(after))) {
    parts.push({ kind: "same", text: tokens.slice(at, start).join("") });
    parts.push({ kind: "gone", text: tokens.slice(start, end).join("") });
    parts.push({ kind: "new", text: insert.join("") });
    at = end;
  }
  parts.push({ kind: "same", text: tokens.slice(at).join("") });
  const last = parts.length - 1;
  return parts
    .map((part, index) => (part.kind === "same" ? shortened(part, index > 0, index < last) : part))
    .filter(({ text }) => text !== "");
}

/** The ends that lie beside a change stay. */
function shortened({ kind, text }: ChangedPart, after: boolean, before: boolean): ChangedPart {
  const characters = [...text];
  const head = after ? around : 0;
  const tail = before ? around : 0;
  if (characters.length <= head + tail + 8) return { kind, text };
  const end = tail === 0 ? "" : characters.slice(-tail).join("");
  return { kind, text: `${characters.slice(0, head).join("")}…${end}` };
}
