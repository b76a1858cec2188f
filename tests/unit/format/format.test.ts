import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fenFromWan } from "#app/domain/shared/money.ts";
import * as format from "#app/i18n/format.ts";

const close = "2027-01-15T09:00:00.000Z";

describe("dates and times", () => {
  test.each([
    [format.formatDate, "2027年1月15日", "15 Jan 2027"],
    [format.formatDateWithWeekday, "2027年1月15日（星期五）", "Fri 15 Jan 2027"],
    [format.formatShortDate, "1月15日", "15 Jan"],
    [format.formatShortDateWithWeekday, "1月15日（星期五）", "Fri 15 Jan"],
  ])("%o takes an instant or a day", (formatter, zh, en) => {
    for (const at of [close, new Date(close), "2027-01-15"]) {
      expect(formatter("zh", at)).toBe(zh);
      expect(formatter("en", at)).toBe(en);
    }
  });

  test.each([
    [format.formatDateTime, "2027年1月15日（星期五）17:00", "Fri 15 Jan 2027, 17:00"],
    [
      format.formatDeadline,
      "2027年1月15日（星期五）17:00 北京时间（UTC+8）",
      "Fri 15 Jan 2027, 17:00 Beijing time (UTC+8)",
    ],
    [
      format.formatReceiptTime,
      "2027年1月15日（星期五）17:00:00 北京时间（UTC+8）",
      "Fri 15 Jan 2027, 17:00:00 Beijing time (UTC+8)",
    ],
    [
      format.formatClock,
      "北京时间 2027年1月15日（星期五）17:00",
      "Friday 15 January 2027, 17:00 Beijing time (UTC+8)",
    ],
  ])("%o", (formatter, zh, en) => {
    expect(formatter("zh", close)).toBe(zh);
    expect(formatter("en", close)).toBe(en);
  });

  test("shows Beijing’s date after 16:00 UTC", () => {
    expect(format.formatDateTime("zh", "2026-12-31T16:05:00Z")).toBe("2027年1月1日（星期五）00:05");
    expect(format.formatTime("2026-12-31T16:05:09Z")).toBe("00:05");
    expect(format.formatTimeToSecond("2026-12-31T16:05:09Z")).toBe("00:05:09");
  });

  test("agrees with Intl on every day and minute", () => {
    const options = { timeZone: "Asia/Shanghai", calendar: "gregory" } as const;
    const zhDate = new Intl.DateTimeFormat("zh-CN", { ...options, dateStyle: "long" });
    const enDay = new Intl.DateTimeFormat("en-GB", { ...options, weekday: "long" });
    const time = new Intl.DateTimeFormat("en-GB", { ...options, hour: "2-digit", minute: "2-digit" });
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date("2099-12-31"), noInvalidDate: true }), (at) => {
        fc.pre(at.getTime() > Date.parse("1992-01-01"));
        expect(format.formatDate("zh", at)).toBe(zhDate.format(at));
        expect(format.formatClock("en", at).startsWith(enDay.format(at))).toBe(true);
        expect(format.formatTime(at)).toBe(time.format(at));
      }),
    );
  });
});

test.each([
  ["2027-01-15T05:52:00Z", "今天13:52", "today 13:52"],
  ["2027-01-14T10:20:00Z", "昨天18:20", "yesterday 18:20"],
  ["2027-01-13T08:42:00Z", "1月13日 16:42", "13 Jan, 16:42"],
  ["2026-12-02T08:42:00Z", "2026年12月2日", "2 Dec 2026"],
])("%s, seen that afternoon, is %s", (at, zh, en) => {
  const now = "2027-01-15T08:00:00Z";
  expect(format.formatRecent("zh", at, now)).toBe(zh);
  expect(format.formatRecent("en", at, now)).toBe(en);
});

test.each([
  ["2026-12-09T06:03:00Z", "还剩37天", "37 days left", null, null],
  ["2027-01-13T16:00:00Z", "还剩1天", "1 day left", null, null],
  ["2027-01-15T08:59:59Z", "今天17:00截止", "closes today at 17:00", null, null],
  ["2027-01-15T09:00:00Z", "已截止", "closed", "已逾期", "overdue"],
  ["2027-01-16T01:00:00Z", "已截止", "closed", "逾期1天", "1 day overdue"],
  ["2027-01-17T01:00:00Z", "已截止", "closed", "逾期2天", "2 days overdue"],
])("at %s: %s", (now, zh, en, zhOverdue, enOverdue) => {
  expect(format.formatTimeLeft("zh", now, close)).toBe(zh);
  expect(format.formatTimeLeft("en", now, close)).toBe(en);
  expect(format.formatOverdue("zh", now, close)).toBe(zhOverdue);
  expect(format.formatOverdue("en", now, close)).toBe(enOverdue);
});

test.each([
  [12_345.67, "12,345.67万元（1.2346亿元）", "RMB 123.46 million", "1.2346亿元"],
  [12_000, "12,000.00万元（1.2亿元）", "RMB 120 million", "1.2亿元"],
  [10_000, "10,000.00万元（1亿元）", "RMB 100 million", "1亿元"],
  [9_999.99, "9,999.99万元", "RMB 100 million", null],
  [116_000_000, "116,000,000.00万元（11,600亿元）", "RMB 1,160,000 million", "11,600亿元"],
  [120, "120.00万元", "RMB 1.2 million", null],
  [99.99, "99.99万元", "RMB 999,900", null],
  [0.01, "0.01万元", "RMB 100", null],
  [0, "0.00万元", "RMB 0", null],
  [-120, "-120.00万元", "−RMB 1.2 million", null],
  [-20_000, "-20,000.00万元（-2亿元）", "−RMB 200 million", "-2亿元"],
])("%d 万元 is %s, %s", (wan, zh, en, readout) => {
  expect(format.formatMoney("zh", fenFromWan(wan))).toBe(zh);
  expect(format.formatMoney("en", fenFromWan(wan))).toBe(en);
  expect(format.formatMoneyReadout("zh", fenFromWan(wan))).toBe(readout);
  expect(format.formatMoneyReadout("en", fenFromWan(wan))).toBe(en);
});

test("percentages keep the places they are given", () => {
  expect(format.formatPercent(30)).toBe("30%");
  expect(format.formatPercent(18.75)).toBe("18.75%");
  expect(format.formatPercent(99, 4)).toBe("99.0000%");
  expect(format.formatPercent({ units: 1395n, scale: 2 })).toBe("13.95%");
  expect(format.formatPercent({ units: 139535n, scale: 4 }, 2)).toBe("13.95%");
});

test("counts", () => {
  expect(format.formatCount(3000)).toBe("3,000");
  expect(format.formatCount(999)).toBe("999");
  expect(format.formatCountOf(1, "application", "applications")).toBe("1 application");
  expect(format.formatCountOf(1234, "application", "applications")).toBe("1,234 applications");
});

test.each([
  [0, "0 B"],
  [512, "512 B"],
  [1024, "1 KB"],
  [655_360, "640 KB"],
  [1_887_437, "1.8 MB"],
  [20 * 1024 * 1024, "20 MB"],
  [1024 * 1024 - 1, "1 MB"],
  [117_859_942, "112.4 MB"],
  [3 * 1024 ** 3, "3 GB"],
])("%i bytes is %s", (bytes, text) => {
  expect(format.formatFileSize(bytes)).toBe(text);
});
