import type { FormDefinition, LocalText } from "./definition.ts";
import { type DefinitionChange, differenceOfDefinitions } from "./difference-of-definitions.ts";

export type TextCorrection =
  | { ok: true; changes: DefinitionChange[] }
  /** What is more than a text, in the order of the form; none where nothing differs. */
  | { ok: false; structure: DefinitionChange[] };

/** Words that applicants read and nothing follows from. */
const texts = new Set([
  ...["title", "label", "shortLabel", "help", "example", "intro", "notes", "opensHint", "hint"],
  ...["rowName", "addLabel", "unit", "message", "summary", "threshold", "met", "unmet"],
]);

/**
 * Whether what differs is words alone. A form is frozen when its call opens; after that only its texts may be put
 * right, so that every answer still means what was asked.
 */
export function textCorrection(before: FormDefinition, after: FormDefinition): TextCorrection {
  const changes = differenceOfDefinitions(before, after);
  const structure = changes.filter((change) => !isOfText(change));
  return structure.length > 0 || changes.length === 0 ? { ok: false, structure } : { ok: true, changes };
}

const isOfText = (change: DefinitionChange): boolean =>
  change.kind === "changed" &&
  texts.has(change.property) &&
  [change.before, change.after].flat().every((value) => value === undefined || isText(value));

const isText = (value: unknown): value is LocalText =>
  typeof value === "object" && value !== null && "zh" in value && "en" in value;
