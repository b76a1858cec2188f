import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { tiesOfAnswers } from "#app/domain/reviews/ties/application-ties.ts";
import { ConflictGraph, type TiedApplication } from "#app/domain/reviews/ties/conflict-graph.ts";
import { findConflicts } from "#app/domain/reviews/ties/find-conflicts.ts";
import { partyOf } from "#app/domain/reviews/ties/party.ts";
import { type Post, postsOf, stillCounts } from "#app/domain/reviews/ties/reviewer-ties.ts";
import { conflictSentence } from "#app/i18n/conflict-sentence.ts";

const today = "2026-11-23";
const form = { language: 1, code: "x", version: 1, title: { zh: "", en: "" }, parts: [] } as never;
const cells = (...rows: Record<string, string>[]) =>
  rows.map((each, index) => ({ id: `r${index}`, cells: each }));

function application(id: string, name: string, raw: RawAnswers = {}, callId = "c5"): TiedApplication {
  const applicant = [partyOf(name, uscc(id))];
  return { id, callId, number: `N-${id}`, applicant, ...tiesOfAnswers(form, raw) };
}
const uscc = (id: string) => `91140100MA${id.toUpperCase().padStart(8, "0")}`;

const reviewer = (posts: Partial<Post>[], name = "甲子评审") => ({
  ...{ personId: "p", name, email: "jiazi@example.com" },
  posts: posts.map((post) => ({
    ...({ kind: "employed", name: "", uscc: "", from: "", to: "" } as const),
    ...post,
  })),
});

const search = (who: ReturnType<typeof reviewer>, [first, ...others]: TiedApplication[]) =>
  findConflicts(new ConflictGraph([first!, ...others], who.posts), who, first!, today);
const kinds = (...args: Parameters<typeof search>) => search(...args).map(({ kind }) => kind);

describe("between a reviewer and an application", () => {
  const plain = application("a", "乙丑示例公司");

  test("strangers have nothing between them", () => {
    expect(search(reviewer([{ name: "丙寅示例大学" }]), [plain])).toEqual([]);
    expect(search(reviewer([{ name: "", uscc: "" }]), [plain])).toEqual([]);
  });

  test.each<[string, Partial<Post>, string[]]>([
    ["works there", { name: "乙丑示例 公司" }, ["same_company"]],
    ["works there, by code", { uscc: uscc("a") }, ["same_company"]],
    ["left within three years", { name: "乙丑示例公司", to: "2023-11" }, ["employed"]],
    ["left before that", { name: "乙丑示例公司", to: "2023-10" }, []],
    ["holds shares", { name: "乙丑示例公司", kind: "shareholding" }, ["equity"]],
    ["is on its board", { name: "乙丑示例公司", kind: "director" }, ["paid_role"]],
    ["belongs to its team here", { uscc: uscc("a"), kind: "member" }, ["same_company"]],
  ])("who %s", (_who, post, found) => {
    expect(kinds(reviewer([post]), [plain])).toEqual(found);
  });

  const holder = { holder_name: "丁卯示例集团", holder_type: "company", holder_uscc: uscc("s") };
  test("a shareholder's people are found, by code or by the name that stands beside the code elsewhere", () => {
    const held = application("a", "乙丑示例公司", { shareholders: cells(holder) });
    expect(kinds(reviewer([{ uscc: uscc("s") }]), [held])).toEqual(["affiliated_company"]);
    expect(kinds(reviewer([{ name: "丁卯示例集团" }]), [held])).toEqual(["affiliated_company"]);
  });

  test("two steps of ownership lead on; a partner's partner does not", () => {
    const one = application("a", "乙丑示例公司", { shareholders: cells(holder) });
    const other = application("b", "戊辰示例公司", { shareholders: cells(holder) }, "c1");
    const who = reviewer([{ name: "戊辰示例公司", from: "2021-03" }]);
    const [found, ...rest] = search(who, [one, other]);
    expect(rest).toEqual([]);
    expect(found!.kind).toBe("affiliated_company");
    expect(conflictSentence("zh", found!.path)).toBe(
      "专家任职于戊辰示例公司（2021年3月起），丁卯示例集团是戊辰示例公司的股东，丁卯示例集团是申报企业乙丑示例公司的股东（依据N-b、N-a）。",
    );
    expect(conflictSentence("en", found!.path)).toBe(
      "The reviewer works at 戊辰示例公司 (since Mar 2021), and 丁卯示例集团 is a shareholder of 戊辰示例公司, and 丁卯示例集团 is a shareholder of the applicant 乙丑示例公司 (as stated in N-b and N-a).",
    );
    const partner = { partners: cells({ partner_name: "丁卯示例集团" }) };
    const loose = [
      application("a", "乙丑示例公司", partner),
      application("b", "戊辰示例公司", partner, "c1"),
    ];
    expect(search(who, loose)).toEqual([]);
  });

  test("authorities that control half of an industry join nobody", () => {
    const state = { actual_controller: "示例省人民政府国有资产监督管理委员会" };
    const two = [application("a", "乙丑示例公司", state), application("b", "戊辰示例公司", state, "c1")];
    expect(search(reviewer([{ name: "戊辰示例公司" }]), two)).toEqual([]);
  });

  test("an employer that applies in the same call competes, in another call it does not", () => {
    const rival = (callId: string) => [plain, application("b", "戊辰示例公司", {}, callId)];
    expect(kinds(reviewer([{ name: "戊辰示例公司" }]), rival("c5"))).toEqual(["competing_applicant"]);
    expect(kinds(reviewer([{ name: "戊辰示例公司" }]), rival("c1"))).toEqual([]);
  });
});

describe("people", () => {
  const team = (employer: string, joined = "2025-06") =>
    application("a", "乙丑示例公司", {
      team: cells({ name: "王 一", prior_employer: employer, joined_on: joined }),
    });

  test("a shared name is nothing, nor is a shared family name", () => {
    expect(search(reviewer([{ name: "丙寅示例大学" }], "王一"), [team("己巳示例研究所")])).toEqual([]);
    expect(search(reviewer([{ name: "丙寅示例大学" }], "王二"), [team("丙寅示例学院")])).toEqual([]);
  });

  test("with an employer in common it is put to the office, however long ago", () => {
    const who = reviewer([{ name: "己巳示例研究所", to: "2011-01" }], "王一");
    const [found] = search(who, [team("己巳示例研究所")]);
    expect(found!.kind).toBe("own_interest");
    expect(conflictSentence("zh", found!.path)).toBe(
      "核心团队成员王 一与专家同名，且双方都与己巳示例研究所有关。",
    );
  });

  test("the mailbox alone is enough", () => {
    const own = { contact_name: "李四", contact_email: "JiaZi@example.com" };
    expect(kinds(reviewer([]), [application("a", "乙丑示例公司", own)])).toEqual(["own_interest"]);
  });

  test("a natural shareholder of the same name in two companies joins nobody", () => {
    const natural = { shareholders: cells({ holder_name: "赵五", holder_type: "natural" }) };
    const controlled = { actual_controller: "赵五" };
    for (const raw of [natural, controlled])
      expect(
        search(reviewer([{ name: "戊辰示例公司" }]), [
          application("a", "乙丑示例公司", raw),
          application("b", "戊辰示例公司", raw, "c1"),
        ]),
      ).toEqual([]);
  });

  test("somebody who came from the reviewer's employer within three years is a finding", () => {
    const who = reviewer([{ name: "己巳示例研究所" }]);
    expect(kinds(who, [team("己巳示例研究所")])).toEqual(["shared_employer"]);
    expect(kinds(who, [team("己巳示例研究所", "2022-06")])).toEqual([]);
  });

  test("a named avoidance is put to the office with its reason", () => {
    const raw = {
      reviewers_to_avoid: cells({
        reviewer_name: "甲 子评审",
        reviewer_unit: "丙寅示例大学",
        reason: "有过诉讼。",
      }),
    };
    const [found] = search(reviewer([]), [application("a", "乙丑示例公司", raw)]);
    expect(found!.kind).toBe("named_avoidance");
    expect(conflictSentence("zh", found!.path)).toBe(
      "申报企业申请甲 子评审（丙寅示例大学）回避，理由：有过诉讼。",
    );
  });
});

test("the same facts give the same key in whatever order they are written, and a new shareholder another", () => {
  const names = ["丁卯示例集团", "庚午示例集团", "辛未示例集团"];
  const raw = (order: readonly string[]) => ({
    shareholders: cells(...order.map((name) => ({ holder_name: name, holder_type: "company" }))),
  });
  const who = reviewer(names.map((name) => ({ name })));
  const facts = (order: readonly string[]) =>
    search(who, [application("a", "乙丑示例公司", raw(order))])
      .map(({ fact }) => fact)
      .toSorted();
  fc.assert(
    fc.property(fc.shuffledSubarray(names, { minLength: 3 }), (order) => {
      expect(facts(order)).toEqual(facts(names));
    }),
    { seed: 4 },
  );
  expect(facts(names.slice(0, 2))).toHaveLength(2);
});

test("the registry says since when, and what the office noted does not outlive it", () => {
  const raw = {
    employers: cells({ employer: "丙寅示例大学", employed_from: "2010-01", employed_to: "2015-01" }),
    ties: cells({ tie_company: "丁卯示例集团", tie_kind: "adviser" }),
  };
  const posts = postsOf([raw, raw], partyOf("丙寅示例大学"), [partyOf("乙丑示例公司", uscc("a"))]);
  expect(posts.map(({ name, kind, to }) => [name, kind, to])).toEqual([
    ["丙寅示例大学", "employed", "2015-01"],
    ["丁卯示例集团", "adviser", ""],
    ["乙丑示例公司", "member", ""],
  ]);
  expect(stillCounts(posts[0]!, today)).toBe(false);
});
