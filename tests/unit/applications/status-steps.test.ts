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
    byReviewer: false,
    data: {},
  }));

const told = (over: Partial<ApplicationHead>, ...types: TimelineEvent["type"][]) =>
  statusSteps(head(over), happened(...types), "zh").map(({ title, state }) => `${String(title)} ${state}`);

describe("where an application stands", () => {
  it("stands before the first submission, with the time there is for it", () => {
    const [first] = statusSteps(
      head({ state: "draft", submittedAt: null, closesAt: "2026-12-10T09:00:00.000Z" }),
      [],
      "zh",
    );
    expect(first).toMatchObject({ title: "提交", state: "now", when: "轮到您：12月10日（星期四）17:00前" });
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
      "formal_check.started",
      "formal_check.correction_requested",
      "application.lapsed",
    );
    expect(steps).toEqual(["已提交 done", "形式审查 done", "补正逾期，不予受理 ended"]);
  });

  it("stops a withdrawn one where it had come to", () => {
    expect(told({ state: "withdrawn" }, "application.submitted", "application.withdrawn")).toEqual([
      "已提交 done",
      "已撤回 ended",
    ]);
  });

  it("promises nothing to one that was refused, and dates the refusal", () => {
    const happenings = happened("application.submitted", "formal_check.started", "formal_check.not_accepted");
    const steps = statusSteps(head({ state: "not_accepted" }), happenings, "zh");
    expect(steps.map(({ title }) => title)).toEqual(["已提交", "形式审查", "未予受理"]);
    expect(steps.at(-1)?.when).toBe("10月3日（星期六）");
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
