import { describe, expect, it } from "vitest";
import {
  type CallDocument,
  callDocumentSchema,
  callGroups,
  contentOf,
} from "#app/domain/calls/call-document.ts";
import { callContentSchema } from "#app/domain/calls/call-content.ts";
import { callFields } from "#app/domain/calls/call-fields.ts";
import { documentOfCall } from "#app/domain/calls/call-of-content.ts";
import { callProblems, type CallSurroundings } from "#app/domain/calls/call-problems.ts";
import { changedBesidesTexts, documentDifference } from "#app/domain/calls/document-difference.ts";
import { changeRows, readCallGroup, readRowAct, writeCallGroup } from "#app/domain/calls/read-call-group.ts";
import { callFieldMessages } from "#app/i18n/messages/call-fields.ts";
import { draftOfRubric } from "#app/features/calls/writing/draft-rubric.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { fundProgramme } from "#app/cli/fund-programme.ts";
import { workingCalendar } from "#app/domain/shared/working-days.ts";
import { holidayYears } from "#db/programme/holidays.ts";

const documents = fundProgramme.map(({ title, content, rubric }) =>
  callDocumentSchema.parse(
    JSON.parse(
      JSON.stringify(
        documentOfCall({
          ...{ title, content: callContentSchema.parse(content), opensAt: null, closesAt: null },
          rubric: draftOfRubric(rubric as Rubric),
        }),
      ),
    ),
  ),
);
const c5 = documents[4]!;
const changed = (change: (document: CallDocument) => void): CallDocument => {
  const copy = structuredClone(c5);
  change(copy);
  return copy;
};
const around: CallSurroundings = {
  now: new Date("2026-11-23T08:00:00.000Z"),
  calendar: workingCalendar(holidayYears),
  sections: ["technology", "market", "team", "finance", "impact", "filing", "line"],
  opened: false,
};
const problems = (change: (document: CallDocument) => void, more: Partial<CallSurroundings> = {}) =>
  callProblems(changed(change), { ...around, ...more }).map(({ level, group, path, code, detail }) =>
    [level, `${group}.${path}`, code, ...(detail === undefined ? [] : [detail])].join(" "),
  );
const usual = "warning times.opensAt no_opening";

describe("a call as a document", () => {
  it("says what the programme's calls say", () => {
    fundProgramme.forEach(({ content }, index) => {
      const { amounts: _amounts, reviewers: _reviewers, ...rest } = contentOf(documents[index]!);
      const eligibility = rest.eligibility.map(({ consequence: _consequence, ...question }) => question);
      expect({ ...rest, eligibility }).toEqual(content);
    });
  });

  it("is read back from its own page exactly", () => {
    for (const document of documents)
      for (const group of callGroups) {
        const read = readCallGroup(group, writeCallGroup(group, document[group]), c5[group]);
        expect(read).toEqual({ value: document[group], unread: [] });
      }
  });

  it("has a name in both languages for every field", () => {
    const keys = callGroups.flatMap((group) =>
      callFields[group].flatMap((field) => [
        `${group}.${field.key}`,
        ...(field.as === "rows" ? field.fields.map(({ key }) => `${group}.${field.key}.${key}`) : []),
      ]),
    );
    for (const locale of ["zh", "en"] as const)
      expect(Object.keys(callFieldMessages[locale].fields).sort()).toEqual([...keys].sort());
  });

  it("keeps an amount that cannot be read as it was, and says so", () => {
    const before = { ...c5.support, maximumFen: 5_000_000 };
    const typed = { ...writeCallGroup("support", before), maximumFen: "a lot", minimumFen: "1,200.50" };
    const read = readCallGroup("support", typed, before);
    expect(read.unread).toEqual(["maximumFen"]);
    expect(read.value).toMatchObject({ maximumFen: 5_000_000, minimumFen: 1_200_500_000 });
  });

  it("adds, removes and moves rows", () => {
    const act = (text: string, value = c5.documents) =>
      changeRows("documents", value, readRowAct(text)!, "q_1").required.map(({ en }) => en);
    const names = c5.documents.required.map(({ en }) => en);
    expect(act("add:required")).toEqual([...names, ""]);
    expect(act("remove:required.0")).toEqual(names.slice(1));
    expect(act("down:required.0")).toEqual([names[1], names[0], ...names.slice(2)]);
    expect(act("up:required.0")).toEqual(names);
    expect(readRowAct("drop:required.0")).toBeUndefined();
    expect(readRowAct("remove:required")).toBeUndefined();
    const rubric = changeRows("rubric", c5.rubric, readRowAct("add:criteria")!, "q_1");
    expect(rubric.criteria.at(-1)).toMatchObject({ key: "K8", weight: "", name: { zh: "", en: "" } });
    // Six scores have six meanings.
    expect(changeRows("rubric", c5.rubric, readRowAct("remove:anchors.0")!, "q")).toEqual(c5.rubric);
    const { questions } = changeRows("eligibility", c5.eligibility, readRowAct("add:questions")!, "q_9");
    expect(questions.at(-1)).toMatchObject({ key: "q_9", wanted: "yes", consequence: "bars" });
  });
});

describe("what differs between two documents", () => {
  it("is named by place, a row put in not shifting those after it", () => {
    const after = changed(({ about, support }) => {
      about.fit.splice(1, 0, { zh: "新", en: "new" });
      support.maximumFen = 100;
    });
    expect(documentDifference(c5, after)).toEqual([
      { group: "about", path: "fit.1.zh", before: undefined, after: "新" },
      { group: "about", path: "fit.1.en", before: undefined, after: "new" },
      { group: "support", path: "maximumFen", before: null, after: 100 },
    ]);
    expect(documentDifference(after, c5).map(({ before }) => before)).toEqual(["新", "new", 100]);
    expect(documentDifference(c5, structuredClone(c5))).toEqual([]);
  });

  it("is more than texts or not", () => {
    const groups = (change: (document: CallDocument) => void) => changedBesidesTexts(c5, changed(change));
    expect(groups(({ about, contact }) => void ((about.title.zh = "x"), (contact.phone = "1")))).toEqual([]);
    expect(groups(({ about }) => void about.fit.pop())).toEqual(["about"]);
    expect(groups(({ eligibility }) => void (eligibility.questions[0]!.wanted = "no"))).toEqual(
      c5.eligibility.questions[0]!.wanted === "no" ? [] : ["eligibility"],
    );
    expect(groups(({ times }) => void (times.closesAt = "2027-01-15T17:00"))).toEqual(["times"]);
    expect(groups(({ support }) => void (support.stakeCap = "30"))).toEqual(["support"]);
  });
});

describe("problems of a call", () => {
  it("of the programme are none", () => {
    for (const document of documents)
      expect(callProblems(document, around).filter(({ level }) => level === "error")).toEqual([]);
  });

  it.each<[string, (document: CallDocument) => void, string]>([
    ["one language", (d) => (d.about.title.en = ""), "error about.title.en half"],
    ["neither language", (d) => (d.about.summary = { zh: "", en: "" }), "error about.summary.zh empty"],
    ["nobody it is for", (d) => (d.about.fit = []), "error about.fit none"],
    ["weights", (d) => (d.rubric.criteria[0]!.weight = "14"), "error rubric.criteria.0.weight weights 99"],
    ["no number", (d) => (d.rubric.criteria[0]!.weight = "x"), "error rubric.criteria.0.weight count 999"],
    ["a key twice", (d) => (d.rubric.criteria[1]!.key = "K1"), "error rubric.criteria.1.key repeated"],
    ["a key's shape", (d) => (d.rubric.criteria[6]!.key = "Z"), "error rubric.criteria.6.key criterion_key"],
    ["an unknown tie break", (d) => (d.rubric.tieBreak = "K2、K9"), "error rubric.tieBreak tie_break K9"],
    ["thresholds", (d) => (d.rubric.reserve = "80"), "error rubric.reserve thresholds"],
    [
      "a weight of nothing",
      (d) => (d.rubric.criteria[0]!.weight = "0"),
      "error rubric.criteria.0.weight zero",
    ],
    [
      "a criterion's floor",
      (d) => (d.rubric.criteria[2]!.floor = "6"),
      "error rubric.criteria.2.floor score 5",
    ],
    ["a score for comments", (d) => (d.rubric.commentHigh = "-1"), "error rubric.commentHigh score 5"],
    [
      "a comment longer than any",
      (d) => Object.assign(d.rubric, { commentMinimum: "300", commentMaximum: "200" }),
      "error rubric.commentMinimum comment_lengths",
    ],
    ["words for every score", (d) => (d.rubric.commentLow = "4.5"), "warning rubric.commentHigh every_score"],
    ["a floor", (d) => (d.rubric.criterionMean = "5.5"), "error rubric.criterionMean score 5"],
    ["a percentage", (d) => (d.support.stakeCap = "130"), "error support.stakeCap percent 100"],
    [
      "the most under the least",
      (d) => Object.assign(d.support, { minimumFen: 2, maximumFen: 1 }),
      "error support.maximumFen minimum_above_maximum",
    ],
    [
      "a way of support twice",
      (d) => (d.support.ways[1]!.instrument = d.support.ways[0]!.instrument),
      "error support.ways.1.instrument repeated",
    ],
    ["two reviewers", (d) => (d.reviewers.total = "2"), "error reviewers.total reviewers_few"],
    ["disciplines", (d) => (d.reviewers.technology = "4"), "error reviewers.total reviewers_short 7"],
    [
      "no such section",
      (d) => (d.rubric.criteria[0]!.evidence = "x"),
      "warning rubric.criteria.0.evidence evidence x",
    ],
  ])("name %s", (_name, change, expected) => {
    expect(problems((document) => void change(document))).toContain(expected);
  });

  it.each<[string, Partial<CallDocument["times"]>, string[]]>([
    ["nothing announced", {}, [usual]],
    ["no time", { opensAt: "2026-12-32T09:00" }, ["error times.opensAt moment"]],
    [
      "closing first",
      { opensAt: "2027-01-18T09:00", closesAt: "2027-01-15T17:00" },
      ["error times.closesAt closes_before_opens"],
    ],
    [
      "closed already",
      { opensAt: "2026-11-02T09:00", closesAt: "2026-11-20T17:00" },
      ["error times.closesAt closes_past", "warning times.opensAt opens_past"],
    ],
    [
      "closing on a Saturday",
      { opensAt: "2026-12-01T09:00", closesAt: "2027-01-16T17:00" },
      ["warning times.closesAt not_working_day 2027-01-16T09:00:00.000Z"],
    ],
    [
      "results before closing",
      { opensAt: "2026-12-01T09:00", closesAt: "2027-01-15T17:00", resultsOn: "2027-01-15" },
      ["error times.resultsOn results_before_closing"],
    ],
  ])("of its times: %s", (_name, times, expected) => {
    const said = problems((document) => void Object.assign(document.times, times));
    expect(said.filter((line) => line.includes("times."))).toEqual(expected);
  });

  it("are no longer those of its times once it is open", () => {
    const past = { opensAt: "2026-11-02T09:00", closesAt: "2026-11-20T17:00" };
    expect(problems(({ times }) => void Object.assign(times, past), { opened: true })).toEqual([]);
  });

  it("include the form it opens without", () => {
    const none = { sections: undefined };
    expect(problems(() => {}, none)).toContain("warning form. no_form");
    const opening = { opensAt: "2026-12-01T09:00" };
    expect(problems(({ times }) => void Object.assign(times, opening), none)).toContain(
      "error form. no_form",
    );
  });
});
