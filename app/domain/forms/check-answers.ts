import { hasAcceptedType } from "./accepted-type.ts";
import { isField, isTable, type CompiledQuestion, type CompiledSection } from "./compile-form.ts";
import { checkRules } from "./check-rules.ts";
import type { FormDefinition, Question, QuestionOf, TableColumn } from "./definition.ts";
import type { CheckEnv, MoneyBounds } from "./check-env.ts";
import { evaluateForm, type EvaluatedRow, type FormEvaluation } from "./form-evaluation.ts";
import { formatMoney } from "./format-figure.ts";
import { labelOf, rowOf } from "./issue-place.ts";
import { error, isMissing, same, type Fault, type FormIssue, type IssueCode } from "./issue.ts";
import { answerPath, isBlank } from "./raw-answers.ts";

export type SectionState = "cannot_start" | "not_started" | "in_progress" | "complete" | "has_errors";

export type SectionCheck = {
  key: string;
  visible: boolean;
  state: SectionState;
  issues: FormIssue[];
  /** Required questions answered, of those required; a table counts once. */
  answered: number;
  required: number;
  /** Required file questions with their files, of those required. */
  files: number;
  requiredFiles: number;
};

export type Progress = { answered: number; required: number; files: number; requiredFiles: number };

export type ApplicationCheck = {
  sections: SectionCheck[];
  issues: FormIssue[];
  progress: Progress;
  errors: number;
  warnings: number;
  /** Nothing is left but the owner's declarations. */
  readyToSign: boolean;
  complete: boolean;
};

export function checkSection(
  definition: FormDefinition,
  sectionKey: string,
  raw: FormEvaluation["raw"],
  env: CheckEnv,
): SectionCheck {
  const evaluation = evaluateForm(definition, raw, env);
  const section = evaluation.form.sectionByKey.get(sectionKey);
  if (!section) throw new RangeError(`no section ${sectionKey}`);
  return sectionCheckOf(evaluation, section);
}

export const checkApplication = (
  definition: FormDefinition,
  raw: FormEvaluation["raw"],
  env: CheckEnv,
): ApplicationCheck => applicationCheckOf(evaluateForm(definition, raw, env));

/** For a page that needs the values as well as the issues. */
export function applicationCheckOf(evaluation: FormEvaluation): ApplicationCheck {
  const sections = evaluation.form.sections.map((section) => sectionCheckOf(evaluation, section));
  const issues = sections.flatMap((section) => section.issues);
  const errors = issues.filter((issue) => issue.level === "error");
  const signing = new Set(
    evaluation.form.sections
      .filter(({ section }) => section.kind === "signing")
      .map(({ section }) => section.key),
  );
  const total = (count: (section: SectionCheck) => number) =>
    sections.filter(({ key }) => !signing.has(key)).reduce((sum, section) => sum + count(section), 0);
  return {
    sections,
    issues,
    progress: {
      answered: total((section) => section.answered),
      required: total((section) => section.required),
      files: total((section) => section.files),
      requiredFiles: total((section) => section.requiredFiles),
    },
    errors: errors.length,
    warnings: issues.length - errors.length,
    readyToSign: errors.every((issue) => signing.has(issue.sectionKey)),
    complete: errors.length === 0,
  };
}

export function sectionCheckOf(evaluation: FormEvaluation, section: CompiledSection): SectionCheck {
  const check: SectionCheck = {
    key: section.section.key,
    visible: evaluation.isSectionVisible(section.section.key),
    state: "not_started",
    issues: [],
    answered: 0,
    required: 0,
    files: 0,
    requiredFiles: 0,
  };
  if (!check.visible) return check;
  let started = false;
  for (const question of section.questions) {
    if (!evaluation.isVisible(question.field.key)) continue;
    const issues = checkQuestion(evaluation, question);
    check.issues.push(...issues);
    started ||= isStarted(evaluation, question);
    countRequired(check, evaluation, question, issues);
  }
  check.issues.push(...checkRules(evaluation, section));
  check.state = stateOf(check, started, section.opens === null || section.opens(evaluation) === true);
  return check;
}

/** While answers are still missing, sums that do not meet yet are work in progress and not errors. */
function stateOf({ issues }: SectionCheck, started: boolean, open: boolean): SectionState {
  if (!started) return open ? "not_started" : "cannot_start";
  const errors = issues.filter((issue) => issue.level === "error");
  if (errors.length === 0) return "complete";
  if (errors.some((issue) => !isMissing(issue) && issue.code !== "rule")) return "has_errors";
  return errors.some(isMissing) ? "in_progress" : "has_errors";
}

function countRequired(
  check: SectionCheck,
  evaluation: FormEvaluation,
  { field }: CompiledQuestion,
  issues: FormIssue[],
): void {
  if (field.type === "static" || field.type === "computed" || !evaluation.isRequired(field.key)) return;
  const done = !issues.some((issue) => issue.level === "error");
  if (field.type === "file") {
    check.requiredFiles += 1;
    if (done) check.files += 1;
  } else {
    check.required += 1;
    if (done) check.answered += 1;
  }
}

function isStarted(evaluation: FormEvaluation, { field }: CompiledQuestion): boolean {
  if (field.type === "file") return evaluation.files(field.key) > 0;
  if (field.type === "table") return evaluation.allRows(field.key).some((row) => !row.isBlank);
  return isField(field) && !isBlank(evaluation.rawOf(field.key));
}

function checkQuestion(evaluation: FormEvaluation, question: CompiledQuestion): FormIssue[] {
  const { field } = question;
  const place = {
    sectionKey: question.section.section.key,
    questionKey: field.key,
    path: field.key,
    label: labelOf(field),
  };
  if (field.type === "static" || field.type === "computed") return [];
  if (field.type === "file") return faultsOfFiles(evaluation, field).map((fault) => ({ ...place, ...fault }));
  if (isTable(field)) return checkTable(evaluation, question, place);
  const { fault } = evaluation.parsed(field.key);
  if (fault) return isAnswered(evaluation, field.key, fault) ? [] : [{ ...place, ...fault }];
  const value = evaluation.value(field.key);
  if (value === null)
    return evaluation.isRequired(field.key) ? [{ ...place, ...error(missingCode(field.type)) }] : [];
  const beyond = faultOfBounds(value, evaluation.bounds[field.key]);
  return beyond ? [{ ...place, ...beyond }] : [];
}

/** An amount that its call does not give; the form itself knows of no call. */
function faultOfBounds(value: unknown, bounds: MoneyBounds | undefined): Fault | undefined {
  if (!bounds || typeof value !== "number") return undefined;
  const { minimumFen, maximumFen } = bounds;
  if (minimumFen !== null && value < minimumFen) return error("below_call", { limit: inWords(minimumFen) });
  if (maximumFen !== null && value > maximumFen) return error("above_call", { limit: inWords(maximumFen) });
  return undefined;
}

const inWords = (fen: number) => ({ zh: formatMoney(fen, "zh"), en: formatMoney(fen, "en") });

type Place = Pick<FormIssue, "sectionKey" | "questionKey" | "path" | "label">;

function checkTable(evaluation: FormEvaluation, question: CompiledQuestion, place: Place): FormIssue[] {
  const { field } = question;
  if (!isTable(field)) return [];
  const rows = evaluation.allRows(field.key);
  const filled = rows.filter((row) => !row.isBlank).length;
  const least = Math.max(field.minRows ?? 0, 1);
  const params = { count: same(filled), min: same(least), max: same(field.maxRows), row: field.rowName };
  if (filled === 0)
    return evaluation.isRequired(field.key) ? [{ ...place, ...error("missing_rows", params) }] : [];
  const cells = rows
    .filter((row) => row.isFixed || !row.isBlank)
    .flatMap((row) =>
      question.columns.flatMap(({ field: column }) => checkCell(evaluation, row, column, place)),
    );
  if (question.fixedRows) return cells;
  if (filled < least) cells.push({ ...place, ...error("too_few_rows", params) });
  if (filled > field.maxRows) cells.push({ ...place, ...error("too_many_rows", params) });
  return cells;
}

/** It was asked whether 元 were typed, and somebody said that the amount is right. */
const isAnswered = (evaluation: FormEvaluation, path: string, { code, level }: Fault): boolean =>
  code === "money_as_yuan" && level === "warning" && evaluation.isConfirmedAmount(path);

function checkCell(
  evaluation: FormEvaluation,
  row: EvaluatedRow,
  column: TableColumn,
  place: Place,
): FormIssue[] {
  if (column.type === "computed" || !row.isVisible(column.key)) return [];
  const { value, fault } = row.parsed(column.key);
  const found =
    fault ?? (value === null && row.isRequired(column.key) ? error(missingCode(column.type)) : undefined);
  if (!found) return [];
  const path = answerPath(place.questionKey, row.id, column.key);
  if (isAnswered(evaluation, path, found)) return [];
  return [
    {
      ...place,
      ...found,
      path,
      ...rowOf(row),
      column: column.key,
      label: labelOf(column),
    },
  ];
}

function faultsOfFiles(evaluation: FormEvaluation, field: QuestionOf<"file">): Fault[] {
  const files = evaluation.filesOf(field.key);
  const least = field.minCount ?? 1;
  if (files.length === 0) return evaluation.isRequired(field.key) ? [error("missing_file")] : [];
  const counts = { count: same(files.length), min: same(least), max: same(field.maxCount) };
  if (files.length < least) return [error("too_few_files", counts)];
  if (files.length > field.maxCount) return [error("too_many_files", counts)];
  return files.flatMap((file) => {
    if (file.size > field.maxSizeMb * 1024 * 1024) {
      return [error("file_too_large", { name: same(file.name), max: same(field.maxSizeMb) })];
    }
    if (field.maxPages !== undefined && (file.pages ?? 0) > field.maxPages) {
      const pages = { pages: same(file.pages ?? 0), max: same(field.maxPages) };
      return [error("file_too_many_pages", { name: same(file.name), ...pages })];
    }
    return hasAcceptedType(field, file.name) ? [] : [error("file_type", { name: same(file.name) })];
  });
}

const choosing = new Set<Question["type"] | TableColumn["type"]>([
  "choice",
  "multi_choice",
  "city",
  "gb4754",
  "park",
  "country",
  "scale",
]);

function missingCode(type: Question["type"] | TableColumn["type"]): IssueCode {
  if (type === "declaration") return "missing_declaration";
  if (type === "yes_no") return "missing_answer";
  return choosing.has(type) ? "missing_choice" : "missing_text";
}
