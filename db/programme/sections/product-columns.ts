import { ask, options } from "../ask.ts";
import { isOneOtherSize, ofOneInEightInch } from "../eight-inch.ts";
import { capacityUnits, deviceTypes, materials, nodeUnits, waferSizes } from "../lists/industry.ts";
import type { Condition, QuestionData } from "../programme-types.ts";
import { when } from "../when.ts";

const stages = options([
  ["research", "研发", "Research"],
  ["sample", "样品", "Sample"],
  ["lab_pilot", "小试", "Lab pilot"],
  ["pilot", "中试", "Pilot"],
  ["small_batch", "小批量", "Small batch"],
  ["mass", "量产", "Mass production"],
]);

const yieldBases = options([
  ["crystal", "晶体", "Crystal"],
  ["wafering", "加工", "Wafering"],
  ["wafer", "晶圆", "Wafer"],
  ["packaging", "封测", "Packaging and test"],
]);

/** Classes of 发改高技〔2023〕287号, read off the finest line of a product. */
const nodeClasses = options([
  ["le28", "线宽≤28 nm", "28 nm or finer"],
  ["le65", "线宽≤65 nm", "65 nm or finer"],
  ["le130", "线宽≤130 nm", "130 nm or finer"],
  ["special", "特色工艺（线宽≤0.25 µm）", "Special process (0.25 µm or finer)"],
  ["compound", "化合物半导体（线宽≤0.5 µm）", "Compound semiconductor (0.5 µm or finer)"],
  ["above", "线宽＞0.5 µm", "Coarser than 0.5 µm"],
]);

const nanometres = {
  if: [when.cellIs("node_unit", "nm"), { cell: "node" }, { multiply: [{ cell: "node" }, 1000] }],
};

const upTo = (limit: number, code: string, otherwise: Condition): Condition => ({
  if: [{ le: [nanometres, limit] }, code, otherwise],
});

const nodeClass = upTo(
  28,
  "le28",
  upTo(65, "le65", upTo(130, "le130", upTo(250, "special", upTo(500, "compound", "above")))),
);

/** Where a call has strands: required, and shown, for some of them only. */
type PartFact = { required: Condition; visibleWhen?: Condition };
type Fact = "required" | "optional" | PartFact;

/** What a call wants to know of each product: required, asked but optional, or (absent) not asked. */
export type ProductFacts = Partial<
  Record<"material" | "device" | "wafer" | "node" | "capacity" | "yield" | "localisation", Fact>
>;

function asked(fact: Fact): { required?: Condition; visibleWhen?: Condition } {
  if (typeof fact === "object") return fact;
  return fact === "optional" ? { required: false } : {};
}

/** The columns of the table of products, in the order they are thought of. */
export function productColumns(facts: ProductFacts): QuestionData[] {
  return [
    ask.shortText("product_name", ["产品", "Product"], { min: 2, max: 60, width: "lg" }),
    ask.choice("stage", ["阶段", "Stage"], stages, { display: "select", width: "sm" }),
    ...(facts.material ? materialColumns(facts.material) : []),
    ...(facts.device ? deviceColumns(facts.device) : []),
    ...(facts.wafer ? waferColumns(facts.wafer) : []),
    ...(facts.node ? nodeColumns(facts.node) : []),
    ...(facts.capacity ? capacityColumns(facts.capacity) : []),
    ...(facts.capacity && facts.wafer ? eightInchColumns : []),
    ...(facts.yield ? yieldColumns(facts.yield) : []),
    ...(facts.localisation ? localisationColumns(facts.localisation) : []),
  ];
}

const materialColumns = (fact: Fact): QuestionData[] => [
  ask.multiChoice("material", ["材料体系", "Material"], materials, { ...asked(fact), min: 1 }),
];

const deviceColumns = (fact: Fact): QuestionData[] => [
  ask.multiChoice("device_type", ["器件类型", "Device type"], deviceTypes, { ...asked(fact), min: 1 }),
];

const waferColumns = (fact: Fact): QuestionData[] => [
  ask.multiChoice("wafer_size", ["晶圆尺寸", "Wafer size"], waferSizes, { ...asked(fact), min: 1 }),
];

const nodeColumns = (fact: Fact): QuestionData[] => [
  ask.decimal("node", ["线宽", "Line width"], {
    ...asked(fact),
    min: 0.001,
    max: 10_000,
    places: 3,
    width: "xs",
  }),
  ask.choice("node_unit", ["线宽单位", "Unit"], nodeUnits, {
    ...asked(fact),
    display: "select",
    width: "xs",
  }),
  ask.computed("node_class", ["对照国家清单", "By the national list"], "choice", nodeClass, {
    options: nodeClasses,
  }),
];

const capacityColumns = (fact: Fact): QuestionData[] => [
  ask.decimal("capacity_now", ["现有产能", "Capacity now"], {
    ...asked(fact),
    min: 0,
    places: 2,
    width: "sm",
  }),
  ask.decimal("capacity_target", ["目标产能", "Target capacity"], {
    ...asked(fact),
    min: 0,
    places: 2,
    width: "sm",
  }),
  ask.choice("capacity_unit", ["产能单位", "Unit"], capacityUnits, {
    ...asked(fact),
    display: "select",
    width: "sm",
  }),
  aMonth("capacity_now", ["现有产能折合（片/月）", "Capacity now, in wafers a month"]),
  aMonth("capacity_target", ["目标产能折合（片/月）", "Target capacity, in wafers a month"]),
];

/** Lines are compared by wafers a month; who plans by the year sees both. */
function aMonth(capacity: string, label: [string, string]): QuestionData {
  const wafers = { round: [{ divide: [{ cell: capacity }, 12] }, 1] };
  return ask.computed(`${capacity}_wpm`, label, "decimal", wafers, {
    places: 1,
    width: "sm",
    visibleWhen: when.both(when.cellIs("capacity_unit", "wafers_year"), { answered: { cell: capacity } }),
  });
}

const eightInchColumns = [
  inEightInch("capacity_now", ["现有产能折合8英寸（片/月）", "Capacity now, in 8-inch wafers a month"]),
  inEightInch("capacity_target", ["目标产能折合8英寸（片/月）", "Target capacity, in 8-inch wafers a month"]),
];

/** By area, where the product is made on wafers of one size: capacities of different sizes are then comparable. */
function inEightInch(capacity: string, label: [string, string]): QuestionData {
  const wafers: Condition = {
    if: [
      when.cellIs("capacity_unit", "wafers_year"),
      { divide: [{ cell: capacity }, 12] },
      { cell: capacity },
    ],
  };
  const sizes = { cell: "wafer_size" };
  return ask.computed(`${capacity}_8in`, label, "integer", ofOneInEightInch(sizes, wafers), {
    width: "sm",
    visibleWhen: when.both(
      when.cellIn("capacity_unit", ["wpm", "wafers_year"]),
      { answered: { cell: capacity } },
      isOneOtherSize(sizes),
    ),
  });
}

const yieldColumns = (fact: Fact): QuestionData[] => [
  ask.choice("yield_basis", ["良率口径", "Yield is of"], yieldBases, {
    ...asked(fact),
    display: "select",
    width: "sm",
  }),
  ask.percent("yield_now", ["现有良率", "Yield now"], {
    places: 1,
    width: "xs",
    required: fact === "required" && { gt: [{ cell: "capacity_now" }, 0] },
  }),
  ask.percent("yield_target", ["目标良率", "Target yield"], { ...asked(fact), places: 1, width: "xs" }),
];

const localisationColumns = (fact: Fact): QuestionData[] => [
  ask.percent("localisation", ["国产化率", "Localised"], {
    places: 1,
    required: fact === "required",
    width: "xs",
  }),
  ask.shortText("replaces", ["替代的进口产品", "Imports it replaces"], {
    max: 60,
    required: fact === "required",
  }),
];
