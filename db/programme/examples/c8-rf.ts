import { c8Words } from "./c8-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { InnovationProduct, InnovationTheme } from "./innovation.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "辛巳示例射频芯片（太原）有限公司",
  nameEn: "Xinsi Example RF Chips (Taiyuan) Co., Ltd.",
  uscc: "91140100MA0Y5UN4K6",
  city: "140100",
  cityName: "太原市",
  county: "万柏林区",
  park: "jinchuang_valley",
  parkName: "晋创谷",
  address: ["140100", "万柏林区", "示例街30号"],
  postcode: "030024",
  legalRep: "赵某某",
  contact: "杨某某",
  mobile: "13800000358",
  email: "shenbao@xinsi-example.cn",
};

const product: InnovationProduct = {
  productZh: "砷化镓射频前端芯片",
  productNames: ["基站末级功率放大器", "终端用低噪声放大器"],
  industryCode: "3973",
  fields: ["5g", "iot"],
  materials: ["gaas"],
  wafer: "6",
  replaces: "进口同规格芯片",
  uses: "5G基站、小基站和物联网模组",
  specs: [
    ["回退8 dB效率（3.5 GHz）", "%", "48", "44", "49"],
    ["平均输出功率", "W", "8", "6", "8"],
    ["噪声系数（3.5 GHz）", "dB", "0.60", "0.75", "0.55"],
    ["MTTF（125 ℃）", "h", "1.2×10⁷", "1.0×10⁷", "2.0×10⁷"],
  ],
  marketZh: "国内5G射频前端用砷化镓器件",
  marketSize: "142.0",
  keyTool: "负载牵引建模",
};

const foundingAnswers: ExampleAnswers = {
  together_years: "9",
  together_where: "某射频芯片企业设计中心（2015–2024年）",
  shipped: rows(
    ["shipped_product", "shipped_year", "shipped_units", "shipped_part"],
    [
      ["终端用功率放大器", "2018", "86,000,000", "定义、设计和量产导入"],
      ["基站用低噪声放大器", "2021", "4,200,000", "设计、可靠性和客户认证"],
    ],
  ),
  team_story:
    "团队九年间共同完成三代射频芯片，经历过一次量产良率事故并用四个月恢复，设计、工艺、测试和市场各有一位负责人，彼此配合的流程已经固定。三位曾在代工厂工作，熟悉砷化镓工艺窗口；两位长期服务整机客户，知道平台切换的决策过程。还缺海外市场和供应链各一人，已列入招聘计划。",
  founders: rows(
    ["founder", "founder_from", "left_on", "restraint", "relocation", "founder_cash"],
    [
      ["赵某某", "某射频芯片企业", "2024-03", "waived", "here", "400.00"],
      ["孙某某", "某射频芯片企业", "2024-03", "none", "signed", "200.00"],
      ["李某某", "某科学院研究所", "2022-02", "expired", "here", "200.00"],
      ["周某某", "某代工企业", "2023-01", "none", "planned", "100.00"],
    ],
  ),
  vesting_terms:
    "创始人股权分五年归属，满一年后按月归属；主动离开的，未归属部分由员工持股平台按出资额收回，已归属部分三年内不得转让给竞争方；因过错离开的，全部按出资额收回。",
  ip_clean: "yes",
  ip_clean_text:
    "委托律师逐人核对劳动合同、保密和竞业约定，原单位出具确认函，确认离职一年内没有职务发明争议；现有版图和测试程序全部重新设计，代码库从2024年4月建立，保留完整提交记录，每季度抽查一次来源。",
  employer_dispute: "no",
};

export const rfTeam: InnovationTheme = {
  ...{ applicant, product, words: c8Words },
  titleZh: "砷化镓射频前端芯片研发与产业化",
  titleEn: "GaAs RF front-end chips, R&D and production",
  segment: "design",
  summary:
    "由共事九年、累计出货过亿颗射频芯片的团队在太原创办企业，开发砷化镓功率放大器和低噪声放大器，面向基站、终端和物联网。五位核心成员全职并承诺服务五年以上，创始人现金投入900万元，三年内完成八款芯片并量产，与省内砷化镓材料企业联合验证，新增就业60人以上。",
  significance: `射频前端是通信设备中国产化率较低的部分，功率放大器和低噪声放大器的高端型号仍以进口为主。整机企业希望有第二来源，但要求供方能同时拿出量产经验、可靠性数据和长期供货承诺，刚起步的团队很难进入平台清单。
本团队在同一家企业共事九年，做过从定义到量产的完整流程，主要成员分别负责设计、工艺、测试和客户，离开原单位后没有竞业和知识产权争议，可以直接从第二代产品做起。项目要解决三个问题：一是把基站用功率放大器的效率提高四个百分点；二是用省内砷化镓外延片完成验证，缩短材料到芯片的反馈；三是建立批量测试和可靠性平台。
山西有砷化镓衬底和外延基础，缺少能把材料变成芯片的成熟团队。团队落在太原，可以带来客户、方法和人才，使材料企业就近得到器件端的反馈。
如果不做，省内外延片仍以外销为主，团队也会落到有产线的省份，整机企业替换平台的两年窗口期错过之后，重新导入的成本要高出许多。`,
  feasibility: `团队方面，五位核心成员已全部离职到岗，四位签有迁居承诺，缺少的海外市场负责人正在招聘，2027年第二季度到位。
产品方面，首批两款芯片由三家客户共同定义，规格已会签；团队做过同类产品三代，设计周期和改版次数有历史数据可依。
供应链方面，晶圆由省外代工厂流片，省内外延片同步验证，封装测试有两家合格来源，测试程序由团队自有。
客户方面，三家整机企业承诺参加样品评估，其中一家签有联合定义协议，量产后首年需求约600万颗。
经费方面，创始人现金已到位，研发和流片费用按一次全掩膜加一次改版预留，设备以租赁和共享平台为主，预备费占百分之五。综合来看，主要不确定性是外延片验证进度和客户平台切换时间，已在风险表中列出对策。`,
  members: {
    talent_level: ["provincial", "none", "national", "none", "none"],
    commit_years: ["5", "5", "5", "4", "3"],
  },
  answers: { ...foundingAnswers },
};
