import { describe, expect, it } from "vitest";
import type { ApplicationHead } from "#app/features/applications/application-head.ts";
import type { TimelineEvent } from "#app/features/applications/list-timeline.ts";
import { statusSteps } from "#app/routes/applicant/record/status-steps.ts";

const head = (over: Partial<ApplicationHead>) =>
  ({
    state: "submitted",
    submittedAt: "2026-10-01T02:00:00.000Z",
    correctionRound: 0,
    dueAt: null,
    ...over,
  }) as ApplicationHead;

const happened = (...types: TimelineEvent["type"][]): TimelineEvent[] =>
  types.map((type, index) => ({
    seq: index + 1,
    type,
    at: new Date(Date.UTC(2026, 9, 1 + index, 2)).toISOString(),
    actorId: null,
    actorName: null,
    data: {},
  }));

const told = (over: Partial<ApplicationHead>, ...types: TimelineEvent["type"][]) =>
  statusSteps(head(over), happened(...types), "zh").map(({ title, state }) => `${String(title)} ${state}`);

describe("where an application stands", () => {
  it("is the company's turn before the first submission", () => {
    expect(told({ state: "draft", submittedAt: null })[0]).toBe("已提交 yours");
  });

  it("shows the second look after a correction as the one that is on", () => {
    const steps = told(
      { state: "formal_review", correctionRound: 1 },
      "application.submitted",
      "formal_check.started",
      "formal_check.correction_requested",
      "application.resubmitted",
    );
    expect(steps.slice(0, 5)).toEqual([
      "已提交 done",
      "形式审查 done",
      "补正（第1轮） done",
      "复核 now",
      "专家评审与合议 todo",
    ]);
  });

  it("stops a lapsed one at its correction", () => {
    const steps = told(
      { state: "not_accepted", correctionRound: 1 },
      "application.submitted",
      "application.lapsed",
    );
    expect(steps.slice(2, 5)).toEqual(["补正（第1轮） done", "复核 todo", "专家评审与合议 todo"]);
  });

  it("stops a withdrawn one where it had come to", () => {
    expect(told({ state: "withdrawn" }, "application.submitted").slice(0, 2)).toEqual([
      "已提交 done",
      "形式审查 todo",
    ]);
  });

  it("tells nothing of a decision that is not released", () => {
    const steps = statusSteps(head({ state: "ic_review" }), happened("application.submitted"), "zh");
    expect(steps.find(({ title }) => title === "投委会审议")).toMatchObject({
      state: "now",
      when: undefined,
    });
  });

  it("says when a step was done", () => {
    const steps = statusSteps(
      head({ state: "expert_review" }),
      happened("application.submitted", "formal_check.started", "formal_check.accepted"),
      "zh",
    );
    expect(steps.find(({ title }) => title === "形式审查")?.when).toBe("10月3日（星期六）完成");
  });
});
