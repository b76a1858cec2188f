import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { isRows, type RawAnswers, type RawRow } from "#app/domain/forms/raw-answers.ts";
import { checkUscc } from "#app/domain/companies/uscc.ts";

/** Question keys every form of the fund gives to people who matter here (db/programme). */
const avoidanceTable = { key: "reviewers_to_avoid", column: "reviewer_name" };
const teamTable = { key: "team", column: "name" };

export interface AnswerTies {
  readonly relatedUsccs: readonly string[];
  readonly avoidances: readonly string[];
  readonly teamNames: readonly string[];
}

/** Every credit code and every name in the answers that a reviewer's own could meet. */
export function tiesOfAnswers(definition: FormDefinition, raw: RawAnswers): AnswerTies {
  return {
    relatedUsccs: [...new Set(usccAnswers(definition, raw).flatMap(readUscc))],
    avoidances: column(raw, avoidanceTable),
    teamNames: column(raw, teamTable),
  };
}

function usccAnswers(definition: FormDefinition, raw: RawAnswers): string[] {
  const questions = definition.parts
    .flatMap(({ sections }) => sections)
    .flatMap(({ groups }) => groups)
    .flatMap((group) => group.questions);
  return questions.flatMap((question) => {
    const answer = raw[question.key];
    if (question.type === "uscc") return typeof answer === "string" ? [answer] : [];
    if (question.type !== "table" || !isRows(answer)) return [];
    const columns = question.columns.filter(({ type }) => type === "uscc").map(({ key }) => key);
    return columns.flatMap((key) => answer.map((row) => cell(row, key)));
  });
}

const column = (raw: RawAnswers, { key, column: name }: { key: string; column: string }): string[] => {
  const rows = raw[key];
  return isRows(rows) ? rows.map((row) => cell(row, name).trim()).filter(Boolean) : [];
};

const cell = (row: RawRow, key: string): string => {
  const value = row.cells[key];
  return typeof value === "string" ? value : "";
};

/** A code that fails its check character is compared as typed: it may be right on the licence. */
function readUscc(typed: string): string[] {
  if (typed.trim() === "") return [];
  const read = checkUscc(typed);
  return "value" in read ? [read.value] : [];
}
