import { describe, expect, test } from "vitest";
import {
  correctableCodes,
  countChecked,
  formalCheckCodes,
  formalCheckProblems,
  guaranteedReturnWords,
  proposeFormalCheck,
  readChecklist,
  type Checklist,
  type FormalCheckFacts,
  type FormalCheckOutcome,
} from "#app/domain/applications/formal-check.ts";
import { formalCheckMessages } from "#app/i18n/messages/formal-check.ts";

const allOk: Checklist = Object.fromEntries(
  formalCheckCodes.map((code) => [code, { result: "ok", note: "" }]),
);
const late: Checklist = { ...allOk, F08: { result: "problem", note: "缺2024年审计报告" } };
const item = { sectionKey: "files", questionKey: "A03", reason: "缺2024年审计报告", wanted: "上传全文" };
const correction = { result: "correction", items: [item], roundsUsed: 0 } as const;

describe("formalCheckProblems", () => {
  test.each<[string, Checklist, FormalCheckOutcome]>([
    ["accept when all fourteen are in order", allOk, { result: "accepted" }],
    [
      "refuse for a marked defect",
      late,
      { result: "not_accepted", reasonCode: "F08", reasonText: "补正后仍缺少审计报告。" },
    ],
    [
      "refuse at the first fatal defect without finishing the list",
      { F12: { result: "problem", note: "晚3分钟" } },
      { result: "not_accepted", reasonCode: "F12", reasonText: "提交时间晚于截止时间。" },
    ],
    ["return for correction", late, correction],
    ["return a second time", late, { ...correction, roundsUsed: 1 }],
  ])("one may %s", (_name, checklist, outcome) => {
    expect(formalCheckProblems(checklist, outcome)).toEqual([]);
  });

  test.each<[string, Checklist, FormalCheckOutcome, object[]]>([
    [
      "accept with a line unchecked",
      { ...allOk, F05: { result: "", note: "" } },
      { result: "accepted" },
      [{ problem: "unchecked", code: "F05" }],
    ],
    ["accept with a defect open", late, { result: "accepted" }, [{ problem: "open_problem", code: "F08" }]],
    [
      "refuse without a code",
      late,
      { result: "not_accepted", reasonCode: "", reasonText: "补正后仍缺少审计报告。" },
      [{ problem: "reason_code" }],
    ],
    [
      "refuse for what was not found",
      late,
      { result: "not_accepted", reasonCode: "F12", reasonText: "提交时间晚于截止时间。" },
      [{ problem: "reason_not_marked" }],
    ],
    [
      "refuse in a word",
      late,
      { result: "not_accepted", reasonCode: "F08", reasonText: " 缺件 " },
      [{ problem: "reason_text" }],
    ],
    [
      "mark a defect without a note",
      { ...allOk, F08: { result: "problem", note: " " } },
      correction,
      [{ problem: "note_missing", code: "F08" }],
    ],
    ["return nothing for correction", late, { ...correction, items: [] }, [{ problem: "no_items" }]],
    ["return a third time", late, { ...correction, roundsUsed: 2 }, [{ problem: "no_rounds_left" }]],
    [
      "return without saying what is wanted",
      late,
      { ...correction, items: [item, { ...item, wanted: "" }] },
      [{ problem: "item_incomplete", index: 1 }],
    ],
    [
      "return before the whole list was read: all defects are told at once",
      { ...late, F14: { result: "", note: "" } },
      correction,
      [{ problem: "unchecked", code: "F14" }],
    ],
  ])("one may not %s", (_name, checklist, outcome, problems) => {
    expect(formalCheckProblems(checklist, outcome)).toEqual(problems);
  });
});

test("readChecklist keeps what belongs and drops the rest", () => {
  const raw = {
    F01: { result: "ok", note: "已核对" },
    F02: { result: "fine", note: 3 },
    F03: null,
    F99: { result: "ok" },
  };
  const checklist = readChecklist(raw);
  expect(checklist).toEqual({
    F01: { result: "ok", note: "已核对" },
    F02: { result: "", note: "" },
    F03: { result: "", note: "" },
  });
  expect(countChecked(checklist)).toBe(1);
  expect([readChecklist(null), readChecklist("F01"), readChecklist([])]).toEqual([{}, {}, {}]);
});

describe("proposeFormalCheck", () => {
  const facts: FormalCheckFacts = {
    usccState: "valid",
    registeredInShanxi: true,
    landingPlan: false,
    submittedInTime: true,
    missingAttachments: [],
    declaredDuplicateFunding: false,
    declaredDispute: false,
    auditOpinions: ["unqualified"],
    terms: "通过IPO或并购退出。",
  };
  const suggested = (change: Partial<FormalCheckFacts>) =>
    Object.fromEntries(
      proposeFormalCheck({ ...facts, ...change }).map(({ code, suggests }) => [code, suggests]),
    );

  test("proposes nothing worse than ok for a clean application, and nothing of what it cannot know", () => {
    expect(suggested({})).toEqual({
      F01: "ok",
      F02: "ok",
      F07: "ok",
      F08: "ok",
      F09: "ok",
      F10: "ok",
      F12: "ok",
    });
    expect(
      Object.keys(
        suggested({ registeredInShanxi: null, declaredDispute: null, declaredDuplicateFunding: null }),
      ),
    ).toEqual(["F01", "F08", "F10", "F12"]);
  });

  test.each([
    [{ usccState: "pending" as const }, "F01", "look"],
    [{ usccState: "refused" as const }, "F01", "problem"],
    [{ registeredInShanxi: false, landingPlan: true }, "F02", "look"],
    [{ registeredInShanxi: false }, "F02", "problem"],
    [{ declaredDuplicateFunding: true }, "F07", "look"],
    [{ missingAttachments: ["A03"] }, "F08", "problem"],
    [{ declaredDispute: true }, "F09", "look"],
    [{ terms: "由大股东按年化8%固定回报回购" }, "F10", "look"],
    [{ submittedInTime: false }, "F12", "problem"],
    [{ auditOpinions: ["unqualified", "disclaimer"] }, "F14", "problem"],
  ])("%j makes %s a %s", (change, code, suggestion) => {
    expect(suggested(change)[code]).toBe(suggestion);
  });

  test("finds guaranteed returns in full-width and in English", () => {
    expect(guaranteedReturnWords("A GUARANTEED return of ８％")).toEqual(["guaranteed return"]);
    expect(guaranteedReturnWords("按市场价转让")).toEqual([]);
  });
});

test("every code has its three sentences in both languages", () => {
  for (const code of formalCheckCodes) {
    expect(formalCheckMessages.zh.item[code]).toMatch(/[\p{Script=Han}）]$/u);
    expect(formalCheckMessages.zh.look[code]).toMatch(/。$/);
    expect(formalCheckMessages.zh.reason[code]).toMatch(/。$/);
    expect(formalCheckMessages.en.look[code]).toMatch(/[.?]$/);
    expect(formalCheckMessages.en.reason[code]).toMatch(/\.$/);
  }
  expect(correctableCodes.every((code) => formalCheckCodes.includes(code))).toBe(true);
});
