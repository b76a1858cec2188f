/** The disqualifying gates of the formal check. A person decides each; the portal only proposes. */
export const formalCheckCodes = [
  "F01",
  "F02",
  "F03",
  "F04",
  "F05",
  "F06",
  "F07",
  "F08",
  "F09",
  "F10",
  "F11",
  "F12",
  "F13",
  "F14",
] as const;
export type FormalCheckCode = (typeof formalCheckCodes)[number];

export const isFormalCheckCode = (code: string): code is FormalCheckCode =>
  (formalCheckCodes as readonly string[]).includes(code);

/** Defects that papers can mend; the others are facts. Shown to the officer as advice. */
export const correctableCodes: readonly FormalCheckCode[] = ["F01", "F02", "F07", "F08", "F09", "F10"];

export const maxCorrectionRounds = 2;
export const correctionWorkingDays = 5;

export interface CheckedItem {
  readonly result: "ok" | "problem" | "";
  readonly note: string;
}

export type Checklist = Readonly<Partial<Record<FormalCheckCode, CheckedItem>>>;

export interface CorrectionItem {
  readonly sectionKey: string;
  readonly questionKey: string;
  /** The one file that is meant; absent or empty for the question itself. */
  readonly fileId?: string;
  readonly reason: string;
  readonly wanted: string;
}

/** Whether the company has mended what was flagged, by the flag's id. */
export type Verdicts = Readonly<Record<string, "solved" | "unsolved">>;

export type FormalCheckOutcome =
  | { readonly result: "accepted" }
  | { readonly result: "not_accepted"; readonly reasonCode: string; readonly reasonText: string }
  | { readonly result: "correction"; readonly items: readonly CorrectionItem[]; readonly roundsUsed: number };

export type FormalCheckProblem =
  | { readonly problem: "unchecked" | "open_problem" | "note_missing"; readonly code: FormalCheckCode }
  | { readonly problem: "reason_code" | "reason_not_marked" | "reason_text" | "no_items" | "no_rounds_left" }
  | { readonly problem: "item_incomplete"; readonly index: number }
  | { readonly problem: "flag_unjudged" | "flag_unsolved"; readonly flag: string };

export const reasonTextMinimum = 10;

/** What keeps the officer from closing the check this way; empty when it may be closed. */
export function formalCheckProblems(checklist: Checklist, outcome: FormalCheckOutcome): FormalCheckProblem[] {
  switch (outcome.result) {
    case "accepted":
      return [...unchecked(checklist), ...openProblems(checklist)];
    case "not_accepted":
      return [
        ...missingNotes(checklist),
        ...refusalProblems(checklist, outcome.reasonCode, outcome.reasonText),
      ];
    case "correction":
      return [...unchecked(checklist), ...missingNotes(checklist), ...correctionProblems(outcome)];
  }
}

/** Every flag of the last round is judged before the check ends; with one unsolved it is not accepted. */
export function verdictProblems(
  flags: readonly string[],
  verdicts: Verdicts,
  result: "accepted" | "correction",
): FormalCheckProblem[] {
  return flags.flatMap((flag): FormalCheckProblem[] => {
    if (verdicts[flag] === undefined) return [{ problem: "flag_unjudged", flag }];
    return result === "accepted" && verdicts[flag] === "unsolved" ? [{ problem: "flag_unsolved", flag }] : [];
  });
}

/** Flags as they were stored with the check. */
export function readFlags(raw: unknown): CorrectionItem[] {
  if (!Array.isArray(raw)) return [];
  const textOf = (item: object, key: string) => {
    const value = (item as Record<string, unknown>)[key];
    return typeof value === "string" ? value : "";
  };
  return raw
    .filter((item) => typeof item === "object" && item !== null)
    .map((item: object) => ({
      sectionKey: textOf(item, "sectionKey"),
      questionKey: textOf(item, "questionKey"),
      fileId: textOf(item, "fileId"),
      reason: textOf(item, "reason"),
      wanted: textOf(item, "wanted"),
    }));
}

export const samePlace = (a: Omit<CorrectionItem, "reason" | "wanted">, b: typeof a): boolean =>
  a.sectionKey === b.sectionKey && a.questionKey === b.questionKey && (a.fileId ?? "") === (b.fileId ?? "");

export function readVerdicts(raw: unknown): Verdicts {
  if (typeof raw !== "object" || raw === null) return {};
  return Object.fromEntries(
    Object.entries(raw).filter(([, verdict]) => verdict === "solved" || verdict === "unsolved"),
  ) as Verdicts;
}

/** The checklist as stored or posted, reduced to what it may hold. */
export function readChecklist(raw: unknown): Checklist {
  if (typeof raw !== "object" || raw === null) return {};
  const entries = Object.entries(raw).flatMap(([code, item]) =>
    isFormalCheckCode(code) ? [[code, readItem(item)] as const] : [],
  );
  return Object.fromEntries(entries);
}

export const countChecked = (checklist: Checklist): number =>
  formalCheckCodes.filter((code) => isChecked(checklist[code])).length;

/** What the portal can see by itself. Each field is null where it cannot tell. */
export interface FormalCheckFacts {
  readonly usccState: "valid" | "pending" | "confirmed" | "refused";
  readonly registeredInShanxi: boolean | null;
  readonly landingPlan: boolean;
  readonly submittedInTime: boolean;
  readonly missingAttachments: readonly string[];
  readonly declaredDuplicateFunding: boolean | null;
  readonly declaredDispute: boolean | null;
  readonly auditOpinions: readonly string[];
  /** Exit plan and other terms, searched for guaranteed returns. */
  readonly terms: string;
}

export interface FormalCheckProposal {
  readonly code: FormalCheckCode;
  readonly suggests: "ok" | "problem" | "look";
  readonly evidence: string;
}

/** A hint beside those items of which the portal knows something. */
export function proposeFormalCheck(facts: FormalCheckFacts): FormalCheckProposal[] {
  const guarantee = guaranteedReturnWords(facts.terms);
  const badOpinion = facts.auditOpinions.find((opinion) => opinion === "adverse" || opinion === "disclaimer");
  const proposals: (FormalCheckProposal | null)[] = [
    { code: "F01", suggests: entitySuggestion[facts.usccState], evidence: facts.usccState },
    placeProposal(facts),
    declaredProposal("F07", facts.declaredDuplicateFunding),
    {
      code: "F08",
      suggests: facts.missingAttachments.length === 0 ? "ok" : "problem",
      evidence: facts.missingAttachments.join(", "),
    },
    declaredProposal("F09", facts.declaredDispute),
    { code: "F10", suggests: guarantee.length === 0 ? "ok" : "look", evidence: guarantee.join(", ") },
    { code: "F12", suggests: facts.submittedInTime ? "ok" : "problem", evidence: "" },
    badOpinion ? { code: "F14", suggests: "problem", evidence: badOpinion } : null,
  ];
  return proposals.filter((proposal) => proposal !== null);
}

/** Words that make equity a loan in disguise; a denial of them needs a human reader. */
export function guaranteedReturnWords(terms: string): string[] {
  const words = [
    "保本",
    "保收益",
    "固定回报",
    "固定收益",
    "保底",
    "兜底",
    "担保",
    "guaranteed return",
    "fixed return",
  ];
  const text = terms.normalize("NFKC").toLowerCase();
  return words.filter((word) => text.includes(word));
}

const entitySuggestion = { valid: "ok", confirmed: "ok", pending: "look", refused: "problem" } as const;

function placeProposal({ registeredInShanxi, landingPlan }: FormalCheckFacts): FormalCheckProposal | null {
  if (registeredInShanxi === null) return null;
  if (registeredInShanxi) return { code: "F02", suggests: "ok", evidence: "" };
  return { code: "F02", suggests: landingPlan ? "look" : "problem", evidence: "" };
}

const declaredProposal = (code: "F07" | "F09", declared: boolean | null): FormalCheckProposal | null =>
  declared === null ? null : { code, suggests: declared ? "look" : "ok", evidence: "" };

const isChecked = (item: CheckedItem | undefined): boolean =>
  item?.result === "ok" || item?.result === "problem";

const unchecked = (checklist: Checklist): FormalCheckProblem[] =>
  formalCheckCodes
    .filter((code) => !isChecked(checklist[code]))
    .map((code) => ({ problem: "unchecked", code }));

const openProblems = (checklist: Checklist): FormalCheckProblem[] =>
  problemCodes(checklist).map((code) => ({ problem: "open_problem", code }));

const missingNotes = (checklist: Checklist): FormalCheckProblem[] =>
  problemCodes(checklist)
    .filter((code) => checklist[code]?.note.trim() === "")
    .map((code) => ({ problem: "note_missing", code }));

const problemCodes = (checklist: Checklist): FormalCheckCode[] =>
  formalCheckCodes.filter((code) => checklist[code]?.result === "problem");

function refusalProblems(checklist: Checklist, code: string, text: string): FormalCheckProblem[] {
  const problems: FormalCheckProblem[] = [];
  if (!isFormalCheckCode(code)) problems.push({ problem: "reason_code" });
  else if (checklist[code]?.result !== "problem") problems.push({ problem: "reason_not_marked" });
  if ([...text.trim()].length < reasonTextMinimum) problems.push({ problem: "reason_text" });
  return problems;
}

function correctionProblems(outcome: {
  items: readonly CorrectionItem[];
  roundsUsed: number;
}): FormalCheckProblem[] {
  if (outcome.roundsUsed >= maxCorrectionRounds) return [{ problem: "no_rounds_left" }];
  if (outcome.items.length === 0) return [{ problem: "no_items" }];
  return outcome.items.flatMap((item, index) =>
    item.reason.trim() === "" || item.wanted.trim() === ""
      ? [{ problem: "item_incomplete", index } as const]
      : [],
  );
}

function readItem(item: unknown): CheckedItem {
  const { result, note } = (typeof item === "object" && item !== null ? item : {}) as Record<string, unknown>;
  return {
    result: result === "ok" || result === "problem" ? result : "",
    note: typeof note === "string" ? note : "",
  };
}
