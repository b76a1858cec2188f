/**
 * The working days a new portal begins with. From then on administrators keep the table in the browser; each
 * November the State Council publishes the next year's arrangement.
 */
export const holidayYears = [
  {
    year: 2026,
    provisional: false,
    source: {
      zh: "国务院办公厅关于2026年部分节假日安排的通知",
      en: "General Office of the State Council, notice on holidays in 2026",
    },
    noticeOn: "2025-11-04",
    holidays: [
      { name: { zh: "元旦", en: "New Year’s Day" }, from: "2026-01-01", to: "2026-01-03" },
      { name: { zh: "春节", en: "Spring Festival" }, from: "2026-02-15", to: "2026-02-23" },
      { name: { zh: "清明节", en: "Qingming Festival" }, from: "2026-04-04", to: "2026-04-06" },
      { name: { zh: "劳动节", en: "Labour Day" }, from: "2026-05-01", to: "2026-05-05" },
      { name: { zh: "端午节", en: "Dragon Boat Festival" }, from: "2026-06-19", to: "2026-06-21" },
      { name: { zh: "中秋节", en: "Mid-Autumn Festival" }, from: "2026-09-25", to: "2026-09-27" },
      { name: { zh: "国庆节", en: "National Day" }, from: "2026-10-01", to: "2026-10-07" },
    ],
    workedWeekendDays: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  },
  {
    year: 2027,
    // Statutory days and their substitutes by the State Council's holiday regulation (2024 revision) alone.
    provisional: true,
    source: {
      zh: "按《全国年节及纪念日放假办法》推算，以国务院办公厅2027年通知为准",
      en: "Derived from the national holiday regulation; the State Council’s notice for 2027 prevails",
    },
    noticeOn: null,
    holidays: [
      { name: { zh: "元旦", en: "New Year’s Day" }, from: "2027-01-01", to: "2027-01-01" },
      { name: { zh: "春节", en: "Spring Festival" }, from: "2027-02-05", to: "2027-02-10" },
      { name: { zh: "清明节", en: "Qingming Festival" }, from: "2027-04-05", to: "2027-04-05" },
      { name: { zh: "劳动节", en: "Labour Day" }, from: "2027-05-01", to: "2027-05-04" },
      { name: { zh: "端午节", en: "Dragon Boat Festival" }, from: "2027-06-09", to: "2027-06-09" },
      { name: { zh: "中秋节", en: "Mid-Autumn Festival" }, from: "2027-09-15", to: "2027-09-15" },
      { name: { zh: "国庆节", en: "National Day" }, from: "2027-10-01", to: "2027-10-05" },
    ],
    workedWeekendDays: [],
  },
] as const;
