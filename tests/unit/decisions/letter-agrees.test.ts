import { describe, expect, test } from "vitest";
import { decisionKinds } from "#app/domain/decisions/decision.ts";
import {
  letterAgreesWithDecision,
  letterTemplates,
  type DecisionFacts,
  type Letter,
} from "#app/domain/decisions/letter-agrees.ts";
import { isMailTemplate } from "#app/domain/notifications/mail-template.ts";
import { fenFromWan } from "#app/domain/shared/money.ts";

const decision: DecisionFacts = {
  id: "d-1",
  kind: "approve_with_conditions",
  amountFen: fenFromWan(10_000),
  conditions: "取得环评批复。",
  companyId: "c-1",
  applicationNumber: "SXIC-2026-C5-0001",
};

const letter: Letter = {
  template: "decision-approve-with-conditions",
  decisionId: "d-1",
  amountFen: fenFromWan(10_000),
  conditions: "取得环评批复。\n",
  companyId: "c-1",
  applicationNumber: "SXIC-2026-C5-0001",
  renderedText: "关于 SXIC-2026-C5-0001 的决定：附条件通过。\n编号：SXIC-2026-C5-0001",
};

describe("letterAgreesWithDecision", () => {
  test("a faithful letter has no disagreement", () => {
    expect(letterAgreesWithDecision(letter, decision)).toEqual([]);
    expect(letterAgreesWithDecision({ ...letter, renderedText: undefined }, decision)).toEqual([]);
  });

  test.each<[string, Partial<Letter>, string[]]>([
    ["speaks for another decision", { decisionId: "d-2" }, ["decision"]],
    ["rejects", { template: "decision-reject" }, ["template"]],
    ["forgets the conditions’ template", { template: "decision-approve" }, ["template"]],
    ["is no decision letter", { template: "application-submitted" }, ["template"]],
    ["adds a fen", { amountFen: fenFromWan(10_000) + 1 }, ["amount"]],
    ["names no amount", { amountFen: undefined }, ["amount"]],
    ["changes a condition", { conditions: "取得能评批复。" }, ["conditions"]],
    ["goes to another company", { companyId: "c-2" }, ["company"]],
    ["bears another number", { applicationNumber: "SXIC-2026-C5-0002" }, ["application_number"]],
    [
      "mentions another application",
      { renderedText: "SXIC-2026-C5-0001，参见SXIC-2026-C5-0010" },
      ["application_number"],
    ],
    ["extends the number by a digit", { renderedText: "SXIC-2026-C5-00011" }, ["application_number"]],
    ["never names the application", { renderedText: "贵公司的申报已通过。" }, ["application_number"]],
    [
      "is somebody else’s altogether",
      {
        template: "decision-reject",
        amountFen: null,
        conditions: "",
        companyId: "c-9",
        applicationNumber: "",
      },
      ["template", "amount", "conditions", "company", "application_number"],
    ],
  ])("a letter that %s", (_name, change, disagreements) => {
    expect(letterAgreesWithDecision({ ...letter, ...change }, decision)).toEqual(disagreements);
  });

  test("a rejection that mentions money disagrees", () => {
    const rejection: DecisionFacts = { ...decision, kind: "reject", amountFen: null, conditions: "" };
    const refusal: Letter = { ...letter, template: "decision-reject", amountFen: null, conditions: null };
    expect(letterAgreesWithDecision(refusal, rejection)).toEqual([]);
    expect(letterAgreesWithDecision({ ...refusal, amountFen: 0 }, rejection)).toEqual(["amount"]);
  });

  test("a decision without a number has no letter", () => {
    const unnumbered = { ...decision, applicationNumber: "" };
    expect(letterAgreesWithDecision({ ...letter, applicationNumber: "" }, unnumbered)).toEqual([
      "application_number",
    ]);
  });

  test("the templates exist, one for each kind", () => {
    expect(new Set(decisionKinds.map((kind) => letterTemplates[kind])).size).toBe(decisionKinds.length);
    expect(decisionKinds.every((kind) => isMailTemplate(letterTemplates[kind]))).toBe(true);
  });
});
