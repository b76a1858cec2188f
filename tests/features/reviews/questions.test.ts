import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { mostWaitingQuestions, questionLimits } from "#app/domain/reviews/question-workflow.ts";
import { countForRail } from "#app/features/applications/office/count-for-rail.ts";
import { listTimeline } from "#app/features/applications/list-timeline.ts";
import { queueEventMails } from "#app/features/notifications/queue-event-mails.ts";
import { answerQuestion } from "#app/features/reviews/questions/answer-question.ts";
import { askQuestion } from "#app/features/reviews/questions/ask-question.ts";
import { listCompanyQuestions } from "#app/features/reviews/questions/list-company-questions.ts";
import {
  listApplicationQuestions,
  listQuestions,
} from "#app/features/reviews/questions/list-office-questions.ts";
import { listWaitingQuestions } from "#app/features/reviews/questions/list-waiting-questions.ts";
import { listReviewerQuestions } from "#app/features/reviews/questions/list-reviewer-questions.ts";
import type { Settings } from "#app/platform/config/settings.ts";
import { newId } from "#app/platform/new-id.ts";
import { DIALECTS, FROZEN_NOW } from "#tests/support/database.ts";
import { answer, forward, ownWords, type QuestionDesk, questionDesk, wording } from "./question-desk.ts";

const at = FROZEN_NOW.toISOString();

describe.each(DIALECTS)("questions to the company on %s", (dialect) => {
  let db: QuestionDesk["db"];
  let office: QuestionDesk["office"];
  let asker: QuestionDesk["asker"];
  let other: QuestionDesk["other"];
  let editor: QuestionDesk["editor"];
  let as: QuestionDesk["as"];
  let underReview: QuestionDesk["underReview"];
  let asked: QuestionDesk["asked"];
  let handle: QuestionDesk["handle"];
  let forwarded: QuestionDesk["forwarded"];
  let give: QuestionDesk["give"];

  beforeAll(async () => {
    ({ db, office, asker, other, editor, as, underReview, asked, handle, forwarded, give } =
      await questionDesk(dialect));
  });
  afterAll(() => db.destroy());

  it("goes through the office to the company and back to every reviewer", async () => {
    const reviewed = await underReview();
    const id = await asked(reviewed);
    expect(await listCompanyQuestions(as(reviewed.company.owner), reviewed.id)).toEqual([]);
    expect((await listReviewerQuestions(as(other), reviewed.others))?.questions).toEqual([]);
    expect(await handle(reviewed, id, 1, forward)).toEqual({ ok: true });
    expect(await listCompanyQuestions(as(reviewed.company.editor), reviewed.id)).toMatchObject([
      { id, question: wording, standing: "forwarded", mayAnswer: true, answer: "" },
    ]);
    expect(await give(reviewed, id, 2, reviewed.company.editor)).toEqual({ ok: true });
    for (const [person, assignment] of [
      [asker, reviewed.own],
      [other, reviewed.others],
    ] as const)
      expect((await listReviewerQuestions(as(person), assignment))?.questions).toMatchObject([
        { standing: "answered", answer: "" },
      ]);
    expect(await handle(reviewed, id, 3, { step: "pass_on" })).toEqual({ ok: true });
    expect((await listReviewerQuestions(as(asker), reviewed.own))?.questions).toMatchObject([
      { isOwn: true, question: ownWords, reworded: wording, answer, standing: "passed_on" },
    ]);
    expect((await listReviewerQuestions(as(other), reviewed.others))?.questions).toMatchObject([
      { isOwn: false, question: wording, reworded: "", answer, standing: "passed_on" },
    ]);
  });

  it("tells neither the company nor the other reviewers who asked, nor in which words", async () => {
    const reviewed = await underReview();
    const id = await forwarded(reviewed);
    await give(reviewed, id, 2);
    await handle(reviewed, id, 3, { step: "pass_on" });
    await queueEventMails({
      db,
      now: FROZEN_NOW,
      settings: { mailFrom: "portal@example.test", demo: false } as Settings,
    });
    const mails = await db.read
      .selectFrom("mail_delivery")
      .innerJoin("event", "event.id", "mail_delivery.event_id")
      .select(["mail_delivery.fields", "mail_delivery.template", "mail_delivery.recipient_id as to"])
      .where("event.application_id", "=", reviewed.id)
      .execute();
    const toCompany = mails.filter(({ template }) => template === "question-forwarded");
    expect(new Set(toCompany.map(({ to }) => to))).toEqual(new Set([office.owner.personId, editor.personId]));
    const toReviewers = mails.filter(({ template }) => template === "question-settled");
    expect(new Set(toReviewers.map(({ to }) => to))).toEqual(new Set([asker.personId, other.personId]));
    expect(mails.filter(({ template }) => template === "question-waiting").map(({ to }) => to)).toEqual([
      office.officer.personId,
      office.officer.personId,
    ]);
    const told = [...Object.values(reviewed.company).map((member) => as(member)), as(other)].flatMap(
      (ctx) => [
        listCompanyQuestions(ctx, reviewed.id),
        listTimeline(ctx, reviewed.id),
        listReviewerQuestions(ctx, reviewed.others),
      ],
    );
    const text = JSON.stringify([await Promise.all(told), toCompany.map(({ fields }) => fields)]);
    expect(text).toContain(wording);
    for (const secret of [asker.name, asker.personId, reviewed.own, ownWords])
      expect(text).not.toContain(secret);
    // A mail may be read by many: it gives neither question nor answer.
    const letters = JSON.stringify(mails.map(({ fields }) => fields));
    for (const said of [ownWords, wording, answer]) expect(letters).not.toContain(said);
    const toOthers = JSON.stringify(mails.filter(({ to }) => to !== asker.personId));
    expect(toOthers).not.toContain(asker.name);
  });

  it("is put on record step by step, and the committee is not told which reviewer asked", async () => {
    const reviewed = await underReview();
    const id = await forwarded(reviewed);
    await give(reviewed, id, 2);
    await handle(reviewed, id, 3, { step: "pass_on" });
    const types = (await listTimeline(as(office.officer), reviewed.id)).map(({ type }) => type);
    expect(types).toEqual([
      "question.asked",
      "question.forwarded",
      "question.answered",
      "question.passed_on",
    ]);
    const names = async (person: PersonActor) =>
      JSON.stringify([
        await listTimeline(as(person), reviewed.id),
        await listApplicationQuestions(as(person), reviewed.id),
      ]).includes(asker.name);
    for (const person of [office.officer, office.administrator, office.auditor])
      expect(await names(person)).toBe(true);
    for (const person of [office.chair, office.member]) expect(await names(person)).toBe(false);
    const forCompany = (await listTimeline(as(reviewed.company.owner), reviewed.id)).map(({ type }) => type);
    expect(forCompany).toEqual(["question.forwarded", "question.answered"]);
  });

  it("the office may decline it with a reason that only the asker reads", async () => {
    const reviewed = await underReview();
    const id = await asked(reviewed);
    const reason = "申报书第三部分已经写明，不必再问。";
    expect(await handle(reviewed, id, 1, { step: "decline", reason: "太短" })).toMatchObject({
      reason: "reason",
    });
    expect(await handle(reviewed, id, 1, { step: "decline", reason })).toEqual({ ok: true });
    expect((await listReviewerQuestions(as(asker), reviewed.own))?.questions).toMatchObject([
      { standing: "declined", reason },
    ]);
    expect((await listReviewerQuestions(as(other), reviewed.others))?.questions).toEqual([]);
    expect(await listCompanyQuestions(as(reviewed.company.owner), reviewed.id)).toEqual([]);
    expect(await handle(reviewed, id, 2, forward)).toMatchObject({ reason: "wrong_state" });
  });

  it.each(["open", "confirmed"] as const)(
    "a reviewer with a conflict that is %s finds nothing",
    async (state) => {
      const reviewed = await underReview();
      await forwarded(reviewed);
      await db.write((trx) =>
        trx
          .insertInto("conflict")
          .values({
            ...{
              id: newId(),
              application_id: reviewed.id,
              person_id: asker.personId,
              state,
              source: "office",
            },
            ...{ kind: "equity", note: "", created_at: at },
          })
          .execute(),
      );
      expect(await listReviewerQuestions(as(asker), reviewed.own)).toBeUndefined();
      const again = { assignmentId: reviewed.own, sectionKey: "", question: "再问一个问题" };
      expect(await askQuestion(as(asker), again)).toMatchObject({ reason: "not_found" });
    },
  );

  it.each(["assigned", "conflicted", "recused", "declined", "withdrawn"] as const)(
    "a reviewer whose assignment is %s finds nothing",
    async (state) => {
      const reviewed = await underReview();
      await forwarded(reviewed);
      await db.write((trx) =>
        trx.updateTable("assignment").set({ state }).where("id", "=", reviewed.own).execute(),
      );
      expect(await listReviewerQuestions(as(asker), reviewed.own)).toBeUndefined();
      const again = { assignmentId: reviewed.own, sectionKey: "", question: "再问一个问题" };
      expect(await askQuestion(as(asker), again)).toMatchObject({ reason: "not_found" });
    },
  );

  it("nobody looks through somebody else's assignment, and a conflicted officer sees no question", async () => {
    const reviewed = await underReview();
    const id = await asked(reviewed);
    expect(await listReviewerQuestions(as(other), reviewed.own)).toBeUndefined();
    const conflicted = office.otherOfficer;
    expect((await listQuestions(as(conflicted), "waiting", null)).rows.map((row) => row.id)).toContain(id);
    await db.write((trx) =>
      trx
        .insertInto("conflict")
        .values({
          ...{ id: newId(), application_id: reviewed.id, person_id: conflicted.personId, kind: "equity" },
          ...{ state: "confirmed", source: "office", note: "", created_at: at },
        })
        .execute(),
    );
    expect((await listQuestions(as(conflicted), "waiting", null)).rows.map((row) => row.id)).not.toContain(
      id,
    );
    expect(await listApplicationQuestions(as(conflicted), reviewed.id)).toEqual([]);
    expect(await handle(reviewed, id, 1, forward, conflicted)).toMatchObject({ reason: "not_found" });
  });

  it("an officer who reviews as well does not handle their own question", async () => {
    const reviewed = await underReview();
    const id = await asked(reviewed);
    const both: PersonActor = { ...asker, roles: ["reviewer", "officer"] };
    expect(await handle(reviewed, id, 1, forward, both)).toMatchObject({ reason: "not_allowed" });
    for (const person of [office.auditor, office.chair])
      expect(await handle(reviewed, id, 1, forward, person)).toMatchObject({ reason: "not_allowed" });
  });

  it("owners and editors answer before the deadline, to the moment", async () => {
    const reviewed = await underReview();
    const id = await forwarded(reviewed);
    const [{ dueAt = "" } = {}] = await listCompanyQuestions(as(reviewed.company.owner), reviewed.id);
    const due = new Date(dueAt);
    expect(await give(reviewed, id, 2, reviewed.company.viewer)).toMatchObject({ reason: "not_allowed" });
    expect(await give(reviewed, id, 2, undefined, due)).toMatchObject({ reason: "over" });
    expect(await listCompanyQuestions(as(reviewed.company.owner, due), reviewed.id)).toMatchObject([
      { standing: "overdue", mayAnswer: false },
    ]);
    const lastMoment = new Date(due.getTime() - 1);
    expect(await give(reviewed, id, 2, undefined, lastMoment)).toEqual({ ok: true });
    // The same answer again is the same answer; another one from an old page is not taken.
    expect(await give(reviewed, id, 2, undefined, lastMoment)).toEqual({ ok: true });
    const late = { applicationId: reviewed.id, questionId: id, version: 2, answer: "另一个说法。" };
    expect(await answerQuestion(as(reviewed.company.editor), late)).toMatchObject({ reason: "stale" });
    expect(await answerQuestion(as(reviewed.company.editor), { ...late, version: 3 })).toEqual({ ok: true });
    expect(await handle(reviewed, id, 3, { step: "pass_on" })).toMatchObject({ reason: "stale" });
    expect(await handle(reviewed, id, 4, { step: "pass_on" })).toEqual({ ok: true });
    expect(await give(reviewed, id, 5)).toMatchObject({ reason: "over" });
  });

  it("says what is wrong with what was typed", async () => {
    const reviewed = await underReview();
    const ask = (question: string, sectionKey = "") =>
      askQuestion(as(asker), { assignmentId: reviewed.own, sectionKey, question });
    expect(await ask(" \r\n")).toMatchObject({ reason: "empty" });
    expect(await ask("问".repeat(questionLimits.question + 1))).toMatchObject({ reason: "too_long" });
    expect(await ask(ownWords, "no_such_section")).toMatchObject({ reason: "section" });
    const id = await asked(reviewed);
    expect(await asked(reviewed)).toBe(id);
    for (const days of [0, 11, 1.5, Number.NaN])
      expect(await handle(reviewed, id, 1, { ...forward, days })).toMatchObject({ reason: "days" });
    expect(await handle(reviewed, id, 1, { ...forward, wording: " " })).toMatchObject({
      reason: "wording_empty",
    });
    expect(await handle(reviewed, id, 7, forward)).toMatchObject({ reason: "stale" });
    for (let n = 1; n < mostWaitingQuestions; n += 1) await asked(reviewed, `问题${n}`);
    expect(await ask("再问一个问题")).toMatchObject({ reason: "too_many" });
  });

  it("is over when the application leaves the review", async () => {
    const reviewed = await underReview();
    const id = await asked(reviewed);
    const move = (state: "panel" | "initiated") =>
      db.write((trx) =>
        trx.updateTable("application").set({ state }).where("id", "=", reviewed.id).execute(),
      );
    await move("panel");
    const ask = { assignmentId: reviewed.own, sectionKey: "", question: "再问一个问题" };
    expect(await askQuestion(as(asker), ask)).toMatchObject({ reason: "closed" });
    expect(await handle(reviewed, id, 1, forward)).toEqual({ ok: true });
    await move("initiated");
    expect(await give(reviewed, id, 2)).toMatchObject({ reason: "over" });
  });

  it("of two officers at once one forwards it and the other is told", async () => {
    const reviewed = await underReview();
    const id = await asked(reviewed);
    const results = await Promise.all([
      handle(reviewed, id, 1, forward),
      handle(
        reviewed,
        id,
        1,
        { step: "decline", reason: "申报书第三部分已经写明，不必再问。" },
        office.administrator,
      ),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: "wrong_state" });
  });

  it("stands in the company's list of applications while it can be answered, and in nobody else's", async () => {
    const reviewed = await underReview();
    const waiting = async (person: PersonActor, now = FROZEN_NOW) =>
      (await listWaitingQuestions({ ...as(person), now })).get(reviewed.id);
    const id = await asked(reviewed);
    expect(await waiting(reviewed.company.owner)).toBeUndefined();
    await handle(reviewed, id, 1, forward);
    const { dueAt } = (await listCompanyQuestions(as(reviewed.company.owner), reviewed.id))[0]!;
    expect(await waiting(reviewed.company.owner)).toEqual({ count: 1, dueAt });
    expect(await waiting(asker)).toBeUndefined();
    expect(await waiting(office.officer)).toBeUndefined();
    expect(await waiting(reviewed.company.owner, new Date(dueAt))).toBeUndefined();
    await give(reviewed, id, 2, reviewed.company.editor);
    expect(await waiting(reviewed.company.owner)).toBeUndefined();
  });

  it("counts what waits for the office", async () => {
    const before = (await countForRail(as(office.officer)))?.questions ?? 0;
    const reviewed = await underReview();
    const waiting = async () => ((await countForRail(as(office.officer)))?.questions ?? 0) - before;
    const id = await asked(reviewed);
    expect(await waiting()).toBe(1);
    await handle(reviewed, id, 1, forward);
    expect(await waiting()).toBe(0);
    await give(reviewed, id, 2);
    expect(await waiting()).toBe(1);
    await handle(reviewed, id, 3, { step: "pass_on" });
    expect(await waiting()).toBe(0);
  });
});
