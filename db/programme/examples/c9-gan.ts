import { c9Words } from "./c9-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { InnovationProduct, InnovationTheme } from "./innovation.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "壬午示例氮化镓科技（太原）有限公司",
  nameEn: "Renwu Example GaN Technology (Taiyuan) Co., Ltd.",
  uscc: "91140100MA0N7W2R4X",
  city: "140100",
  cityName: "太原市",
  county: "小店区",
  park: "jinchuang_valley",
  parkName: "晋创谷",
  address: ["140100", "小店区", "示例科创路9号"],
  postcode: "030006",
  legalRep: "赵某某",
  contact: "朱某某",
  mobile: "13800000359",
  email: "shenbao@renwu-example.cn",
};

const product: InnovationProduct = {
  productZh: "8英寸硅基氮化镓外延片",
  productNames: ["650 V功率用硅基氮化镓外延片", "100 V功率用硅基氮化镓外延片"],
  industryCode: "3985",
  fields: ["consumer", "industrial"],
  materials: ["gan_on_si"],
  wafer: "8",
  replaces: "进口8英寸外延片",
  uses: "快充、数据中心电源和车载充电",
  specs: [
    ["翘曲中位数", "µm", "38", "45", "30"],
    ["厚度片间不均匀性", "%", "2.3", "3.0", "1.5"],
    ["动态导通电阻增幅（650 V）", "%", "9", "15", "7"],
    ["XRD（002）半高宽", "arcsec", "360", "420", "320"],
  ],
  marketZh: "国内功率用硅基氮化镓外延片",
  marketSize: "11.0",
  keyTool: "原位曲率监测",
};

const partnerRows = rows(
  ["role", "partner_name", "contract", "in_shanxi", "partner_uscc", "contribution", "ip_terms"],
  [
    [
      "institute",
      "某科学院研究所（示例）",
      "signed",
      "",
      "12140000405700013Q",
      "专利作价入股，发明人兼职",
      "背景专利入股，改进成果归企业",
    ],
    ["equipment_maker", "甲子示例装备有限公司", "signed", "yes", "", "外延设备验证机", "验证数据共享"],
    ["user", "甲子示例新能源动力有限公司", "agreed", "yes", "", "判据制定和系统验证", "应用方案共有"],
  ],
);

const transferAnswers: ExampleAnswers = {
  institute_kind: "cas",
  institute_name: "某科学院研究所（示例）",
  institute_uscc: "12140000405700013Q",
  institute_team: "宽禁带外延课题组，李某某",
  source_kind: ["shares", "joint"],
  source_state: "signed",
  source_date: "2026-06-18",
  source_text:
    "标的为硅基氮化镓应力调控、缓冲层和原位监测三组发明专利共七件及相应技术秘密，全球范围，期限至专利届满。专利权转入企业，院所保留研究和教学使用。企业出资的改进成果归企业，院所共同完成的按贡献共有，优先在山西实施。",
  source_burdened: "no",
  appraiser: "资产评估机构（示例）",
  appraised_on: "2026-03-31",
  appraised_value: "1,800.00",
  contributed_value: "1,800.00",
  institute_stake: "15.00",
  inventor_share: "70.0",
  inventors: rows(
    ["inventor", "inventor_role", "inventor_leave", "inventor_days"],
    [
      ["李某某", "首席科学家，外延方向", "yes", "200"],
      ["郑某某", "技术顾问，缓冲层", "yes", "80"],
      ["王某某", "技术顾问，原位监测", "yes", "60"],
    ],
  ),
  trl_before: "5",
  trl_after: "8",
  pilot_state: "building",
  pilot_place: ["140100", "小店区", "晋创谷中试基地"],
  pilot_text:
    "中试线按每月300片8英寸外延片配置，外延设备两台，另有清洗、量测和器件快速流片能力。先用院所工艺连续运行20批标定均匀性，再用省内设备平行运行40批比对。判定放大成功的指标是：翘曲不大于50微米的比例90%以上，厚度均匀性2%以内，650伏器件高温反偏1000小时失效为零，两家用户出具验证结论。",
};

export const ganTransfer: InnovationTheme = {
  ...{ applicant, product, words: c9Words },
  titleZh: "硅基氮化镓外延与器件中试转化",
  titleEn: "Pilot production of GaN-on-Si epitaxy and devices",
  segment: "epitaxy",
  summary:
    "将院所的硅基氮化镓外延和器件技术在太原中试转化，院所以专利作价入股，发明人团队兼职到岗。建设一条8英寸中试线，完成翘曲控制、外延均匀性和器件可靠性验证，三年内技术成熟度由5级提高到8级，签订首份批量合同，新增就业60人以上，并与省内装备企业联合验证外延设备。",
  significance: `硅基氮化镓功率器件在快充、数据中心电源和车载电源中用量增长快，国内企业多从境外购买外延片或技术授权，8英寸外延的翘曲和击穿一致性仍是难点。院所经过十余年研究，在应力调控和缺陷抑制上形成了成套专利，但停留在小批试验，缺少工程化条件和用户验证。
项目要解决三个问题：一是把实验室单机工艺放大为可连续运行的中试工艺；二是用作价入股和发明人奖励把科研团队与企业绑在一起，使改进持续发生；三是由用户参与判据制定，形成可以交给产线的工艺包。
山西有外延装备和材料基础，缺少来自院所的第三代半导体转化项目。项目落在太原，可以使用晋创谷的中试条件，验证省内装备，也为高校和院所提供可复制的转化做法。
如果不做，相关专利将继续闲置或许可给省外企业，省内装备失去验证机会；境外厂商扩产之后，国内工艺包进入产线的两到三年窗口期也会错过。`,
  feasibility: `中试条件方面，晋创谷提供1,200平方米洁净间和公用动力，外延设备一台已到位，第二台为省内装备企业验证机，2027年第三季度进场。
人员方面，三位发明人获准兼职，其中一位每年在晋200天以上，企业另有工程师二十二人，均做过外延或器件工艺。
合同方面，专利作价入股和改进成果归属已经签约，评估结果已备案并在单位公示，没有其他许可和质押。
用户方面，两家电源企业参加判据制定并提供对照器件，首批样品已完成动态导通电阻测试。
经费方面，院所以技术出资，现金由企业股东和本基金分期投入，按中试里程碑拨付，设备和耗材按三家以上询价控制，预备费占百分之五。综合来看，主要不确定性是大尺寸翘曲控制和设备交期，已在风险表中列出对策。`,
  members: { talent_level: ["none", "none", "national", "none", "none"] },
  answers: { ...transferAnswers, partners: partnerRows },
};
