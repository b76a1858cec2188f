import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { standardScoringRules } from "#app/domain/shared/standard-scoring-rules.ts";
import type { Database } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";

export interface OtherCall {
  content?: object;
  wanted_reviewers?: number;
  minimum_fen?: number | null;
  budget_fen?: number | null;
  maximum_fen?: number | null;
}

const both = (text: string) => ({ zh: text, en: text });

const shortText = (key: string, label: string) => ({
  ...{ key, type: "short_text", label: both(label) },
  limits: { zh: { max: 80 } },
});

/** A sliver of a real form: the questions that name other companies and people. */
const form = {
  code: "C5",
  version: 1,
  title: both("示例表单"),
  parts: [
    {
      key: "company",
      title: both("企业"),
      sections: [
        {
          key: "filing",
          title: both("申报信息"),
          groups: [{ key: "main", questions: [shortText("project_name_zh", "项目名称")] }],
        },
        {
          key: "ownership",
          title: both("股权结构"),
          groups: [
            {
              key: "holders",
              questions: [
                {
                  ...{ key: "shareholders", type: "table", label: both("股东"), rowName: both("股东") },
                  columns: [
                    shortText("holder_name", "股东名称"),
                    { key: "holder_uscc", type: "uscc", label: both("统一社会信用代码") },
                  ],
                },
                {
                  ...{ key: "team", type: "table", label: both("核心团队"), rowName: both("成员") },
                  columns: [shortText("name", "姓名")],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

/** C5 of domain.md §5.2. */
export const c5Rubric: Rubric = {
  code: "C5",
  version: 1,
  title: both("C5"),
  criteria: [15, 15, 25, 10, 10, 15, 10].map((weight, index) => ({
    ...{
      key: `K${index + 1}`,
      name: both(`标准${index + 1}`),
      guidance: both("看依据"),
      weight,
      evidence: [],
    },
  })),
  anchors: [0, 1, 2, 3, 4, 5].map((score) => both(`${score}分`)),
  ...standardScoringRules,
  tieBreak: [...standardScoringRules.tieBreak],
};

export async function addCall(db: Database, at: string) {
  const [callId, formVersionId, rubricVersionId] = [newId(), newId(), newId()];
  await db.write(async (trx) => {
    const version = { version: 1, sha256: "0".repeat(64), created_at: at, code: "C5" };
    await trx
      .insertInto("form_version")
      .values({ id: formVersionId, definition: JSON.stringify(form), ...version })
      .execute();
    await trx
      .insertInto("rubric_version")
      .values({ id: rubricVersionId, definition: JSON.stringify(c5Rubric), ...version })
      .execute();
    await trx
      .insertInto("call")
      .values({
        ...{ id: callId, code: "C5", year: 2026, title_zh: "射频·功率·光电器件生产线", title_en: "RF lines" },
        ...{ content: "{}", form_version_id: formVersionId, rubric_version_id: rubricVersionId },
        ...{ opens_at: "2026-10-01T01:00:00.000Z", closes_at: "2026-11-20T09:00:00.000Z" },
        ...{ next_serial: 1, version: 1 },
      })
      .execute();
  });
  return { callId, formVersionId, rubricVersionId };
}

/** Another call with the form and rubric of the first; its id. */
export async function addOtherCall(db: Database, first: string, { content = {}, ...limits }: OtherCall) {
  const id = newId();
  await db.write(async (trx) => {
    const {
      id: _,
      next_serial: __,
      ...standing
    } = await trx.selectFrom("call").selectAll().where("id", "=", first).executeTakeFirstOrThrow();
    const own = { id, code: `X${id.slice(-6)}`, content: JSON.stringify(content), next_serial: 1 };
    await trx
      .insertInto("call")
      .values({ ...standing, ...own, ...limits })
      .execute();
  });
  return id;
}
