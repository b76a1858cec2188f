import { diamondWords } from "./c9-diamond-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { InnovationProduct, InnovationTheme } from "./innovation.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "癸卯示例金刚石材料（长治）有限公司",
  nameEn: "Guimao Example Diamond Materials (Changzhi) Co., Ltd.",
  uscc: "91140400MA0R3Y6T4C",
  city: "140400",
  cityName: "长治市",
  county: "潞州区",
  park: "changzhi_opto",
  parkName: "长治光电产业园",
  address: ["140400", "潞州区", "示例光电大道3号"],
  postcode: "046000",
  legalRep: "赵某某",
  contact: "严某某",
  mobile: "13800000368",
  email: "shenbao@guimao-example.cn",
};

const product: InnovationProduct = {
  productZh: "4英寸金刚石热沉片",
  productNames: ["4英寸多晶金刚石热沉片", "金属化金刚石热沉"],
  industryCode: "3985",
  fields: ["industrial", "5g"],
  materials: ["diamond"],
  wafer: "4",
  replaces: "进口金刚石热沉",
  uses: "大功率激光器、射频功放和功率模块散热",
  specs: [
    ["热导率中位数", "W/(m·K)", "1,650", "1,400", "1,900"],
    ["片内不均匀性", "%", "8", "15", "6"],
    ["表面粗糙度", "nm", "8", "20", "5"],
    ["破片率", "%", "14", "25", "5"],
  ],
  marketZh: "国内高导热金刚石热沉市场",
  marketSize: "6.0",
  keyTool: "双模微波等离子体沉积",
};

const partners = rows(
  ["role", "partner_name", "contract", "in_shanxi", "partner_uscc", "contribution", "ip_terms"],
  [
    [
      "university",
      "某工业大学（示例）",
      "signed",
      "yes",
      "12140000405700021K",
      "专利独占许可，发明人驻厂指导",
      "背景专利许可，改进成果归企业",
    ],
    [
      "equipment_maker",
      "己巳示例真空装备有限公司",
      "signed",
      "yes",
      "",
      "大腔体沉积炉制造",
      "腔体图纸归厂商，工艺归企业",
    ],
    ["user", "庚申示例激光器有限公司", "agreed", "yes", "", "热阻对比和寿命考核", "应用数据共享"],
  ],
);

const transfer: ExampleAnswers = {
  institute_kind: "university",
  institute_name: "某工业大学（示例）",
  institute_uscc: "12140000405700021K",
  institute_team: "等离子体与超硬材料课题组，李某某",
  source_kind: ["exclusive", "joint"],
  source_state: "signed",
  source_date: "2026-05-12",
  source_text:
    "标的为微波双模腔体、分段降温和激光平整三组发明专利共五件及相应技术秘密，中国境内独占实施许可，期限至专利届满。许可费按中试建成、用户验证和首份批量合同三个里程碑支付，另按销售额提成2%。企业的改进成果归企业，双方共同完成的按贡献共有，优先在山西实施。",
  source_burdened: "no",
  inventor_share: "75.0",
  inventors: rows(
    ["inventor", "inventor_role", "inventor_leave", "inventor_days"],
    [
      ["李某某", "首席科学家，沉积与应力", "yes", "150"],
      ["何某某", "技术顾问，腔体设计", "yes", "90"],
      ["吕某某", "技术顾问，激光平整", "yes", "60"],
    ],
  ),
  trl_before: "5",
  trl_after: "8",
  pilot_state: "building",
  pilot_place: ["140400", "潞州区", "长治光电产业园中试楼"],
  pilot_text:
    "中试线按每月80片4英寸热沉配置，大腔体沉积炉两台，另有激光平整、动摩擦抛光和金属化能力。先用高校配方连续运行30炉标定均匀性，再由省内设备企业的第二台炉平行运行30炉比对。判定放大成功的指标是：热导率中位数每米开1,800瓦以上，片内不均匀性8%以内，破片率6%以内，500次热循环金属层无剥离，两家用户出具热阻验证结论。",
};

/** A transfer of another trade than epitaxy, and by licence instead of shares. */
export const diamondTransfer: InnovationTheme = {
  ...{ applicant, product, words: diamondWords },
  titleZh: "4英寸金刚石热沉片中试转化",
  titleEn: "Pilot production of 4-inch diamond heat spreaders",
  segment: "substrate",
  shape: {
    uses: {
      equipment: [0, 1500, 900, 200, 0],
      installation: [0, 120, 80, 0, 0],
      rnd: [150, 1100, 1200, 600, 0],
      staff: [80, 700, 800, 650, 0],
      working_capital: [0, 0, 0, 350, 450],
    },
    sources: { own: 3200, shareholders: 1500, thisFund: 2200, coInvestor: 900 },
  },
  summary:
    "将高校的微波等离子体金刚石沉积技术在长治中试转化，高校以专利独占许可并派发明人驻厂。建设一条4英寸金刚石热沉中试线，完成均匀性、低应力和金属化验证，三年内技术成熟度由5级提高到8级，签订首份批量合同，新增就业60人以上，并与省内真空装备企业联合定型大腔体沉积炉。",
  significance: `大功率激光器、射频功放和算力芯片的热流密度已经超过每平方厘米500瓦，铜和氮化铝都带不走，结温每高十摄氏度，寿命大约减半。金刚石热导率是铜的四倍，但4英寸以上的高品质热沉主要由境外两家企业供应，价格高、交期长。高校研究微波等离子体沉积十一年，腔体和降温专利成套，却停留在单台试验炉。
项目要解决三个问题：一是把4英寸内的温差和石墨相控制住，让成品率从86%提高到94%以上；二是把平整时间从40小时压到9小时以内，使成本降到进口片的一半；三是由用户参与热阻判据，形成可以直接贴片的金属化热沉。
长治有激光器和深紫外器件企业，也有煤层气提纯的甲烷，原料和用户都在一座城市。项目落在长治光电产业园，省内真空装备企业承担炉体制造，正好把材料、装备和应用接起来。
如果不做，专利将许可给省外企业，长治的激光器企业仍要等进口热沉；国内几条微波法产线正在筹建，两年之后再做就只剩价格竞争。`,
  feasibility: `中试条件方面，长治光电产业园提供中试楼1,000平方米，双回路供电、循环水和氢气供应齐备，氢气按甲类厂房单独分区，安全预评价已经完成；首台大腔体炉已到位，第二台由省内企业制造，2027年第三季度进场。
人员方面，三位发明人获准离岗或兼职，其中一位每年在晋150天以上，企业另有工程师十九人，做过沉积或金属化工艺。
合同方面，独占许可合同已签并备案，许可费在单位公示，没有其他许可和质押。
用户方面，两家激光器企业参加判据制定并提供对照器件，首批样品已完成热阻测试。
经费方面，现金由企业股东和本基金分期投入，许可费按里程碑支付，设备和耗材按三家以上询价控制，预备费占百分之五。综合来看，主要不确定性是大腔体成品率和微波源交期，已在风险表中列出对策。`,
  members: { talent_level: ["none", "none", "provincial", "none", "none"] },
  answers: { ...transfer, partners },
};
