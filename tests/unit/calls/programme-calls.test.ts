import { describe, expect, it } from "vitest";
import { callContentSchema, instruments } from "#app/domain/calls/call-content.ts";
import { formalCheckCodes } from "#app/domain/applications/formal-check.ts";
import { calls } from "#db/programme/calls.ts";
import { programme } from "#db/programme/programme.ts";

const han = /\p{Script=Han}/u;

describe("the programme's calls", () => {
  it("are the twelve measures in order", () => {
    expect(calls.map(({ code }) => code)).toEqual(Array.from({ length: 12 }, (_, i) => `C${i + 1}`));
  });

  it.each(calls.map((call) => [call.code, call] as const))(
    "%s is complete in both languages",
    (_code, call) => {
      expect(callContentSchema.safeParse(call.content).error).toBeUndefined();
      const english = JSON.stringify(call, (key, value: unknown) => (key === "zh" ? undefined : value));
      expect(english).not.toMatch(han);
    },
  );

  it("are filed in eight: the others are each taken along by one, as strands of its form (domain 4)", () => {
    const taken = calls.flatMap(({ content }) => content.alsoTakes ?? []);
    expect(taken).toEqual(["C3", "C4", "C8", "C9"]);
    for (const { code, content } of calls) {
      const questions = programme.forms
        .find((form) => form.code === code)!
        .parts.flatMap(({ sections }) => sections.flatMap(({ groups }) => groups))
        .flatMap(({ questions: asked }) => asked);
      const strands = questions.find(({ key }) => key === "strand")?.["options"] as
        { code: string }[] | undefined;
      const wanted = content.alsoTakes && [code, ...content.alsoTakes].map((each) => each.toLowerCase());
      expect(
        strands?.map((option) => option.code),
        code,
      ).toEqual(wanted);
    }
  });

  it("explain a no with a code of the formal check, each once", () => {
    for (const { content } of calls) {
      const codes = content.eligibility.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.filter((code) => !(formalCheckCodes as readonly string[]).includes(code))).toEqual([]);
    }
  });

  it("say what each instrument does and where it ends; the fund never lends (domain 2.1)", () => {
    for (const { content } of calls)
      expect(content.support.map(({ instrument }) => instrument)).toEqual(content.instruments);
    const bank = calls
      .flatMap(({ content }) => content.support)
      .filter(({ instrument }) => instrument === "bank");
    expect(bank.length).toBeGreaterThan(0);
    for (const { limit } of bank) expect(limit.zh).toContain("不放贷");
    expect(new Set(calls.flatMap(({ content }) => content.instruments))).toEqual(new Set(instruments));
  });
});
