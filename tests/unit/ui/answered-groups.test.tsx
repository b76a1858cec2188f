import { expect, test } from "vitest";
import { AnswersView } from "#app/ui/answers-view.tsx";
import { answerBlocks } from "#app/ui/paper/answer-blocks.ts";
import { render } from "./render.tsx";
import { outsideApplications, type OutsideForm } from "#tests/world/outside-forms/outside-applications.ts";

const answered = (name: OutsideForm) => {
  const { definition, answers, env } = outsideApplications.find(({ code }) => code === name)!;
  return { definition, raw: answers, env, showRestricted: true };
};
const printed = (name: OutsideForm) =>
  answerBlocks({ ...answered(name), locale: "en" as const, hashes: new Map<string, string>() });

test("a paper names the groups of a section that neither the section nor their only table names", () => {
  const headings = printed("uk-innovation").flatMap((block) =>
    block.kind === "heading" && block.level > 2 ? [`${block.level} ${block.text}`] : [],
  );
  expect(headings.slice(0, 5)).toEqual([
    ...["3 Project details", "4 Project", "4 Lead organisation"],
    ...["4 Each partner · Partner 1", "4 Partner 2"],
  ]);
  expect(headings).not.toContain("4 Eligibility and permissions");
});

test("a page to read names them likewise", () => {
  const html = render(<AnswersView {...answered("uk-innovation")} />, "en");
  const groups = [...html.matchAll(/<h4 class="answer-group">([^<]*)/g)].map(([, text]) => text);
  expect(groups.slice(0, 2)).toEqual(["Project", "Lead organisation"]);
  expect(groups).not.toContain("Partners");
});

test("under a head that names the currency or the unit, figures stand alone", () => {
  const table = printed("us-chips").find(
    (block) => block.kind === "table" && block.label === "Sources of funds",
  );
  const { columns, rows } = table as Extract<typeof table, { kind: "table" }>;
  expect(columns.at(-1)?.head).toBe("Amount (USD)");
  expect(rows.map(({ cells }) => cells.at(-1))).toEqual([
    ...["600,000,000", "300,000,000", "120,500,000", "300,000,000", "200,000,000", "0"],
    "1,520,500,000",
  ]);
});

test("a figure worked out in a currency is written as amounts of it are", () => {
  const together = printed("us-chips").find(
    (block) => block.kind === "answer" && block.label === "Capital expenditure together",
  );
  expect(together).toMatchObject({ text: "USD 1,500,000,000" });
});
