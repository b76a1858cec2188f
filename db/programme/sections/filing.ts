import { ask, text } from "../ask.ts";
import { applicationFields, chainSegments, industryCodes } from "../lists/industry.ts";
import { parks } from "../lists/places.ts";
import type { Offer } from "../offer.ts";
import type { Pair, RuleData, SectionData } from "../programme-types.ts";
import { type Strand, strandQuestion } from "../strands.ts";
import { when } from "../when.ts";

type Filing = {
  offer: Offer;
  /** A project's title as it should be written. */
  titleExample: Pair;
  /** What the place is to the project: where it is built, or where it settles. */
  place?: Pair;
  /** Who has yet to settle knows the county before the street. */
  streetLater?: boolean;
  /** Of a call that takes others along: what it must be told apart by, and which instrument goes with which. */
  strands?: readonly Strand[];
  rules?: RuleData[];
};

const toTheCounty = {
  withoutDetail: true,
  help: ["有几个备选地点的，填首选的一处。", "If several places are open, give the first choice."],
  example: ["太原市，小店区", "Taiyuan, Xiaodian District"],
} satisfies { withoutDetail: true; help: Pair; example: Pair };

const toTheStreet = {
  help: [
    "有几处的，填投资最多的一处；还没有门牌号的，写园区和地块。",
    "If there are several sites, give the one with the largest investment. Without a street number yet, name the park and plot.",
  ],
  example: ["忻州市，忻府区，示例大道18号3号厂房", "Xinzhou, Xinfu District, Building 3, 18 Shili Avenue"],
} satisfies { help: Pair; example: Pair };

/** Domain A: what is applied for, where, and the abstract anyone may read. */
export const filing = ({
  offer,
  titleExample: [titleZh, titleEn],
  place: [placeZh, placeEn] = ["建设地点", "Where it is built"],
  streetLater = false,
  strands,
  rules,
}: Filing): SectionData => ({
  key: "filing",
  title: text("申报信息", "Filing details"),
  notes: [
    text(
      "项目名称写明产品和建设内容，不写企业简称和口号。",
      "Name the product and what is built; no slogans or company nicknames.",
    ),
    text(
      "项目摘要可能在公示中公开，不要写客户名称和技术秘密。",
      "The abstract may be published: leave out customers’ names and trade secrets.",
    ),
    text(
      "本平台不得填写或上传国家秘密。确有涉密内容的，请先联系基金办。",
      "State secrets must not be entered or uploaded here. If any are involved, contact the fund office first.",
    ),
  ],
  groups: [
    {
      key: "project",
      title: text("支持方式与项目", "Instrument and project"),
      questions: [
        ...(strands ? [strandQuestion(strands)] : []),
        ask.multiChoice("instrument", ["支持方式", "Instrument"], offer.instruments, {
          min: 1,
          public: true,
          help: [
            "可多选。各方式的限度见申报指南。",
            "Choose one or more. The limits of each are in the guideline.",
          ],
        }),
        ask.shortText("project_name_zh", ["项目名称（中文）", "Project title in Chinese"], {
          min: 5,
          max: 60,
          language: "zh",
          public: true,
          help: ["5–60字。", "5–60 Chinese characters."],
          example: [titleZh, titleZh],
        }),
        ask.shortText("project_name_en", ["项目名称（英文）", "Project title in English"], {
          max: 50,
          enMax: 150,
          language: "en",
          required: false,
          public: true,
          pairOf: "project_name_zh",
          help: ["不超过150个字符。", "Up to 150 characters."],
          example: [titleEn, titleEn],
        }),
        ask.choice("chain_segment", ["产业链环节", "Place in the chain"], chainSegments, {
          display: "select",
          public: true,
          help: ["选项目最主要的一个环节。", "Choose the one the project mainly belongs to."],
        }),
        ask.gb4754("industry_code", ["国民经济行业分类", "Industry class (GB/T 4754)"], industryCodes, {
          help: [
            "按项目产品选小类，不一定与营业执照相同。",
            "By the project’s product; it may differ from the licence.",
          ],
        }),
        ask.multiChoice("application_fields", ["应用领域", "Fields of application"], applicationFields, {
          min: 1,
        }),
        ask.shortText("application_fields_other", ["其他应用领域", "Other field of application"], {
          max: 30,
          visibleWhen: when.includes("application_fields", "other"),
        }),
      ],
    },
    {
      key: "place",
      title: text(placeZh, placeEn),
      questions: [
        ask.address("site_address", streetLater ? ["市县", "City and county"] : ["地址", "Address"], {
          short: [placeZh, placeEn],
          province: "140000",
          public: true,
          ...(streetLater ? toTheCounty : toTheStreet),
        }),
        ask.park("site_park", ["园区", "Park"], parks),
        ask.shortText("site_park_other", ["园区名称", "Name of the park"], {
          max: 60,
          visibleWhen: when.is("site_park", "other"),
        }),
      ],
    },
    {
      key: "abstract",
      title: text("摘要与必要性", "Abstract and necessity"),
      questions: [
        ask.longText("summary", ["项目摘要（可公开）", "Abstract for the public"], {
          min: 100,
          max: 500,
          public: true,
          rows: 6,
          help: [
            "100–500字。写清建什么、产品和用途、规模、时间、对山西的带动。进入公示的，公开这一段。",
            "300–1,500 characters. What is built, products and uses, scale, timing and benefit to Shanxi. This is what a public notice shows.",
          ],
        }),
        ask.longText("significance", ["项目意义与必要性", "Significance and necessity"], {
          min: 300,
          max: 1500,
          rows: 10,
          help: [
            "300–1500字。行业现状和缺口、项目要解决的问题、与山西半导体产业布局的关系、不做会怎样。",
            "900–4,500 characters. The state of the field and its gap, the problem solved, how it fits Shanxi’s semiconductor plans, and what happens without it.",
          ],
        }),
      ],
    },
  ],
  ...(rules ? { rules } : {}),
});
