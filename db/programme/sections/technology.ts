import { ask, options, text } from "../ask.ts";
import type { OptionData, Pair, QuestionData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { type ProductFacts, productColumns } from "./product-columns.ts";
import { technologyRules } from "./technology-rules.ts";

const processSources = options([
  ["own", "自主研发", "Own development"],
  ["transfer", "院所或企业转让", "Transferred from an institute or company"],
  ["licence", "许可使用", "Licensed"],
  ["contributed", "作价入股", "Contributed for shares"],
  ["introduced", "引进消化再创新", "Introduced and developed further"],
]);

export const certificationList = options([
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

const certificationQuestions = (list: OptionData[]): QuestionData[] => [
  ask.multiChoice("certifications", ["已取得的认证", "Certifications held"], list, {
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
];

/** Where the technology of a line, a chip, a tool or a service comes from is asked in the words of each. */
const sourceWords = {
  process: { zh: "工艺", en: "process" },
  technology: { zh: "技术", en: "technology" },
} as const;

type Technology = {
  facts: ProductFacts;
  source?: keyof typeof sourceWords;
  /** What the technical route should speak of, after its limits. */
  route?: Pair;
  /** Certificates to choose from, for those whose field of application asks for them. */
  certifications?: OptionData[];
};

const lineRoute: Pair = [
  "工艺流程、关键步骤、与国内外路线的差别、已解决和待解决的问题、自主可控的程度。",
  "Process flow, key steps, how it differs from other routes, what is solved and what is not, how self-reliant it is.",
];

/** Domain F. */
export const technology = ({
  facts,
  source = "process",
  route = lineRoute,
  certifications,
}: Technology): SectionData => ({
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
          columns: [...productColumns(facts)],
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
      title: certifications
        ? text("成熟度与认证", "Readiness and certification")
        : text("成熟度", "Readiness"),
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
        ...(certifications ? certificationQuestions(certifications) : []),
      ],
    },
    {
      key: "route",
      title: text(
        `${sourceWords[source].zh}来源与技术路线`,
        `Where the ${sourceWords[source].en} comes from, and the route`,
      ),
      questions: [
        ask.multiChoice(
          "process_source",
          [`${sourceWords[source].zh}来源`, `Source of the ${sourceWords[source].en}`],
          processSources,
          { min: 1 },
        ),
        ask.longText("process_source_text", [`${sourceWords[source].zh}来源说明`, "The source explained"], {
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
          help: [`500–3000字。${route[0]}`, `1,500–9,000 characters. ${route[1]}`],
        }),
      ],
    },
  ],
  rules: technologyRules(facts),
});
