/** What leaks would look like: every private text in the test world says whose it is and of what kind. */
export const canaryKinds = [
  "person", // name of a person
  "email",
  "company", // name of a company
  "title", // of a project
  "answers",
  "restricted", // answers about export control, reviewers to be avoided
  "draft", // typed, not submitted
  "file", // name of a submitted file
  "content", // bytes of a submitted file
  "newfile", // name and bytes of a file of the draft
  "correction", // what the office wants mended
  "signoff", // what colleagues tell an owner who is to sign
  "checknote", // officer's note in the formal check
  "refusal", // reason of a refusal on form
  "sheet", // a reviewer's sheet that is not submitted
  "comment", // a submitted sheet
  "question", // a reviewer's own words to the office
  "wording", // the same as the office put it to the company
  "reply", // the company's answer that the office has not passed on
  "conflict", // note of a declaration of interest
  "decision", // recorded, not released
  "outcome", // a released decision
  "mail", // text of a mail
] as const;
export type CanaryKind = (typeof canaryKinds)[number];

export interface Canary {
  kind: CanaryKind;
  /** Whose: an application, a person or a company of the test world. */
  of: string;
}

/** The text to plant. Letters and hyphens only, so that no escaping hides it. */
export const canary = (kind: CanaryKind, of: string): string => `canary-${kind}-${of}-yranac`;

/** Every canary in an answer's headers and body. */
export function canariesIn(text: string): Canary[] {
  const found = text.matchAll(/canary-([a-z]+)-([A-Za-z]+)-yranac/gi);
  const seen = new Map(
    [...found].map(([, kind = "", of = ""]) => [`${kind}/${of}`, { kind: kind as CanaryKind, of }]),
  );
  return [...seen.values()];
}
