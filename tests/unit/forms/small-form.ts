import { formDefinitionSchema } from "#app/domain/forms/definition.ts";

export const both = (text: string) => ({ zh: text, en: text });
const ask = (key: string, type: string, rest: object = {}) => ({
  key,
  type,
  label: both(key),
  required: true,
  ...rest,
});
const yes = { eq: [{ ref: "pledged" }, true] };

/** Small enough to see whole: a table, a condition, fixed rows, files, declarations, a hidden section. */
export const smallForm = formDefinitionSchema.parse({
  code: "T",
  version: 1,
  title: both("t"),
  parts: [
    {
      key: "p",
      title: both("p"),
      sections: [
        {
          key: "owners",
          title: both("owners"),
          groups: [
            {
              key: "g",
              questions: [
                ask("capital", "money"),
                ask("owners", "table", {
                  rowName: both("owner"),
                  addLabel: both("add"),
                  minRows: 2,
                  maxRows: 3,
                  totals: ["ratio"],
                  columns: [
                    ask("who", "short_text", { limits: { zh: { max: 10 } } }),
                    ask("ratio", "percent", { places: 4 }),
                    ask("code", "short_text", {
                      limits: { zh: { max: 9 } },
                      visibleWhen: { eq: [{ cell: "who" }, "公司"] },
                    }),
                    ask("double", "computed", {
                      required: undefined,
                      result: "percent",
                      value: { multiply: [{ cell: "ratio" }, 2] },
                    }),
                  ],
                }),
                ask("pledged", "yes_no"),
                ask("pledge", "long_text", { limits: { zh: { min: 5, max: 20 } }, visibleWhen: yes }),
                { key: "note", type: "static", label: both("note") },
                ask("half", "computed", {
                  required: undefined,
                  result: "money",
                  value: { divide: [{ ref: "capital" }, 2] },
                }),
              ],
            },
          ],
          rules: [
            {
              key: "hundred",
              level: "error",
              at: ["owners/ratio"],
              when: { answered: { ref: "owners" } },
              holds: { eq: [{ sum: { of: "owners", value: { cell: "ratio" } } }, 100] },
              params: {
                gap: {
                  value: { subtract: [100, { sum: { of: "owners", value: { cell: "ratio" } } }] },
                  as: "percent",
                  places: 4,
                },
              },
              message: { zh: "还差{gap}", en: "{gap} short" },
              summary: { zh: "短{gap}", en: "short {gap}" },
            },
            {
              key: "large",
              level: "warning",
              forEach: "owners",
              at: ["ratio"],
              holds: { le: [{ cell: "ratio" }, 90] },
              message: { zh: "第{row}位超过九成", en: "Owner {row} holds over 90%" },
            },
          ],
        },
        {
          key: "plan",
          title: both("plan"),
          opensWhen: { answered: { ref: "capital" } },
          opensHint: both("capital first"),
          groups: [
            {
              key: "g",
              questions: [
                ask("years", "table", {
                  rowName: both("year"),
                  addLabel: both("add"),
                  maxRows: 2,
                  fixedRows: [
                    { id: "2025", label: both("2025") },
                    { id: "2024", label: both("2024"), required: { eq: [{ ref: "pledged" }, true] } },
                  ],
                  columns: [
                    ask("revenue", "money"),
                    ask("profit", "money", { required: { eq: [{ cell: "id" }, "2025"] } }),
                  ],
                }),
              ],
            },
          ],
        },
        {
          key: "papers",
          title: both("papers"),
          kind: "files",
          groups: [
            {
              key: "g",
              questions: [
                ask("licence", "file", { accept: ["pdf", "jpg"], maxSizeMb: 1, maxCount: 2 }),
                ask("plan_file", "file", { accept: ["xlsx"], maxSizeMb: 1, maxCount: 1, required: yes }),
              ],
            },
          ],
        },
        {
          key: "sign",
          title: both("sign"),
          kind: "signing",
          groups: [
            {
              key: "g",
              questions: [
                ask("truthful", "declaration"),
                ask("news", "declaration", { required: undefined }),
              ],
            },
          ],
        },
        {
          key: "hidden",
          title: both("hidden"),
          visibleWhen: yes,
          groups: [{ key: "g", questions: [ask("secret", "integer")] }],
        },
      ],
    },
  ],
});
