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

/** What the portal knows of a reviewer. */
export interface ReviewerTies {
  readonly name: string;
  readonly email: string;
  readonly affiliationUscc: string;
  /** Companies on the portal of which the person is a member. */
  readonly memberOfUsccs: readonly string[];
  readonly didDueDiligence: boolean;
}

/** What the portal knows of the application's surroundings. */
export interface ApplicationTies {
  readonly applicantUscc: string;
  /** Shareholders, affiliates and partners, by code. */
  readonly relatedUsccs: readonly string[];
  /** Other applicants of the same call. */
  readonly competitorUsccs: readonly string[];
  /** People whom the applicant asked to be kept away, with reasons; at most three. */
  readonly avoidances: readonly string[];
  readonly teamNames: readonly string[];
}

export interface DetectedConflict {
  readonly kind: ConflictKind;
  /** The code or name that matched, for the office to judge. */
  readonly evidence: string;
}

export const maxAvoidances = 3;

/** Proposals for the office to confirm or dismiss; until then each blocks, as the cautious side of an error. */
export function detectConflicts(reviewer: ReviewerTies, application: ApplicationTies): DetectedConflict[] {
  const own = [...new Set([reviewer.affiliationUscc, ...reviewer.memberOfUsccs])].filter(
    (code) => code !== "",
  );
  const among = (codes: readonly string[]) => own.filter((code) => codes.includes(code));
  const related = application.relatedUsccs.filter((code) => code !== application.applicantUscc);
  const competitors = application.competitorUsccs.filter((code) => code !== application.applicantUscc);
  return [
    ...among([application.applicantUscc]).map((code) => ({ kind: "same_company", evidence: code }) as const),
    ...among(related).map((code) => ({ kind: "affiliated_company", evidence: code }) as const),
    ...among(competitors).map((code) => ({ kind: "competing_applicant", evidence: code }) as const),
    ...namesMatching(reviewer, application.avoidances).map(
      (name) => ({ kind: "named_avoidance", evidence: name }) as const,
    ),
    ...namesMatching(reviewer, application.teamNames).map(
      (name) => ({ kind: "own_interest", evidence: name }) as const,
    ),
    ...(reviewer.didDueDiligence ? [{ kind: "due_diligence", evidence: reviewer.name } as const] : []),
  ];
}

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

/** Chinese names have no spaces and Latin ones vary in case; a mailbox also names a person. */
function namesMatching(reviewer: ReviewerTies, names: readonly string[]): string[] {
  const wanted = [reviewer.name, reviewer.email].map(nameKey).filter((key) => key !== "");
  return names.filter((name) => wanted.includes(nameKey(name)));
}

const nameKey = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[\s·•.]/gu, "")
    .toLowerCase();
