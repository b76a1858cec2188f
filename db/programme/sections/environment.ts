import { ask, options, text } from "../ask.ts";
import type { SectionData } from "../programme-types.ts";
import { when } from "../when.ts";

const eiaCategories = options([
  ["report", "报告书", "Full report"],
  ["form", "报告表", "Report form"],
  ["registration", "登记表", "Registration form"],
]);

const eiaStates = options([
  ["not_started", "未办理", "Not started"],
  ["filed", "已受理", "Filed"],
  ["approved", "已批复或已登记", "Approved or registered"],
]);

const energyStates = options([
  ["not_needed", "不需要审查", "Not needed"],
  ["not_started", "未办理", "Not started"],
  ["filed", "已受理", "Filed"],
  ["approved", "已通过", "Approved"],
]);

const landStates = options([
  ["owned", "自有", "Owned"],
  ["leased", "租赁", "Leased"],
  ["pending", "待供地", "To be granted"],
]);

const permitStates = options([
  ["done", "已取得", "Granted"],
  ["in_progress", "办理中", "In progress"],
  ["not_needed", "不需要", "Not needed"],
]);

const safetyStates = options([
  ["done", "已完成", "Done"],
  ["in_progress", "进行中", "In progress"],
  ["not_needed", "不需要", "Not needed"],
]);

const ref = (key: string) => ({ ref: key });

/** Domain O. `always` where waste, exhaust and safety matter even if nothing is built. */
export const environment = ({ always = true }: { always?: boolean } = {}): SectionData => ({
  key: "environment",
  title: text("环评、能评与用地", "Environment, energy and land"),
  groups: [
    {
      key: "construction",
      title: text("建设内容", "Building work"),
      questions: [
        ask.yesNo(
          "construction",
          ["本项目有新建、改建或扩建吗？", "Does the project build, convert or extend anything?"],
          {
            short: ["涉及建设", "Construction"],
          },
        ),
      ],
    },
    {
      key: "permits",
      title: text("备案、环评与节能审查", "Filing, EIA and energy review"),
      visibleWhen: when.yes("construction"),
      questions: [
        ask.shortText("filing_code", ["项目备案代码", "Project filing code"], {
          max: 40,
          format: "project_code",
          example: ["2611-140900-04-01-123456", "2611-140900-04-01-123456"],
        }),
        ask.date("construction_start", ["开工日期", "Start of construction"], {
          help: [
            "环评批复前不得开工（环境影响评价法第二十五条）。",
            "Construction may not start before the EIA is approved (EIA Law, art. 25).",
          ],
        }),
        ask.choice("eia_category", ["环评类别", "EIA category"], eiaCategories, { display: "radio" }),
        ask.choice("eia_status", ["环评进度", "EIA status"], eiaStates, { display: "radio" }),
        ask.shortText("eia_no", ["环评批复文号", "EIA approval no."], {
          max: 60,
          visibleWhen: when.is("eia_status", "approved"),
        }),
        ask.date("eia_date", ["环评批复日期", "EIA approved on"], {
          notAfter: "today",
          visibleWhen: when.is("eia_status", "approved"),
        }),
        ask.date("eia_expected", ["预计批复日期", "EIA expected on"], {
          visibleWhen: when.isOneOf("eia_status", ["not_started", "filed"]),
        }),
        ask.choice("energy_status", ["节能审查进度", "Energy review"], energyStates, { display: "radio" }),
        ask.decimal("annual_energy_tce", ["年综合能耗", "Energy a year"], {
          min: 0,
          max: 10_000_000,
          places: 2,
          unit: text("吨标准煤", "tce"),
        }),
        ask.decimal("annual_kwh", ["年用电量", "Electricity a year"], {
          min: 0,
          max: 1_000_000,
          places: 2,
          unit: text("万千瓦时", "10,000 kWh"),
        }),
      ],
    },
    {
      key: "land",
      title: text("用地与规划", "Land and planning"),
      visibleWhen: when.yes("construction"),
      questions: [
        ask.choice("land_status", ["用地情况", "Land"], landStates, { display: "radio" }),
        ask.decimal("land_area", ["用地或厂房面积", "Land or floor area"], {
          min: 1,
          max: 100_000_000,
          places: 2,
          unit: text("m²", "m²"),
        }),
        ask.choice("planning_permit", ["规划许可", "Planning permit"], permitStates, { display: "radio" }),
      ],
    },
    {
      key: "emissions",
      title: text("三废与安全", "Emissions and safety"),
      ...(always ? {} : { visibleWhen: when.yes("construction") }),
      questions: [
        ask.longText(
          "emissions",
          ["废水、废气和危险废物的处理", "Waste water, exhaust and hazardous waste"],
          {
            min: 100,
            max: 800,
            rows: 6,
            help: [
              "100–800字。写明砷、氯、氟化氢、硅烷等的产生量、处理工艺和去向。不产生的写明“不产生”。",
              "300–2,400 characters. Arsenic, chlorine, HF, silane and the like: amounts, treatment and destination. Say so where none arises.",
            ],
          },
        ),
        ask.longText(
          "green_measures",
          ["节能、节水和绿色工厂措施", "Energy, water and green factory measures"],
          {
            min: 50,
            max: 600,
            rows: 4,
          },
        ),
        ask.choice("safety_assessment", ["安全评价", "Safety assessment"], safetyStates, {
          display: "radio",
        }),
      ],
    },
  ],
  rules: [
    {
      key: "construction_after_eia",
      level: "error",
      at: ["eia_date"],
      holds: { ge: [ref("construction_start"), ref("eia_date")] },
      params: {
        start: { value: ref("construction_start"), as: "date" },
        eia: { value: ref("eia_date"), as: "date" },
      },
      message: text(
        "开工日期{start}早于环评批复日期{eia}。未经批准不得开工（环境影响评价法第二十五条）。",
        "Construction starts on {start}, before the EIA approval of {eia}. It may not start without approval (EIA Law, art. 25).",
      ),
      summary: text("开工日期早于环评批复", "Construction starts before the EIA approval"),
    },
    {
      key: "started_without_eia",
      level: "error",
      at: ["eia_status"],
      when: when.isOneOf("eia_status", ["not_started", "filed"]),
      holds: { gt: [ref("construction_start"), { today: true }] },
      message: text(
        "环评还没有批复，但开工日期已到或已过。未经批准不得开工（环境影响评价法第二十五条）。",
        "The EIA is not approved, yet the start of construction is today or past. It may not start without approval (EIA Law, art. 25).",
      ),
      summary: text("环评未批复而开工日期已到", "Construction has started without EIA approval"),
    },
    {
      key: "start_before_expected_eia",
      level: "error",
      at: ["eia_expected"],
      holds: { ge: [ref("construction_start"), ref("eia_expected")] },
      params: { start: { value: ref("construction_start"), as: "date" } },
      message: text(
        "预计批复日期晚于开工日期{start}。请调整其中一项。",
        "The EIA is expected after construction starts on {start}. Change one of the two.",
      ),
    },
    {
      key: "eia_pending",
      level: "warning",
      at: ["eia_status"],
      holds: { eq: [ref("eia_status"), "approved"] },
      message: text(
        "环评还没有批复。可以申报；签约前须取得批复。",
        "The EIA is not approved. You may apply; approval is needed before signing.",
      ),
    },
    {
      key: "energy_pending",
      level: "warning",
      at: ["energy_status"],
      holds: { in: [ref("energy_status"), ["approved", "not_needed"]] },
      message: text(
        "节能审查还没有通过。可以申报；开工前须通过。",
        "The energy review is not approved. You may apply; it is needed before construction.",
      ),
    },
  ],
});
