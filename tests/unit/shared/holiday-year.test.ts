import { describe, expect, test } from "vitest";
import {
  checkHolidayYear,
  countWorkingDays,
  changedDays,
  mayTabulate,
  type TypedHolidayYear,
  typedOfYear,
} from "#app/domain/shared/holiday-year.ts";
import { readHolidayText } from "#app/domain/shared/read-holiday-text.ts";
import { holidayYears } from "#db/programme/holidays.ts";

const [year2026] = holidayYears;
const typed = typedOfYear(year2026);
const faultsOf = (changes: Partial<TypedHolidayYear>) => {
  const checked = checkHolidayYear(2026, { ...typed, ...changes });
  return checked.ok
    ? []
    : checked.faults.map(({ field, problem, day }) => [field, problem, ...(day ? [day] : [])]);
};
const row = (changes: object) => ({
  zh: "元旦",
  en: "New Year’s Day",
  from: "2026-01-01",
  to: "2026-01-03",
  ...changes,
});

test.each(holidayYears.map((year) => [year.year, year] as const))(
  "%i is typed and read back unchanged",
  (number, year) => {
    expect(checkHolidayYear(number, typedOfYear(year))).toEqual({ ok: true, year });
  },
);

describe("a table that is wrong is refused at its control", () => {
  test.each([
    ["no source", { sourceZh: " " }, [["sourceZh", "source"]]],
    ["final without a notice", { noticeOn: "" }, [["noticeOn", "notice_day"]]],
    ["a day of the notice that does not exist", { noticeOn: "2025-11-31" }, [["noticeOn", "notice_day"]]],
    ["no name", { rows: [row({ en: "" })] }, [["rows.0.en", "name"]]],
    ["no day", { rows: [row({ from: "", to: "" })] }, [["rows.0.from", "day"]]],
    ["a day that does not exist", { rows: [row({ to: "2026-02-30" })] }, [["rows.0.to", "day"]]],
    ["the end before the beginning", { rows: [row({ to: "2025-12-31" })] }, [["rows.0.to", "order"]]],
    [
      "a day of another year",
      { rows: [row({ from: "2027-01-01", to: "" })] },
      [
        ["rows.0.from", "other_year", "2027-01-01"],
        ["rows.0.to", "other_year", "2027-01-01"],
      ],
    ],
    ["half a month", { rows: [row({ to: "2026-01-16" })], worked: "" }, [["rows.0.to", "too_long"]]],
    [
      "two that overlap, with a blank row between",
      {
        rows: [
          row({}),
          row({ zh: "", en: "", from: "", to: "" }),
          row({ from: "2026-01-03", to: "2026-01-04" }),
        ],
        worked: "",
      },
      [["rows.2.from", "overlap"]],
    ],
    ["a worked Monday", { worked: "2026-03-02" }, [["worked", "not_weekend", "2026-03-02"]]],
    ["a worked holiday", { worked: "2026-02-15" }, [["worked", "day_off", "2026-02-15"]]],
    ["no date among the worked days", { worked: "2026-02-14\nsoon" }, [["worked", "day", "soon"]]],
  ])("%s", (_what, changes, faults) => expect(faultsOf(changes)).toEqual(faults));

  test("blank rows are none, and one day needs no end", () => {
    const checked = checkHolidayYear(2026, {
      ...{ ...typed, worked: "2026-01-04、2026-01-04" },
      rows: [row({ zh: " ", en: "", from: "", to: "" }), row({ to: "" })],
    });
    expect(checked).toMatchObject({
      ok: true,
      year: {
        holidays: [{ name: { zh: "元旦", en: "New Year’s Day" }, from: "2026-01-01", to: "2026-01-01" }],
        workedWeekendDays: ["2026-01-04"],
      },
    });
  });
});

describe("what is pasted", () => {
  const notice = `国务院办公厅关于2026年部分节假日安排的通知

一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

  test("as the State Council publishes it is the year that ships", () => {
    const { rows, worked, unread } = readHolidayText(notice, 2026);
    expect(rows).toEqual(typed.rows);
    expect(worked.join("\n")).toBe(typed.worked);
    expect(unread).toEqual(["国务院办公厅关于2026年部分节假日安排的通知"]);
  });

  test("a New Year that begins in the year before keeps its years", () => {
    const { rows } = readHolidayText("一、元旦：2023年12月30日至2024年1月1日放假调休，共3天。", 2024);
    expect(rows).toMatchObject([{ zh: "元旦", from: "2023-12-30", to: "2024-01-01" }]);
  });

  test.each([
    ["春节\tSpring Festival\t2027-02-05\t2027-02-12", { zh: "春节", en: "Spring Festival" }],
    ["Spring Festival, 2027-02-05, 2027-02-12", { zh: "春节", en: "Spring Festival" }],
    ["春节，2027/2/5，2027/2/12", { zh: "春节", en: "Spring Festival" }],
    ["2. 春节 2027.02.05–2027.02.12", { zh: "春节", en: "Spring Festival" }],
    ["庆典,2027-02-05,2027-02-12", { zh: "庆典", en: "" }],
  ])("as a list: %s", (line, name) => {
    expect(readHolidayText(line, 2027)).toEqual({
      ...{ rows: [{ ...name, from: "2027-02-05", to: "2027-02-12" }], worked: [], unread: [] },
    });
  });

  test("make-up days in a line of their own, and what cannot be read", () => {
    const text = "调休上班\t2027-02-14\nMake-up: 2027-02-20\n2027-03-01\n春节 2月30日至3月2日\n共9天";
    expect(readHolidayText(text, 2027)).toEqual({
      ...{ rows: [], worked: ["2027-02-14", "2027-02-20"] },
      unread: ["2027-03-01", "春节 2月30日至3月2日", "共9天"],
    });
  });
});

test("a year is counted, and two tables compared, day by day", () => {
  expect(countWorkingDays(2026, holidayYears)).toBe(248);
  // 104 Saturdays and Sundays in 2026.
  expect(countWorkingDays(2026, [])).toBe(261);
  const without = [{ ...year2026, workedWeekendDays: year2026.workedWeekendDays.slice(1) }];
  expect(changedDays([year2026], without, 2026)).toEqual({ off: ["2026-01-04"], worked: [] });
  expect(changedDays([], [year2026], 2026).worked).toEqual(year2026.workedWeekendDays);
});

test("tables are written for years somebody can know", () => {
  const today = "2026-11-23";
  expect([2023, 2024, 2026, 2028, 2029, Number.NaN].map((year) => mayTabulate(year, today))).toEqual([
    ...[false, true, true, true, true, false],
  ]);
});
