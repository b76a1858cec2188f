import { describe, expect, it } from "vitest";
import { fundProgramme } from "#app/cli/fund-programme.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { questionsOf } from "#app/domain/forms/edit/condition-subject.ts";
import { freshQuestion, freshTypes } from "#app/domain/forms/edit/fresh-node.ts";
import { parseAnswer } from "#app/domain/forms/parse-answer.ts";
import { isRows } from "#app/domain/forms/raw-answers.ts";
import { sampleAnswers } from "#app/domain/forms/sample-answers.ts";
import { both, smallForm } from "./small-form.ts";

const today = "2026-12-09";
const forms = [smallForm, ...fundProgramme.flatMap(({ form }) => (form ? [form as FormDefinition] : []))];

/** What is wrong with each answer on its own. */
function faultsOf(definition: FormDefinition): string[] {
  const answers = sampleAnswers(definition, today);
  return questionsOf(definition).flatMap((question) => {
    const answer = answers[question.key];
    if (question.type === "static" || question.type === "file") return [];
    if (question.type !== "table") {
      const parsed = parseAnswer(question, answer as string, { today });
      return parsed.fault ? [`${question.key}: ${parsed.fault.code}`] : [];
    }
    if (answer === undefined || !isRows(answer)) return [`${question.key}: no rows`];
    return answer.flatMap(({ cells }) =>
      question.columns.flatMap((column) => {
        const { fault } = parseAnswer(column, cells[column.key], {
          today,
          cell: (key) => cells[key],
        });
        return fault ? [`${question.key}/${column.key}: ${fault.code}`] : [];
      }),
    );
  });
}

describe("sample answers", () => {
  it.each(forms.map((form) => [form.code, form] as const))("are taken by every question of %s", (_, form) => {
    expect(faultsOf(form)).toEqual([]);
    expect(sampleAnswers(form, today)).toEqual(sampleAnswers(form, today));
  });

  it("are there for every type a question can be given", () => {
    const answers = sampleAnswers(
      {
        ...smallForm,
        parts: [
          {
            key: "p",
            title: both("p"),
            sections: [
              {
                key: "s",
                title: both("s"),
                groups: [
                  {
                    key: "g",
                    questions: freshTypes.map((type) => freshQuestion(type, `q_${type}`, both(type))),
                  },
                ],
              },
            ],
          },
        ],
      },
      today,
    );
    const without = freshTypes.filter((type) => answers[`q_${type}`] === undefined);
    expect(without.toSorted()).toEqual(["computed", "file", "static"]);
  });
});
