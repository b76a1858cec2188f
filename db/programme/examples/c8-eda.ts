import { edaWords } from "./c8-eda-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { InnovationProduct, InnovationTheme } from "./innovation.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "壬寅示例设计软件（太原）有限公司",
  nameEn: "Renyin Example Design Software (Taiyuan) Co., Ltd.",
  uscc: "91140100MA0P5X8N1X",
  city: "140100",
  cityName: "太原市",
  county: "小店区",
  park: "shanxi_reform_zone",
  parkName: "山西转型综合改革示范区",
  address: ["140100", "小店区", "示例软件街11号"],
  postcode: "030006",
  legalRep: "赵某某",
  contact: "曹某某",
  mobile: "13800000367",
  email: "shenbao@renyin-example.cn",
};

const product: InnovationProduct = {
  productZh: "功率半导体建模与工艺仿真软件",
  productNames: ["器件模型提取工具", "功率器件工艺仿真平台"],
  industryCode: "6512",
  fields: ["nev", "industrial"],
  materials: ["sic_conductive", "gan_on_si"],
  wafer: "",
  replaces: "境外同类软件",
  uses: "碳化硅和氮化镓产线、代工厂与设计公司",
  specs: [
    ["阈值电压预测误差", "%", "4", "9", "5"],
    ["模型提取时间（1200 V器件）", "h", "6", "40", "12"],
    ["二维偏置扫描时间（20万网格点）", "min", "4", "9", "3"],
    ["自动回归算例", "个", "3,100", "1,200", "10,000"],
  ],
  marketZh: "国内器件建模与工艺仿真软件市场",
  marketSize: "13.0",
  keyTool: "宽禁带数值内核",
};

const founding: ExampleAnswers = {
  together_years: "8",
  together_where: "某EDA企业器件仿真事业部（2016–2024年）",
  shipped: rows(
    ["shipped_product", "shipped_year", "shipped_units", "shipped_part"],
    [
      ["硅器件仿真软件（席位）", "2018", "410", "内核、物理模型和客户标定"],
      ["器件模型提取软件（席位）", "2021", "210", "定义、开发和版本发布"],
    ],
  ),
  team_story:
    "团队八年间共同做过两代器件仿真软件，第一代因为只追求功能数量、忽视标定而被三家客户退订，第二代改为与产线一起标定，两年收回客户。内核、物理模型、质量和市场各有一位负责人，代码评审和版本发布的流程已经固定；两位成员曾在功率器件产线工作，知道工程师怎样使用仿真结果。还缺一位三维并行求解的负责人，正与高校联合引进。",
  founders: rows(
    ["founder", "founder_from", "left_on", "restraint", "relocation", "founder_cash"],
    [
      ["赵某某", "某EDA企业", "2024-02", "waived", "here", "260.00"],
      ["孙某某", "某EDA企业", "2024-02", "waived", "signed", "160.00"],
      ["李某某", "某科学院研究所", "2022-03", "expired", "here", "120.00"],
      ["周某某", "某EDA企业", "2023-01", "none", "signed", "80.00"],
    ],
  ),
  vesting_terms:
    "创始人股权分五年归属，满一年后按季归属；主动离开的，未归属部分由员工持股平台按出资额收回，已归属部分两年内不得转让给竞争方；算法负责人离开须完成三个月的代码交接，未完成的暂停归属。",
  ip_clean: "yes",
  ip_clean_text:
    "委托律师逐人核对劳动合同、保密和竞业约定，原单位出具书面放弃竞业的确认函；代码库从2024年3月建立，保留完整提交记录，每季度用查重工具与公开代码比对，并由第三方抽查一次来源，至今没有发现来自原单位的代码。",
  employer_dispute: "no",
};

const own: ExampleAnswers = {
  partners: rows(
    ["role", "partner_name", "contract", "in_shanxi", "partner_uscc", "contribution", "ip_terms"],
    [
      [
        "user",
        "甲子示例功率半导体（忻州）有限公司",
        "signed",
        "yes",
        "91140900MA0KX12R1D",
        "提供脱敏测试数据和剖面样品",
        "数据归用户，模型和软件归本企业",
      ],
      [
        "university",
        "某理工大学",
        "signed",
        "yes",
        "",
        "载流子输运模型和并行求解",
        "成果归本企业，学校保留署名",
      ],
    ],
  ),
  local_purchase_share: "35.0",
  training_plan:
    "与省内两所高校共建计算电子学课程，每年接收实习生25人；新员工前三个月在产线跟班，看过真实流片再写代码；每月一次公开的算例复盘，客户工程师可以参加。",
  countermeasures:
    "比对用境外软件到期前导出全部算例和结果；公开文献算例与产线实测构成独立比对集；关键开源组件保留可编译的本地副本，每季度演练一次离线构建。",
};

/** A team of another trade than RF chips: the software others design with. */
export const edaTeam: InnovationTheme = {
  ...{ applicant, product, words: edaWords },
  titleZh: "功率半导体建模与工艺仿真软件研发",
  titleEn: "Modelling and process simulation software for power semiconductors",
  segment: "eda_ip",
  shape: {
    uses: {
      equipment: [0, 420, 260, 80, 0],
      rnd: [200, 1100, 1200, 700, 0],
      eda_ip: [0, 120, 80, 0, 0],
      staff: [150, 1200, 1500, 1300, 0],
      working_capital: [0, 0, 0, 300, 400],
    },
    sources: { own: 3000, shareholders: 1500, thisFund: 2200, coInvestor: 1200 },
  },
  summary:
    "由共事八年、做过两代器件仿真软件的团队在太原创办企业，开发面向碳化硅和氮化镓的器件模型提取工具与工艺仿真平台。五位核心成员全职并承诺服务四年以上，创始人现金投入620万元，三年内完成两款软件的正式发布，与省内三条产线共同标定，替代境外软件，新增就业60人以上。",
  significance: `宽禁带器件的工艺窗口窄，靠流片试错一轮要三个月、六十多万元。仿真可以先把不可能的方案排除，但境外软件的碳化硅参数要用户自己标定，授权费高，部分模块随时可能停售；国内软件多做数字电路，能给产线用的功率器件仿真很少。
项目要解决三个问题：一是把晶圆测试数据自动变成可信的器件模型，让设计公司拿得到、用得上；二是用产线实测标定工艺仿真，把阈值电压的预测误差压到4%以内；三是把源代码、算例和编译环境留在国内，受限时仍能维护。
山西正在形成碳化硅材料和器件集聚，产线多、工艺差异大，正是标定软件最好的场所；而省内还没有EDA企业，来晋设计公司要到外地买模型。团队落在太原，可以与产线在一天之内完成一次数据往返。
如果不做，省内产线将继续依赖境外软件，工艺数据也会随标定服务流向省外；这一批新建产线定型之后，再换软件流程要等五年以上。`,
  feasibility: `团队方面，五位核心成员已全部离职到岗，四位已经迁居或签有迁居承诺，三维并行求解负责人正在引进，2027年第二季度到位。
产品方面，提取工具已有六家企业试用，规格由三家器件企业会签；团队做过两代同类软件，人月估算有历史数据可依。
数据方面，三家产线签有脱敏数据协议，测试和剖面由省内检测机构完成，每个工艺模块至少三批数据。
算力方面，自有工作站加云算力，回归测试每晚完成；源代码异地双备份。
客户方面，两家已付费，一家代工厂同意写入工艺设计套件的推荐流程，省内两条产线承诺首年采购不少于20个席位。
经费方面，人员成本占六成以上，创始人现金已到位，按季度滚动调整，预备费占百分之五。综合来看，主要不确定性是客户改变使用习惯的速度和算法人才的稳定，已在风险表中列出对策。`,
  members: {
    talent_level: ["none", "provincial", "national", "none", "none"],
    commit_years: ["5", "5", "4", "4", "4"],
  },
  answers: { ...founding, ...own },
};
