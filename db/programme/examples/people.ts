import { rows, wan, type ExampleAnswers, type ExampleApplicant, type ProductWords } from "./example-types.ts";

/** Shares that add up to exactly 100; one is drawn for each company. */
export const shareSplits: readonly (readonly string[])[] = [
  ["45.0000", "20.0000", "15.0000", "10.0000", "9.0000", "1.0000"],
  ["51.0000", "19.0000", "12.0000", "8.0000", "7.5000", "2.5000"],
  ["38.5000", "26.5000", "15.0000", "12.0000", "6.0000", "2.0000"],
  ["60.2500", "14.7500", "10.0000", "8.0000", "5.0000", "2.0000"],
];

const holders: readonly (readonly [name: string, type: string, uscc: string])[] = [
  ["甲子控股集团有限公司", "company", "91140000MA0TE5T16Q"],
  ["乙丑创业投资合伙企业（有限合伙）", "fund", "91149900MA0L5C3PXF"],
  ["丙寅员工持股合伙企业（有限合伙）", "staff_platform", "91140400MA0HD88W80"],
  ["丁卯产业投资基金（有限合伙）", "fund", "91140200788532108P"],
  ["赵某某", "natural", ""],
  ["钱某某", "natural", ""],
];

/** Capital in 万元: the two individuals have not paid all of theirs, which the schedule explains. */
export function ownershipAnswers(capital: number, split: readonly string[]): ExampleAnswers {
  const subscribed = split.map((ratio) => Math.round(capital * Number(ratio)) / 100);
  const paid = subscribed.map((amount, index) =>
    index < 4 ? amount : index === 4 ? Math.round(amount * 0.74) : 0,
  );
  const paidInAll = paid.reduce((sum, amount) => sum + amount, 0);
  return {
    capital_currency: "CNY",
    registered_capital: wan(capital),
    paid_in_capital: wan(paidInAll),
    payment_schedule: `赵某某、钱某某尚未缴足的${wan(capital - paidInAll)}万元，于2027年12月31日前以货币缴足，未超过公司法规定的五年期限。`,
    shareholders: rows(
      ["holder_name", "holder_type", "subscribed", "paid_in", "ratio", "holder_uscc", "is_controller"],
      holders.map(([name, type, uscc], index) => [
        name,
        type,
        wan(subscribed[index] ?? 0),
        wan(paid[index] ?? 0),
        split[index] ?? "0",
        uscc,
        index === 0 ? "yes" : "",
      ]),
    ),
    actual_controller: "甲子控股集团有限公司",
    control_basis: `甲子控股集团有限公司直接持股${split[0]}%，提名董事会五席中的三席，能够实际支配公司经营。`,
    share_encumbrance: "yes",
    share_encumbrance_text: `丁卯产业投资基金所持${split[3]}%中的4.0000%已质押，质权人为戊辰银行，期限至2028年6月30日，对应其自身3,000.00万元借款。`,
  };
}

const deviceScope =
  "半导体分立器件制造与销售；集成电路芯片及产品制造；电子专用材料研发；技术服务、技术开发；货物进出口。";

/** Shares of the staff, of which makers of chips have more with a degree than makers of wafers. */
type Staff = { total: number; rd?: number; college?: number; bachelor?: number; master?: number };

export function companyAnswers(
  applicant: ExampleApplicant,
  mainBusiness: string,
  { total, rd = 0.31, college = 0.81, bachelor = 0.65, master = 0.25 }: Staff,
  businessScope: string = deviceScope,
): ExampleAnswers {
  const of = (share: number) => String(Math.round(total * share));
  return {
    name_zh: applicant.nameZh,
    name_en: applicant.nameEn,
    uscc: applicant.uscc,
    entity_type: "limited",
    ownership_nature: "mixed",
    established_on: "2021-05-18",
    website: "https://www.example.com",
    legal_rep_name: applicant.legalRep,
    legal_rep_mobile: applicant.mobile,
    contact: [applicant.contact, "项目申报负责人", applicant.mobile, applicant.email],
    reg_address: applicant.address,
    office_address: applicant.address,
    postcode: applicant.postcode,
    business_scope: businessScope,
    main_business: mainBusiness,
    qualifications: ["high_tech", "srdi"],
    qualification_certificates: rows(
      ["qualification", "certificate_no", "expires_on"],
      [
        ["high_tech", "GR202414000001", "2027-12-05"],
        ["srdi", "SX-ZJTX-2025-0188", "2028-06-30"],
      ],
    ),
    employees_total: String(total),
    employees_rd: of(rd),
    employees_college: of(college),
    employees_bachelor: of(bachelor),
    employees_master: of(master),
    employees_doctor: of(0.05),
    employees_shanxi: of(0.92),
    credit_selfcheck: ["credit_china", "gsxt", "judgments", "enforcement"],
  };
}

export const affiliateAnswers: ExampleAnswers = {
  has_affiliates: "yes",
  affiliates: rows(
    ["party_name", "relation", "ratio", "party_uscc", "party_business"],
    [
      ["甲子控股集团有限公司", "parent", "", "91140000MA0TE5T16Q", "产业投资与园区运营"],
      ["甲子示例封装技术有限公司", "holding", "12.5000", "", "功率模块封装"],
    ],
  ),
  has_related_transactions: "yes",
  related_transactions: rows(
    ["party_name", "kind", "year", "amount", "party_uscc", "pricing"],
    [
      ["甲子示例封装技术有限公司", "purchase", "2024", "186.00", "", "市场询价"],
      ["甲子示例封装技术有限公司", "purchase", "2025", "342.50", "", "市场询价"],
    ],
  ),
  competing_business: "no",
  fund_occupation: "no",
  independence:
    "公司业务、人员、资产、机构和财务独立于控股股东。向参股公司采购封装服务占同类采购约两成，价格按三家询价确定，可以随时切换供方。",
};

/** What the five members of an example's team do and have done. */
export type TeamWords = {
  positions?: readonly [string, string, string, string, string];
  fields: readonly [string, string, string, string, string];
  results: readonly [string, string, string, string, string];
  /** Where each worked before. */
  priorEmployers?: readonly [string, string, string, string, string];
};

export const makersTeam = (product: ProductWords): TeamWords => ({
  fields: ["半导体器件", product.keyTool, "器件设计与可靠性", "产线建设与运营", "器件市场"],
  results: [
    `主持完成${product.productZh}试验线建设，14个月内良率由52%提升到78.5%，授权发明专利11件。`,
    `负责前道工艺定型，${product.keyTool}工序能力指数达到1.41，带出工艺工程师23人。`,
    `负责${product.productNames[0]}设计与考核，完成三轮流片，通过1000小时可靠性摸底。`,
    "参与建成两条量产线，主持设备招标和厂务建设，按期投产，预算偏差在3%以内。",
    "建立三家头部客户的联合设计关系，取得首份小批量订单12万颗。",
  ],
});

const members = [
  ["赵某某", "doctor", "某理工大学", "正高级工程师", "19", "2021-05", "9.0000"],
  ["孙某某", "master", "某电子科技大学", "高级工程师", "16", "2021-08", ""],
  ["李某某", "doctor", "某科学院研究所", "研究员", "14", "2022-03", ""],
  ["周某某", "bachelor", "某工业大学", "工程师", "18", "2023-01", ""],
  ["吴某某", "master", "某财经大学", "", "12", "2023-06", ""],
] as const;

const makersPositions = ["总经理", "工艺副总", "研发总监", "运营总监", "市场总监"] as const;
const makersPast = ["某器件研究所", "某半导体制造企业", "某大学", "某功率器件企业", "某电源企业"] as const;

export const teamAnswers = ({
  positions = makersPositions,
  fields,
  results,
  priorEmployers = makersPast,
}: TeamWords): ExampleAnswers => ({
  team: rows(
    [
      "name",
      "position",
      "education",
      "graduated_from",
      "field",
      "title",
      "years",
      "full_time",
      "joined_on",
      "equity",
      "prior_employer",
      "key_results",
      "restricted_by_prior",
      "restriction_text",
    ],
    members.map(([name, education, school, title, years, joined, equity], index) => [
      name,
      positions[index] ?? "",
      education,
      school,
      fields[index] ?? "",
      title,
      years,
      "yes",
      joined,
      equity,
      priorEmployers[index] ?? "",
      results[index] ?? "",
      index === 2 ? "yes" : "no",
      index === 2 ? "与原单位约定不使用其职务成果，双方于2022年3月签署确认函，约束已于2024年3月到期。" : "",
    ]),
  ),
  team_stability:
    "核心成员平均共事四年以上，全部签有无固定期限或五年以上劳动合同，并约定两年竞业限制。员工持股平台持股15%左右，分四年归属。五位核心成员均常驻山西，家属安置和子女入学由园区协助解决，近三年关键岗位没有人员流失。",
});
