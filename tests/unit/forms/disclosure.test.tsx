import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { draftAnswers } from "#app/domain/applications/packet/packet-answers.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { isRestrictedColumn } from "#app/domain/forms/readable-question.ts";
import { rowsOf, type RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { AnswersView } from "#app/ui/answers-view.tsx";
import { PageProvider } from "#app/ui/page-context.tsx";
import { answerBlocks } from "#app/ui/paper/answer-blocks.ts";
import { exampleApplications } from "#tests/world/example-applications.ts";

/**
 * Answers that reviewers and the committee never see: how to reach people, dual use, what may become a lawsuit, and
 * papers that bring out customers' prices, people's insurance or somebody's credit.
 */
const restrictedEverywhere = [
  "legal_rep_mobile",
  "contact",
  "on_cn_list",
  "on_cn_list_text",
  "on_foreign_list",
  "on_foreign_list_text",
  "uses_controlled_items",
  "uses_controlled_items_text",
  "makes_controlled_items",
  "makes_controlled_items_text",
  "countermeasures",
  "a23_undertaking",
  "reviewers_to_avoid",
];
const withLoans = ["C1", "C2", "C3", "C4", "C5", "C12"];
const ofProjects = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C11", "C12"];
const restrictedIn: Record<string, string[]> = {
  dual_use: ["C4", "C5"],
  dual_use_text: ["C4", "C5"],
  end_user_checks: ["C4", "C5"],
  a16_employment_papers: ofProjects,
  a17_contracts: ofProjects,
  a19_bank_papers: withLoans,
};

/** What of people does not bear on the project (domain 3.2-E), column by column. */
const restrictedColumns = ["team/birth_year", "team/gender"];

/** What a public notice names (domain 6): the company, the call's instrument and strand, the project, its abstract. */
const publicEverywhere = [
  "instrument",
  "project_name_zh",
  "project_name_en",
  "chain_segment",
  "site_address",
  "summary",
  "name_zh",
  "name_en",
  "uscc",
];

const questionsOf = (definition: FormDefinition) => [...compileForm(definition).questionByKey.values()];
const isShut = ({ field, section }: ReturnType<typeof questionsOf>[number]) =>
  section.section.restricted === true || ("restricted" in field && field.restricted === true);

describe.each(exampleApplications.map((each) => [each.code, each] as const))(
  "the form of %s",
  (code, { definition, answers, env }) => {
    const questions = questionsOf(definition);
    const shut = questions.filter(isShut).map(({ field }) => field.key);

    test("keeps exactly these answers to the office", () => {
      const ofThisForm = Object.entries(restrictedIn).flatMap(([key, codes]) =>
        codes.includes(code) ? [key] : [],
      );
      expect(shut.toSorted()).toEqual([...restrictedEverywhere, ...ofThisForm].toSorted());
    });

    test("keeps exactly these columns to the office", () => {
      const columns = questions.flatMap(({ field, columns }) =>
        columns
          .filter((column) => isRestrictedColumn(column.field))
          .map((column) => `${field.key}/${column.field.key}`),
      );
      expect(columns.toSorted()).toEqual(restrictedColumns);
    });

    test("publishes exactly these answers", () => {
      const open = questions.filter(({ field }) => "public" in field && field.public === true);
      const strand = compileForm(definition).questionByKey.has("strand") ? ["strand"] : [];
      expect(open.map(({ field }) => field.key).toSorted()).toEqual(
        [...publicEverywhere, ...strand].toSorted(),
      );
    });

    test("keeps every telephone number, address and person to the office", () => {
      const reaching = questions.filter(({ field }) => ["mobile", "email", "person"].includes(field.type));
      expect(reaching.length).toBeGreaterThan(0);
      expect(reaching.filter((question) => !isShut(question)).map(({ field }) => field.key)).toEqual([]);
    });

    describe("with a mark in every restricted answer and column", () => {
      const { marked, marks } = withMarks(definition, answers, shut);
      const files = Object.fromEntries(
        Object.entries(env.files).map(([key, attached]) => [
          key,
          attached.map(({ name, ...file }) => ({
            ...{ ...file, sha256: "0".repeat(64) },
            name: shut.includes(key) ? `marked-${name}` : name,
          })),
        ]),
      );
      const answered = { definition, raw: marked, env: { ...env, files } };
      const draw = (showRestricted: boolean) =>
        (["zh", "en"] as const).flatMap((locale) => [
          JSON.stringify(answerBlocks({ ...answered, locale, showRestricted, hashes: new Map() })),
          renderToStaticMarkup(
            <PageProvider value={{ locale, nonce: undefined, assetUrl: () => "" }}>
              <AnswersView
                {...{ ...answered, showRestricted }}
                fileHref={({ id }: { id: string }) => `/files/${id}`}
              />
            </PageProvider>,
          ),
          draftAnswers(definition, marked, answered.env, showRestricted),
        ]);

      test("no page, paper or packet of a reader shows one", () => {
        for (const text of draw(false))
          expect([...marks, "marked-"].filter((mark) => text.includes(mark))).toEqual([]);
      });

      test("those of the office show them", () => {
        for (const text of draw(true)) expect(marks.filter((mark) => !text.includes(mark))).toEqual([]);
      });
    });
  },
);

/** Every restricted text becomes a word that stands nowhere else. */
function withMarks(definition: FormDefinition, answers: RawAnswers, shut: readonly string[]) {
  const { questionByKey } = compileForm(definition);
  const marks: string[] = [];
  const marked: RawAnswers = { ...answers };
  const mark = (text: string) => {
    const word = `mark${marks.length}x`;
    marks.push(word);
    return `${word} ${text}`;
  };
  const evaluation = evaluateForm(definition, answers, { today: "2026-11-28", files: {} });
  for (const key of shut.filter((each) => evaluation.isVisible(each))) {
    const field = questionByKey.get(key)?.field;
    const answer = marked[key];
    if (field?.type === "table")
      marked[key] = rowsOf(answers, key).map((row) => ({
        ...row,
        cells: Object.fromEntries(
          Object.entries(row.cells).map(([column, cell]) => [
            column,
            typeof cell === "string" && isText(field.columns, column) ? mark(cell) : cell,
          ]),
        ),
      }));
    else if (field?.type === "person" && Array.isArray(answer))
      marked[key] = answer.map((part) => (typeof part === "string" ? mark(part) : "")).filter(Boolean);
    else if (typeof answer === "string" && answer !== "" && field && /text|mobile|email/.test(field.type))
      marked[key] = mark(answer);
  }
  for (const path of restrictedColumns) {
    const [table = "", column = ""] = path.split("/");
    marked[table] = rowsOf(marked, table).map((row) => ({
      ...row,
      cells: { ...row.cells, [column]: mark("") },
    }));
  }
  return { marked, marks };
}

const isText = (columns: readonly { key: string; type: string }[], key: string): boolean =>
  columns.some((column) => column.key === key && /text/.test(column.type));
