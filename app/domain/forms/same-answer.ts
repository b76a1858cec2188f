import { compositeOf, partsAsTyped } from "./composite-field.ts";
import type { Field } from "./definition.ts";
import { type AnswerValue, parseAnswer } from "./parse-answer.ts";
import { isBlank, type RawValue } from "./raw-answers.ts";

/** What an answer says, so that 1440 and 1,440.00 say the same; unreadable ones say what was typed. */
export function meaningOf(field: Field, raw: RawValue | undefined): AnswerValue | null {
  if (raw === undefined || isBlank(raw)) return null;
  const { value } = parseAnswer(field, raw);
  if (value !== null) return value;
  return compositeOf(field)
    ? partsAsTyped([raw].flat().map(plain))
    : typeof raw === "string"
      ? plain(raw)
      : raw.map(plain);
}

export const saysTheSame = (field: Field, a: RawValue | undefined, b: RawValue | undefined): boolean =>
  JSON.stringify(meaningOf(field, a)) === JSON.stringify(meaningOf(field, b));

const plain = (text: string): string => text.replaceAll("\r\n", "\n").trim();
