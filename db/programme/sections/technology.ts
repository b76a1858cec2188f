import { ask, options, text } from "../ask.ts";
import { capacityUnits, deviceTypes, materials, nodeUnits, waferSizes } from "../lists/industry.ts";
import type { Condition, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { technologyRules } from "./technology-rules.ts";

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

const processSources = options([
  ["own", "自主研发", "Own development"],
  ["transfer", "院所或企业转让", "Transferred from an institute or company"],
  ["licence", "许可使用", "Licensed"],
  ["contributed", "作价入股", "Contributed for shares"],
  ["introduced", "引进消化再创新", "Introduced and developed further"],
]);

const certificationList = options([
  ["aec_q101", "AEC-Q101", "AEC-Q101"],
  ["aec_q102", "AEC-Q102", "AEC-Q102"],
  ["iatf_16949", "IATF 16949", "IATF 16949"],
  ["iso_9001", "ISO 9001", "ISO 9001"],
  ["iso_14001", "ISO 14001", "ISO 14001"],
  ["iso_45001", "ISO 45001", "ISO 45001"],
  ["network_access", "电信设备进网许可（用户侧）", "Network access licence (at the customer)"],
  ["gjb_9001", "GJB 9001（仅勾选）", "GJB 9001 (tick only)"],
  ["none", "暂无", "None yet"],
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

/** Domain F, for lines and materials. */
export const technology: SectionData = {
  key: "technology",
  title: text("技术与产品", "Technology and products"),
  notes: [
    text(
      "关键指标写测试条件相同的数据，依据写附件编号，如 A10-2。",
      "Compare figures under equal test conditions; as evidence give the attachment, such as A10-2.",
    ),
    text("TRL 按 GB/T 22900 分9级，MRL 分10级。", "TRL has 9 levels (GB/T 22900), MRL has 10."),
  ],
  groups: [
    {
      key: "products",
      title: text("产品线", "Product lines"),
      questions: [
        ask.table("products", ["产品线", "Product lines"], {
          rowName: ["产品线", "product line"],
          addLabel: ["添加一条产品线", "Add a product line"],
          layout: "cards",
          minRows: 1,
          maxRows: 10,
          columns: [
            ask.shortText("product_name", ["产品", "Product"], { min: 2, max: 60, width: "lg" }),
            ask.choice("stage", ["阶段", "Stage"], stages, { display: "select", width: "sm" }),
            ask.multiChoice("material", ["材料体系", "Material"], materials, { min: 1 }),
            ask.multiChoice("device_type", ["器件类型", "Device type"], deviceTypes, { min: 1 }),
            ask.multiChoice("wafer_size", ["晶圆尺寸", "Wafer size"], waferSizes, { min: 1 }),
            ask.decimal("node", ["线宽", "Line width"], { min: 0.001, max: 10_000, places: 3, width: "xs" }),
            ask.choice("node_unit", ["线宽单位", "Unit"], nodeUnits, { display: "select", width: "xs" }),
            ask.computed("node_class", ["对照国家清单", "By the national list"], "choice", nodeClass, {
              options: nodeClasses,
            }),
            ask.decimal("capacity_now", ["现有产能", "Capacity now"], { min: 0, places: 2, width: "sm" }),
            ask.decimal("capacity_target", ["目标产能", "Target capacity"], {
              min: 0,
              places: 2,
              width: "sm",
            }),
            ask.choice("capacity_unit", ["产能单位", "Unit"], capacityUnits, {
              display: "select",
              width: "sm",
            }),
            ask.choice("yield_basis", ["良率口径", "Yield is of"], yieldBases, {
              display: "select",
              width: "sm",
            }),
            ask.percent("yield_now", ["现有良率", "Yield now"], {
              places: 1,
              width: "xs",
              required: { gt: [{ cell: "capacity_now" }, 0] },
            }),
            ask.percent("yield_target", ["目标良率", "Target yield"], { places: 1, width: "xs" }),
            ask.percent("localisation", ["国产化率", "Localised"], {
              places: 1,
              required: false,
              width: "xs",
            }),
            ask.shortText("replaces", ["替代的进口产品", "Imports it replaces"], {
              max: 60,
              required: false,
            }),
          ],
        }),
      ],
    },
    {
      key: "indicators",
      title: text("关键指标对比", "Key figures compared"),
      questions: [
        ask.table("key_specs", ["关键指标对比表", "Key figures"], {
          help: [
            "至少3行。没有公开数据的写“未公开”。",
            "At least 3 rows. Where nothing is published, say so.",
          ],
          rowName: ["指标", "figure"],
          addLabel: ["添加一项指标", "Add a figure"],
          minRows: 3,
          maxRows: 40,
          columns: [
            ask.shortText("indicator", ["指标", "Figure"], {
              max: 60,
              width: "md",
              example: ["微管密度", "Micropipe density"],
            }),
            ask.shortText("unit", ["单位", "Unit"], {
              max: 20,
              width: "xs",
              required: false,
              example: ["cm⁻²", "cm⁻²"],
            }),
            ask.shortText("ours", ["本项目", "This project"], { max: 30, width: "sm" }),
            ask.shortText("domestic_best", ["国内最好", "Best in China"], { max: 30, width: "sm" }),
            ask.shortText("world_best", ["国际最好", "Best worldwide"], { max: 30, width: "sm" }),
            ask.shortText("evidence", ["依据", "Evidence"], {
              max: 30,
              width: "sm",
              example: ["A10-2", "A10-2"],
            }),
          ],
        }),
      ],
    },
    {
      key: "maturity",
      title: text("成熟度与认证", "Readiness and certification"),
      questions: [
        ask.integer("trl", ["技术成熟度（TRL）", "Technology readiness level (TRL)"], {
          min: 1,
          max: 9,
          help: ["1–9级。", "1 to 9."],
        }),
        ask.integer("mrl", ["制造成熟度（MRL）", "Manufacturing readiness level (MRL)"], {
          min: 1,
          max: 10,
          help: ["1–10级。", "1 to 10."],
        }),
        ask.longText("maturity_evidence", ["成熟度依据", "Evidence of readiness"], {
          min: 20,
          max: 300,
          rows: 3,
          required: { ge: [{ ref: "trl" }, 7] },
          help: [
            "TRL 7级及以上必填：样品、测试、用户验证和小批数据。",
            "Required from TRL 7: samples, tests, customer validation, small-batch data.",
          ],
        }),
        ask.multiChoice("certifications", ["已取得的认证", "Certifications held"], certificationList, {
          exclusive: "none",
          required: when.includesAny("application_fields", ["nev", "aerospace"]),
          help: [
            "用于新能源汽车、航空航天的必填。涉军认证只勾选，不写内容。",
            "Required for vehicles and aerospace. Defence certification is only ticked, never described.",
          ],
        }),
        ask.longText("certification_plan", ["车规认证计划", "Plan for automotive certification"], {
          min: 20,
          max: 500,
          rows: 3,
          visibleWhen: when.includes("application_fields", "nev"),
          help: [
            "AEC-Q、IATF 16949 的对象产品、进度和预计时间。",
            "Products, progress and expected dates for AEC-Q and IATF 16949.",
          ],
        }),
      ],
    },
    {
      key: "route",
      title: text("工艺来源与技术路线", "Where the process comes from, and the route"),
      questions: [
        ask.multiChoice("process_source", ["工艺来源", "Source of the process"], processSources, { min: 1 }),
        ask.longText("process_source_text", ["工艺来源说明", "The source explained"], {
          min: 50,
          max: 500,
          rows: 4,
          help: [
            "50–500字。转让、许可、入股的写明合同、范围和期限。",
            "150–1,500 characters. For transfers, licences or contributions: contract, scope and term.",
          ],
        }),
        ask.longText("technical_route", ["技术路线", "Technical route"], {
          min: 500,
          max: 3000,
          rows: 14,
          help: [
            "500–3000字。工艺流程、关键步骤、与国内外路线的差别、已解决和待解决的问题、自主可控的程度。",
            "1,500–9,000 characters. Process flow, key steps, how it differs from other routes, what is solved and what is not, how self-reliant it is.",
          ],
        }),
      ],
    },
  ],
  rules: technologyRules,
};
