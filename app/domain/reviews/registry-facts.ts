import { compileForm } from "../forms/compile-form.ts";
import type { FormDefinition } from "../forms/definition.ts";
import { type RawAnswers, type RawRow, type RawValue, isRows, rowsOf } from "../forms/raw-answers.ts";
import { type Discipline, disciplines } from "./coverage.ts";

/** What assignment and the search for conflicts take from a reviewer's own words. */
export interface RegistryFacts {
  discipline: Discipline;
  /** The employer of today. */
  affiliation: string;
  affiliationUscc: string;
  /** In Chinese, as the office searches for them, with the reviewer's own keywords. */
  expertise: string[];
  maxLoad: number;
}

/** Undefined where what assignment cannot do without is not given. */
export function registryFacts(definition: FormDefinition, raw: RawAnswers): RegistryFacts | undefined {
  const discipline = disciplines.find((each) => each === textAt(raw, "discipline"));
  const maxLoad = Number(textAt(raw, "max_load"));
  const employer = currentEmployer(rowsOf(raw, "employers"));
  if (!discipline || !employer || !Number.isInteger(maxLoad) || maxLoad < 1) return undefined;
  const listed = ["segments", "materials", "devices", "fields"].flatMap((key) =>
    labelsOf(definition, key, raw),
  );
  return {
    discipline,
    affiliation: cellText(employer, "employer"),
    affiliationUscc: cellText(employer, "employer_uscc").toUpperCase(),
    expertise: [...new Set([...listed, ...keywordsOf(textAt(raw, "keywords"))])],
    maxLoad,
  };
}

/** Keywords are separated by whatever people separate them by. */
export const keywordsOf = (text: string): string[] =>
  text
    .split(/[、，,；;\n]+/u)
    .map((word) => word.trim())
    .filter(Boolean);

/** The answers a reviewer begins with: what the office noted at the invitation. */
export const answersFromFacts = (facts: RegistryFacts): RawAnswers => ({
  discipline: facts.discipline,
  max_load: String(facts.maxLoad),
  keywords: facts.expertise.join("、"),
  ...(facts.affiliation && {
    employers: [
      { id: "first", cells: { employer: facts.affiliation, employer_uscc: facts.affiliationUscc } },
    ],
  }),
});

/** Without an end, and of several the one taken up last; where all have ended, the last of them. */
function currentEmployer(rows: readonly RawRow[]): RawRow | undefined {
  const named = rows.filter((row) => cellText(row, "employer") !== "");
  const endless = named.filter((row) => cellText(row, "employed_to") === "");
  const latest = (among: readonly RawRow[], column: string) =>
    among.reduce<RawRow | undefined>(
      (best, row) => (best && cellText(best, column) >= cellText(row, column) ? best : row),
      undefined,
    );
  return latest(endless, "employed_from") ?? latest(named, "employed_to");
}

function labelsOf(definition: FormDefinition, key: string, raw: RawAnswers): string[] {
  const field = compileForm(definition).questionByKey.get(key)?.field;
  const value = raw[key];
  if (field?.type !== "multi_choice" || value === undefined || isRows(value)) return [];
  const chosen = typeof value === "string" ? [value] : value;
  return field.options.filter(({ code }) => chosen.includes(code)).map(({ label }) => label.zh);
}

const textOf = (value: RawValue | undefined): string => (typeof value === "string" ? value.trim() : "");

const textAt = (raw: RawAnswers, key: string): string => {
  const value = raw[key];
  return value === undefined || isRows(value) ? "" : textOf(value);
};

const cellText = (row: RawRow, column: string): string => textOf(row.cells[column]);
