import { renderToStaticMarkup } from "react-dom/server";
import { sectionExtract } from "#app/domain/applications/section-extract.ts";
import type { SectionPageData } from "#app/domain/applications/section-page-data.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { formDefinitionSchema } from "#app/domain/forms/definition.ts";
import { EvaluatedRow, evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import type { FormView } from "#app/ui/form/form-view.ts";
import { SectionQuestions } from "#app/ui/form/section-questions.tsx";
import { PageProvider } from "#app/ui/page-context.tsx";

const both = (text: string) => ({ zh: text, en: text });
const column = (key: string, type: string, rest: object = {}) => ({ key, type, label: both(key), ...rest });
const cell = (key: string) => ({ cell: key });

export const rowCount = 100;

/** A table as large as a form may ask for: typed, conditional and computed columns, totals, and sums over it. */
const definition = formDefinitionSchema.parse({
  code: "BENCH",
  version: 1,
  title: both("bench"),
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
              questions: [
                {
                  key: "rows",
                  type: "table",
                  label: both("rows"),
                  rowName: both("row"),
                  addLabel: both("add"),
                  maxRows: rowCount,
                  totals: ["price", "cost", "share"],
                  columns: [
                    column("name", "short_text", { limits: { zh: { max: 60 } } }),
                    column("kind", "choice", {
                      options: ["a", "b"].map((code) => ({ code, label: both(code) })),
                    }),
                    column("count", "integer"),
                    column("price", "money"),
                    column("cost", "computed", {
                      result: "money",
                      value: { multiply: [cell("count"), cell("price")] },
                    }),
                    column("share", "percent"),
                    column("from", "date"),
                    column("to", "date"),
                    column("maker", "short_text", { limits: { zh: { max: 60 } } }),
                    column("model", "short_text", { limits: { zh: { max: 60 } } }),
                    column("licence", "yes_no", { visibleWhen: { eq: [cell("kind"), "b"] } }),
                    column("late", "computed", {
                      result: "yes_no",
                      value: { gt: [cell("to"), "2027-12-31"] },
                    }),
                  ],
                },
                column("total", "computed", {
                  result: "money",
                  value: { sum: { of: "rows", value: cell("cost"), where: { eq: [cell("kind"), "a"] } } },
                }),
                column("largest", "computed", {
                  result: "money",
                  value: { max: { of: "rows", value: cell("cost") } },
                }),
                column("why", "long_text", {
                  limits: { zh: { max: 500 } },
                  visibleWhen: { any: { of: "rows", where: { gt: [cell("share"), 90] } } },
                }),
              ],
            },
          ],
        },
      ],
    },
  ],
});

const raw: RawAnswers = {
  rows: Array.from({ length: rowCount }, (_, index) => ({
    id: `r${index}`,
    cells: {
      name: `设备${index}`,
      kind: index % 3 === 0 ? "b" : "a",
      count: String(1 + (index % 7)),
      price: `${(index * 13) % 900}.50`,
      share: "0.5",
      from: "2027-01-15",
      to: "2027-06-30",
      maker: "甲子示例",
      model: `M-${index}`,
      licence: "yes",
    },
  })),
};

/** The section's page as the server draws it, around the script named. */
export function keystrokePage(script: string): string {
  const evaluation = evaluateForm(definition, raw, { today: "2026-12-09", files: {} });
  const section = compileForm(definition).sections[0]!;
  const table = section.questions[0]!;
  const blank = new EvaluatedRow(evaluation, table, { id: "NEWROW", cells: {} }, 0, { today: "2026-12-09" });
  const view: FormView = {
    locale: "zh",
    evaluation,
    issues: new Map(),
    problems: new Map(),
    sentence: () => "",
    conflicts: new Map(),
    typed: new Map(),
    files: () => [],
    isOpen: () => true,
    flag: () => undefined,
    edited: () => undefined,
  };
  const data: SectionPageData = {
    application: "bench",
    section: "s",
    person: "p",
    deviceKey: Buffer.alloc(32, 7).toString("base64url"),
    people: {},
    titles: {},
    locale: "zh",
    definition: sectionExtract(definition, "s").definition,
    elsewhere: {},
    files: {},
    today: "2026-12-09",
    templateRowId: "NEWROW",
    showsIssues: false,
    at: "2026-11-23T08:00:00.000Z",
    pairs: [],
  };
  const form = renderToStaticMarkup(
    <PageProvider value={{ locale: "zh", nonce: "", assetUrl: (name) => name }}>
      <form method="post" data-section-form="">
        <input type="hidden" name="base" value='{"fields":{},"rows":{}}' data-base="" />
        <SectionQuestions view={view} section={section} blankRow={() => blank} />
      </form>
    </PageProvider>,
  );
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="stylesheet" href="/app.css"></head>
<body><main class="wrap">${form}</main><script type="application/json" id="section-data">${json}</script>
<script type="module" src="${script}"></script></body></html>`;
}
