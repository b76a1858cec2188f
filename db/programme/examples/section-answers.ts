import { rows, type ExampleAnswers, type ExampleApplicant, type ProductWords } from "./example-types.ts";
import { marketText, pricePlanText } from "./market-texts.ts";

export type ExampleProject = {
  instruments?: readonly string[];
  titleZh: string;
  titleEn: string;
  segment: string;
  industry: string;
  fields: readonly string[];
  summary: string;
  significance: string;
  /** Asked down to the county alone. */
  streetLater?: boolean;
};

export const filingAnswers = (applicant: ExampleApplicant, project: ExampleProject): ExampleAnswers => ({
  instrument: [...(project.instruments ?? ["direct_equity"])],
  project_name_zh: project.titleZh,
  project_name_en: project.titleEn,
  chain_segment: project.segment,
  industry_code: project.industry,
  application_fields: [...project.fields],
  site_address: [applicant.city, applicant.county, ...(project.streetLater ? [] : [applicant.address[2]])],
  site_park: applicant.park,
  summary: project.summary,
  significance: project.significance,
});

/** Kind, number, title, state, filed, granted, core. */
export type Right = readonly [string, string, string, "applied" | "granted", string, string, "yes" | ""];

export const rightRows = (owner: string, rights: readonly Right[]): ExampleAnswers["ip_rights"] =>
  rows(
    ["kind", "number", "title", "status", "owner", "filed_on", "granted_on", "country", "core", "burden"],
    rights.map(([kind, number, title, status, filed, granted, core]) => [
      kind,
      number,
      title,
      status,
      owner,
      filed,
      granted,
      "中国",
      core,
      "none",
    ]),
  );

export const ipAnswers = (theme: ProductWords, owner: string, fto: string): ExampleAnswers => ({
  ip_rights: rows(
    ["kind", "number", "title", "status", "owner", "filed_on", "granted_on", "country", "core", "burden"],
    [
      [
        "invention",
        "ZL202110123456.7",
        `一种${theme.productZh}及其制造方法`,
        "granted",
        owner,
        "2021-01-29",
        "2023-05-12",
        "中国",
        "yes",
        "none",
      ],
      [
        "invention",
        "ZL201911234567.4",
        "一种终端结构及其制作方法",
        "granted",
        owner,
        "2019-12-05",
        "2022-08-19",
        "中国",
        "yes",
        "none",
      ],
      [
        "utility_model",
        "ZL202220765432.1",
        "一种晶圆夹持装置",
        "granted",
        owner,
        "2022-04-02",
        "2022-11-08",
        "中国",
        "",
        "none",
      ],
      [
        "invention",
        "CN202410234567.9",
        `${theme.keyTool}工艺的在线监测方法`,
        "applied",
        owner,
        "2024-03-01",
        "",
        "中国",
        "yes",
        "none",
      ],
      ["pct", "PCT/CN2024/080123", "功率循环测试方法", "applied", owner, "2024-03-08", "", "PCT", "", "none"],
      ["trade_secret", "", "退火曲线与气氛配比", "granted", owner, "", "", "中国", "yes", "none"],
    ],
  ),
  fto_done: "yes",
  fto_statement: fto,
  ip_disputes: "no",
});

export const marketAnswers = (theme: ProductWords, competitiveness: string): ExampleAnswers => ({
  target_market: theme.marketZh,
  market_year: "2025",
  market_size: theme.marketSize,
  market_source: "行业协会年度报告与公司测算",
  market_share_now: "0.40",
  market_share_target: "4.50",
  competitors: rows(
    ["competitor", "country", "product", "share", "difference"],
    [
      ["境外企业甲", "美国", "同类产品量产多年，可靠性数据充分", "24.0", "性能略高，价格高两成，交期长"],
      ["境外企业乙", "日本", "中高端产品为主", "18.5", "一致性好，本地服务弱"],
      ["国内企业丙", "中国", "小尺寸线量产", "6.0", "单位成本较高，产能有限"],
    ],
  ),
  competitiveness,
  customers: rows(
    ["year", "customer", "product", "revenue_share", "contract"],
    [
      ["2025", "客户甲", theme.productNames[0], "31.50", "yes"],
      ["2025", "客户乙", theme.productNames[1], "22.40", "yes"],
      ["2025", "客户丙", theme.productNames[0], "11.20", "no"],
      ["2024", "客户甲", theme.productNames[0], "36.00", "yes"],
      ["2024", "客户乙", theme.productNames[1], "18.70", "yes"],
    ],
  ),
  suppliers: rows(
    ["supplier", "goods", "country", "purchase_share"],
    [
      ["供应商甲（省内）", "衬底与外延片", "中国", "42.00"],
      ["供应商乙", "特种气体", "中国", "9.50"],
      ["供应商丙", "高纯靶材", "日本", "7.80"],
    ],
  ),
  orders_in_hand: "3,860.00",
  letters_of_intent: "3",
  export_share: "0",
  sales_modes: ["direct", "design_in"],
  price_plan: pricePlanText(theme),
  market_narrative: marketText(theme),
});

export const riskAnswers = (theme: ProductWords): ExampleAnswers => ({
  risks: rows(
    ["risk_kind", "risk", "likelihood", "impact", "countermeasure"],
    [
      [
        "supply",
        `${theme.keyTool}设备交期延长或许可受阻`,
        "medium",
        "high",
        "提前订货并验证国内替代机型，过渡期外协加工",
      ],
      [
        "market",
        "下游需求放缓，认证周期延长两个季度以上",
        "medium",
        "medium",
        "分批投资，第二批设备订货以定点通知为前提",
      ],
      ["technology", "放大尺寸后翘曲和良率低于预期", "medium", "high", "试验线先行标定，预留三个月工艺窗口"],
      ["finance", "银行贷款发放晚于设备付款节点", "low", "medium", "股东承诺过桥，设备款按验收分期支付"],
    ],
  ),
});

/** Something is built, and its permits are in hand. */
export const constructionAnswers = (emissions: string): ExampleAnswers => ({
  construction: "yes",
  filing_code: "2611-140900-04-01-123456",
  eia_category: "form",
  eia_status: "approved",
  eia_no: "示环审〔2026〕88号",
  eia_date: "2026-10-20",
  energy_status: "approved",
  annual_energy_tce: "6,850.00",
  annual_kwh: "5,240.00",
  land_status: "owned",
  land_area: "53,300.00",
  planning_permit: "done",
  emissions,
  green_measures:
    "采用高效变频空调和热回收，洁净室按分区换气设计；超纯水回用率不低于70%；屋顶光伏年发电约180万千瓦时；按绿色工厂标准建设并接入能耗在线监测。",
  safety_assessment: "done",
});

export const exportControlAnswers: ExampleAnswers = {
  on_cn_list: "no",
  on_foreign_list: "no",
  uses_controlled_items: "yes",
  uses_controlled_items_text:
    "两台离子注入机和两台缺陷检测设备受原产国管制，前者已申请许可，后者已取得；国内替代机型正在验证，切换约需六个月。",
  makes_controlled_items: "no",
  countermeasures:
    "关键设备提前订货并保留两家国内备选；备件和高纯耗材按六个月储备；每季度做一次断供演练，替代机型验证数据纳入工艺文件；许可被拒时以外协加工保障送样进度。",
};

/** New jobs of 2027 to 2030 and the average pay, for R&D, engineers, operators and others. */
export type Jobs = readonly (readonly [number, number, number, number, string])[];

const makersJobs: Jobs = [
  [12, 16, 10, 4, "24.50"],
  [28, 45, 30, 8, "15.80"],
  [20, 70, 65, 15, "8.60"],
  [6, 8, 4, 2, "10.20"],
];

export const jobRows = (jobs: Jobs): ExampleAnswers["jobs"] =>
  jobs.map(([y2027, y2028, y2029, y2030, average_pay], index) => ({
    id: ["rd", "engineer", "operator", "other"][index] ?? "",
    cells: {
      y2027: String(y2027),
      y2028: String(y2028),
      y2029: String(y2029),
      y2030: String(y2030),
      average_pay,
    },
  }));

export const impactAnswers = (benefit: string): ExampleAnswers => ({
  jobs: jobRows(makersJobs),
  shanxi_hires: "300",
  training_plan:
    "与省内两所高校签订订单班协议，每年接收实习生60人；设厂内培训中心，新员工持证上岗；每年选派10名工程师到设备厂商驻厂学习。",
  partners: rows(
    ["role", "partner_name", "contract", "in_shanxi", "partner_uscc", "contribution", "ip_terms"],
    [
      [
        "material_maker",
        "甲子示例晶体材料（太原）有限公司",
        "signed",
        "yes",
        "91140100MA0GT0018F",
        "供应衬底，共同制定进厂检验标准",
        "各自所有，改进成果共有",
      ],
      [
        "equipment_maker",
        "甲子示例装备有限公司",
        "signed",
        "yes",
        "",
        "长晶与外延设备的量产验证",
        "验证数据共享，设备专利归厂商",
      ],
      ["user", "甲子示例新能源动力有限公司", "agreed", "", "", "联合设计与上车验证", "应用方案共有"],
    ],
  ),
  local_purchase_share: "45.0",
  benefit_to_shanxi: benefit,
});

export const declarationAnswers: ExampleAnswers = {
  truthful: "yes",
  no_violations: "yes",
  no_duplicate_funding: "yes",
  confidentiality: "yes",
  personal_information: "yes",
  due_diligence: "yes",
  consent_public_notice: "yes",
};
