/** What stands between a person and an application (recusal rules, 公务员法 74–77). */
export const conflictKinds = [
  "own_interest",
  "relative",
  "employed",
  "equity",
  "paid_role",
  "co_applicant",
  "supervision",
  "same_company",
  "affiliated_company",
  "shared_employer",
  "competing_applicant",
  "named_avoidance",
  "due_diligence",
  "other",
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** Those a reviewer can know and declare; the rest are found by the portal or set by the office. */
export const declarableConflictKinds = [
  "own_interest",
  "relative",
  "employed",
  "equity",
  "paid_role",
  "co_applicant",
  "supervision",
  "competing_applicant",
  "other",
] as const satisfies readonly ConflictKind[];

/** A declared conflict blocks for good; a detected one until the office has dismissed it. */
export const blocksReview = (conflict: { readonly source: string; readonly state: string }): boolean =>
  conflict.source === "declared" || conflict.state !== "dismissed";

export type DeclarationProblem = "unsigned" | "kind" | "note_missing";

/** One declaration per application: none, or a kind with its facts. */
export function checkDeclaration(declaration: {
  readonly hasConflict: boolean;
  readonly kind: string;
  readonly note: string;
  readonly signed: boolean;
}): DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  if (!declaration.signed) problems.push("unsigned");
  if (!declaration.hasConflict) return problems;
  if (!(declarableConflictKinds as readonly string[]).includes(declaration.kind)) problems.push("kind");
  if (declaration.kind === "other" && declaration.note.trim() === "") problems.push("note_missing");
  return problems;
}
