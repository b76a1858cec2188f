import type { CompanyRole } from "#app/domain/accounts/actor.ts";
import type { ApplicationCheck, SectionCheck } from "#app/domain/forms/check-answers.ts";
import type { ApplicationState } from "./workflow.ts";

/** What the company does next with an application it may still change. */
export type NextStep =
  | { kind: "view_only" }
  | { kind: "closed" }
  | { kind: "correct"; open: number; done: number }
  | { kind: "return_correction" }
  | { kind: "mend"; section: string; count: number }
  | { kind: "go_on"; section: string; answered: number; required: number }
  | { kind: "begin"; section: string }
  | { kind: "upload"; section: string; missing: number }
  | { kind: "submit" }
  | { kind: "submit_again" }
  | { kind: "ask_owner" }
  | { kind: "submitted" };

interface Situation {
  state: ApplicationState;
  role: CompanyRole;
  isClosed: boolean;
  /** Sections that are filled in (not the declarations), in order. */
  sections: readonly SectionCheck[];
  check: Pick<ApplicationCheck, "readyToSign">;
  corrections: readonly { answeredAt: string | null }[] | undefined;
  /** Whether anything changed since the last submission. */
  changedSince: boolean;
}

/** One thing, the most useful: wrong answers first, then what was begun, then what comes next. */
export function nextStep(situation: Situation): NextStep {
  const { state, role, isClosed, sections, check, corrections, changedSince } = situation;
  if (corrections) return correctionStep(corrections, role);
  if (isClosed) return { kind: "closed" };
  if (role === "viewer") return { kind: "view_only" };
  if (state === "submitted" && !changedSince) return { kind: "submitted" };
  const open = sections.filter((section) => section.visible && section.state !== "complete");
  const wrong = open.find((section) => section.state === "has_errors");
  if (wrong) return { kind: "mend", section: wrong.key, count: faults(wrong) };
  const begun = open.find((section) => section.state === "in_progress");
  if (begun) return continueStep(begun);
  const fresh = open.find((section) => section.state === "not_started");
  if (fresh) return { kind: "begin", section: fresh.key };
  if (!check.readyToSign) return { kind: "view_only" };
  if (role !== "owner") return { kind: "ask_owner" };
  return { kind: state === "submitted" ? "submit_again" : "submit" };
}

function correctionStep(corrections: readonly { answeredAt: string | null }[], role: CompanyRole): NextStep {
  const done = corrections.filter((item) => item.answeredAt !== null).length;
  if (role === "viewer") return { kind: "view_only" };
  if (done < corrections.length) return { kind: "correct", open: corrections.length - done, done };
  return { kind: role === "owner" ? "return_correction" : "ask_owner" };
}

function continueStep(section: SectionCheck): NextStep {
  const { key, answered, required, files, requiredFiles } = section;
  if (answered >= required && files < requiredFiles)
    return { kind: "upload", section: key, missing: requiredFiles - files };
  return { kind: "go_on", section: key, answered, required };
}

/** Wrong answers, as against missing ones. */
export const faults = ({ issues }: Pick<SectionCheck, "issues">): number =>
  issues.filter((issue) => issue.level === "error" && !issue.code.startsWith("missing_")).length;
