import { text } from "../ask.ts";
import type { AdviceData, Condition } from "../programme-types.ts";

const ref = (key: string): Condition => ({ ref: key });

/** A share of two answers in percent, two decimals. */
const share = (part: Condition, whole: Condition): Condition => ({
  round: [{ multiply: [{ divide: [part, whole] }, 100] }, 2],
});

type Item = AdviceData["items"][number];

const atLeast = (
  key: string,
  [zh, en]: readonly [string, string],
  value: Condition,
  as: "percent" | "integer" | "money",
  least: number,
  threshold: readonly [string, string],
): Item => ({
  key,
  label: text(zh, en),
  value,
  as,
  threshold: text(...threshold),
  holds: { ge: [value, least] },
});

const percentOf = (key: string, label: readonly [string, string], value: Condition, least: number): Item =>
  atLeast(key, label, value, "percent", least, [`不低于${least}%`, `at least ${least}%`]);

/** Figures of the last full year. */
const figures = (year: number) => {
  const cell = (column: string): Condition => ({ at: { of: "statements", row: String(year), column } });
  const staff = ref("employees_total");
  return {
    cell,
    rdStaff: (least: number) =>
      percentOf(
        "rd_staff",
        ["研发人员占职工总数", "R&D staff of all employees"],
        share(ref("employees_rd"), staff),
        least,
      ),
    rdExpense: (least: number) =>
      percentOf(
        "rd_expense",
        [`${year}年研发费用占收入`, `R&D expense to revenue, ${year}`],
        share(cell("rd_expense"), cell("revenue")),
        least,
      ),
    partOfRevenue: (key: string, label: readonly [string, string], column: string, least: number) =>
      percentOf(key, label, share(cell(column), cell("revenue")), least),
    staffWith: (key: string, label: readonly [string, string], column: string, least: number) =>
      percentOf(key, label, share(ref(column), staff), least),
  };
};

const granted: Condition = ref("granted_inventions");
const rights: Condition = { count: { of: "ip_rights" } };
const patents: Condition = {
  count: { of: "ip_rights", where: { in: [{ cell: "kind" }, ["invention", "utility_model", "design"]] } },
};

const panel = (
  key: string,
  zh: string,
  en: string,
  source: readonly [string, string],
  items: Item[],
): AdviceData => ({
  key,
  title: text(`国家鼓励的集成电路企业（${zh}）`, `Encouraged integrated circuit company (${en})`),
  intro: text(...source),
  items,
  met: text(
    "这里列出的条件都符合。是否享受政策，以主管部门的清单为准。",
    "Every condition listed here is met. Whether the policy applies is decided by the authority’s own list.",
  ),
  unmet: text(
    "有条件还没有达到。这不影响申报本专项。",
    "Some conditions are not met yet. This does not affect your application here.",
  ),
});

/** Domain I: the conditions for companies of each kind, from the answers to this form. */
export const encouraged = {
  design: (year: number): AdviceData => {
    const { cell, rdStaff, rdExpense, partOfRevenue, staffWith } = figures(year);
    return panel(
      "encouraged_design",
      "设计",
      "design",
      [
        "按公开的设计企业条件，用您填的数据核对。",
        "The published conditions for design companies, checked with your figures.",
      ],
      [
        atLeast("staff", ["职工总人数", "Employees in all"], ref("employees_total"), "integer", 20, [
          "不少于20人",
          "at least 20",
        ]),
        staffWith(
          "bachelor",
          ["本科及以上占职工总数", "Staff with a bachelor’s or above"],
          "employees_bachelor",
          50,
        ),
        rdStaff(40),
        rdExpense(6),
        partOfRevenue(
          "ic_part",
          [`${year}年集成电路收入占收入`, `IC revenue to revenue, ${year}`],
          "ic_revenue",
          60,
        ),
        partOfRevenue(
          "own_part",
          [`${year}年自主设计收入占收入`, `Own-design revenue to revenue, ${year}`],
          "own_design_revenue",
          50,
        ),
        atLeast("revenue", [`${year}年营业收入`, `Revenue, ${year}`], cell("revenue"), "money", 1500, [
          "不低于1,500万元",
          "at least RMB 15 million",
        ]),
        atLeast("rights", ["知识产权件数", "Intellectual property rights"], rights, "integer", 8, [
          "不少于8件",
          "at least 8",
        ]),
      ],
    );
  },
  materials: (year: number): AdviceData => {
    const { cell, rdStaff, rdExpense, partOfRevenue, staffWith } = figures(year);
    return panel(
      "encouraged_materials",
      "材料",
      "materials",
      [
        "按2021年第9号公告的材料企业条件，用您填的数据核对。",
        "The conditions for materials companies of announcement 9 of 2021, checked with your figures.",
      ],
      [
        staffWith(
          "college",
          ["大专及以上占职工总数", "Staff with junior college or above"],
          "employees_college",
          40,
        ),
        rdStaff(15),
        rdExpense(5),
        partOfRevenue(
          "ic_part",
          [`${year}年集成电路材料收入占收入`, `IC materials revenue to revenue, ${year}`],
          "ic_revenue",
          30,
        ),
        atLeast("revenue", [`${year}年营业收入`, `Revenue, ${year}`], cell("revenue"), "money", 1000, [
          "不低于1,000万元",
          "at least RMB 10 million",
        ]),
        atLeast("inventions", ["已授权发明专利", "Invention patents granted"], granted, "integer", 5, [
          "不少于5件",
          "at least 5",
        ]),
      ],
    );
  },
  equipment: (year: number): AdviceData => {
    const { rdStaff, rdExpense, partOfRevenue } = figures(year);
    return panel(
      "encouraged_equipment",
      "装备",
      "equipment",
      [
        "按公开的征求意见稿，正式条件以主管部门公布的为准。",
        "After the published consultation draft; the authority’s final conditions prevail.",
      ],
      [
        rdStaff(20),
        rdExpense(5),
        partOfRevenue(
          "ic_part",
          [`${year}年集成电路装备收入占收入`, `IC equipment revenue to revenue, ${year}`],
          "equipment_revenue",
          30,
        ),
        atLeast("patents", ["专利件数", "Patents"], patents, "integer", 10, ["不少于10件", "at least 10"]),
      ],
    );
  },
} as const;
