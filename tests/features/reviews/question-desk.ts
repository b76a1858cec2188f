import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { answerQuestion } from "#app/features/reviews/questions/answer-question.ts";
import { askQuestion } from "#app/features/reviews/questions/ask-question.ts";
import { handleQuestion, type HandleStep } from "#app/features/reviews/questions/handle-question.ts";
import { newId } from "#app/platform/new-id.ts";
import { fundOffice } from "#tests/features/office/fund-office.ts";
import { FROZEN_NOW, testDatabase } from "#tests/support/database.ts";

const at = FROZEN_NOW.toISOString();
export const ownWords = "我在甲子研究院做过同类产线：良率按投片还是按出货统计？";
export const wording = "请说明良率的统计口径。";
export const answer = "按出货片数统计，不含工程片。";
export const forward = { step: "forward", wording, days: 3 } as const;

interface Reviewed {
  id: string;
  company: Record<"owner" | "editor" | "viewer", PersonActor>;
  /** Assignments of the asker and of the other reviewer. */
  own: string;
  others: string;
}

export type QuestionDesk = Awaited<ReturnType<typeof questionDesk>>;

/** Two reviewers, an office and a company, and the steps a question takes between them. */
export async function questionDesk(dialect: Parameters<typeof testDatabase>[0]) {
  const db = await testDatabase(dialect);
  const office = await fundOffice(db);
  const asker = await office.addReviewer("秘密提问人");
  const other = await office.addReviewer("沈示例");
  const editor = await office.addPerson("企业编辑");
  const viewer = await office.addPerson("企业查看");

  const as = (person: PersonActor, now?: Date) => office.as(person, now);

  async function assign(person: PersonActor, applicationId: string): Promise<string> {
    const id = newId();
    await db.write((trx) =>
      trx
        .insertInto("assignment")
        .values({
          ...{
            id,
            application_id: applicationId,
            reviewer_id: person.personId,
            state: "accepted",
            due_at: at,
          },
          ...{ assigned_by: office.officer.personId, assigned_at: at, declared_at: at, declaration: "{}" },
          ...{ decline_reason: "", version: 1 },
        })
        .execute(),
    );
    return id;
  }

  /** An application two people review, and its company's owner, editor and viewer. */
  async function underReview(): Promise<Reviewed> {
    const application = await office.addApplication({
      ...{ state: "expert_review", officerId: office.officer.personId },
    });
    const { companyId } = application;
    await db.write(async (trx) => {
      for (const [person, role] of [
        [editor, "editor"],
        [viewer, "viewer"],
      ] as const)
        await trx
          .insertInto("company_member")
          .values({ company_id: companyId, person_id: person.personId, role, added_at: at })
          .execute();
    });
    const member = (person: PersonActor, role: "owner" | "editor" | "viewer"): PersonActor => ({
      ...person,
      memberships: [{ companyId, role }],
    });
    return {
      id: application.id,
      company: {
        owner: member(office.owner, "owner"),
        editor: member(editor, "editor"),
        viewer: member(viewer, "viewer"),
      },
      own: await assign(asker, application.id),
      others: await assign(other, application.id),
    };
  }

  async function asked({ own }: Reviewed, question = ownWords): Promise<string> {
    const result = await askQuestion(as(asker), { assignmentId: own, sectionKey: "", question });
    if (!result.ok) throw new Error(result.reason);
    return result.questionId;
  }

  const handle = (
    { id }: Reviewed,
    questionId: string,
    version: number,
    step: HandleStep,
    by = office.officer,
  ) => handleQuestion(as(by), { applicationId: id, questionId, version, ...step });

  async function forwarded(reviewed: Reviewed): Promise<string> {
    const id = await asked(reviewed);
    const result = await handle(reviewed, id, 1, forward);
    if (!result.ok) throw new Error(result.reason);
    return id;
  }

  const give = (reviewed: Reviewed, questionId: string, version: number, person?: PersonActor, now?: Date) =>
    answerQuestion(as(person ?? reviewed.company.owner, now), {
      ...{ applicationId: reviewed.id, questionId, version, answer },
    });

  return { db, office, asker, other, editor, as, underReview, asked, handle, forwarded, give };
}
