import { checkApplication } from "../forms/check-answers.ts";
import type { FormDefinition, Language } from "../forms/definition.ts";
import type { CheckEnv } from "../forms/check-env.ts";
import { isMissing } from "../forms/issue.ts";
import { isRows, type RawAnswers } from "../forms/raw-answers.ts";
import { isBefore } from "../shared/beijing-time.ts";
import type { FormalCheckFacts } from "./formal-check.ts";

/** How the codes of its places begin (GB/T 2260). */
const shanxi = "14";

interface AboutApplication {
  usccState: FormalCheckFacts["usccState"];
  submittedAt: string;
  closesAt: string | null;
  /** Corrections come in after the closing, as they should. */
  round: number;
}

/** What the submitted answers say to the items of the checklist; question keys are those of the fund's forms. */
export function formalCheckFacts(
  definition: FormDefinition,
  raw: RawAnswers,
  env: CheckEnv,
  about: AboutApplication,
  language: Language,
): FormalCheckFacts {
  const [city = ""] = list(raw, "reg_address");
  const missing = checkApplication(definition, raw, env).issues.filter(
    (issue) => isMissing(issue) && isFileQuestion(definition, issue.questionKey),
  );
  return {
    usccState: about.usccState,
    registeredInShanxi: city === "" ? null : city.startsWith(shanxi),
    landingPlan: text(raw, "landing_plan") !== "",
    submittedInTime:
      about.round > 0 || about.closesAt === null || isBefore(about.submittedAt, about.closesAt),
    missingAttachments: missing.map(({ label }) => label[language]),
    declaredDuplicateFunding: duplicateFunding(raw),
    declaredDispute: anyYes(raw, ["ip_disputes", "share_encumbrance"]),
    auditOpinions: column(raw, "statements", "audit_opinion"),
    terms: text(raw, "exit_text"),
  };
}

function duplicateFunding(raw: RawAnswers): boolean | null {
  const received = text(raw, "received_public_money");
  if (received === "") return null;
  return received === "yes" && column(raw, "public_money", "same_content").includes("yes");
}

/** Null while none of them is answered. */
function anyYes(raw: RawAnswers, keys: readonly string[]): boolean | null {
  const answers = keys.map((key) => text(raw, key)).filter((answer) => answer !== "");
  return answers.length === 0 ? null : answers.includes("yes");
}

function text(raw: RawAnswers, key: string): string {
  const answer = raw[key];
  return typeof answer === "string" ? answer.trim() : "";
}

/** The parts of an address, as typed. */
function list(raw: RawAnswers, key: string): string[] {
  const answer = raw[key];
  return Array.isArray(answer) ? answer.filter((part) => typeof part === "string") : [];
}

function column(raw: RawAnswers, table: string, key: string): string[] {
  const rows = raw[table];
  return isRows(rows) ? rows.map(({ cells }) => cells[key]).filter((cell) => typeof cell === "string") : [];
}

const isFileQuestion = (definition: FormDefinition, key: string): boolean =>
  definition.parts.some(({ sections }) =>
    sections.some(({ groups }) =>
      groups.some(({ questions }) =>
        questions.some((question) => question.key === key && question.type === "file"),
      ),
    ),
  );
