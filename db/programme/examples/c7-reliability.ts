import { c7Words } from "./c7-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant, type ExampleRow } from "./example-types.ts";
import type { InnovationProduct, InnovationTheme } from "./innovation.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "戊寅示例联合研发（大同）有限公司",
  nameEn: "Wuyin Example Joint R&D (Datong) Co., Ltd.",
  uscc: "91140200MA0T3NM8P8",
  city: "140200",
  cityName: "大同市",
  county: "平城区",
  park: "none",
  parkName: "平城区",
  address: ["140200", "平城区", "示例路12号"],
  postcode: "037000",
  legalRep: "赵某某",
  contact: "韩某某",
  mobile: "13800000357",
  email: "shenbao@wuyin-example.cn",
};

const product: InnovationProduct = {
  productZh: "碳化硅器件可靠性评价服务与试验装备",
  productNames: ["车规碳化硅器件可靠性评价服务", "高温功率循环试验台"],
  industryCode: "3972",
  fields: ["nev", "pv_storage"],
  materials: ["sic_conductive"],
  wafer: "6",
  replaces: "省外和境外送检",
  uses: "车规认证和光伏储能质保",
  specs: [
    ["结温提取误差", "℃", "1.5", "3.0", "1.0"],
    ["温敏参数采样延迟", "µs", "18", "40", "15"],
    ["栅氧试验最高温度", "℃", "200", "175", "225"],
    ["失效定位精度", "µm", "5", "12", "3"],
  ],
  marketZh: "国内功率半导体可靠性检测服务与设备",
  marketSize: "46.0",
  keyTool: "结温在线提取",
};

const partnerRows: ExampleRow[] = rows(
  ["role", "partner_name", "contract", "in_shanxi", "partner_uscc", "contribution", "ip_terms"],
  [
    [
      "leader",
      "己卯示例功率器件股份有限公司",
      "signed",
      "",
      "",
      "派出团队，投入设备和车规方法",
      "新增成果按协议比例共有",
    ],
    [
      "local_company",
      "甲子示例晶体材料（太原）有限公司",
      "signed",
      "yes",
      "91140100MA0GT0018F",
      "提供衬底、外延和实验楼",
      "新增成果按协议比例共有",
    ],
    ["university", "某理工大学", "signed", "", "", "失效机理和寿命模型", "学校保留署名和教学使用"],
  ],
);

const centreAnswers: ExampleAnswers = {
  centre_role: "centre",
  centre_name: "碳化硅器件可靠性联合研发中心",
  centre_form: "company",
  centre_lead: "赵某某",
  centre_lead_record:
    "从事宽禁带半导体器件可靠性研究十九年，主持国家重点研发课题两项，建立的栅氧寿命模型被三家企业采用，授权发明专利十一件，培养的工程师中有六人担任产线工艺负责人。",
  centre_agreed: "yes",
  programme_state: "running",
  programme_no: "2024YFB0000000（示例）",
  programme_name: "车规级碳化硅器件可靠性评价方法（示例）",
  centre_parties: rows(
    ["party", "party_side", "invest_amount", "invest_share", "ip_share"],
    [
      ["己卯示例功率器件股份有限公司", "leader", "3,000.00", "50.00", "40.00"],
      ["甲子示例晶体材料（太原）有限公司", "local", "2,400.00", "40.00", "40.00"],
      ["某理工大学", "institute", "600.00", "10.00", "20.00"],
    ],
  ),
  background_ip: "shared",
  ip_agreement:
    "各方背景知识产权仍归各方，在中心内无偿使用；新增知识产权按投入比例约定共有，任何一方实施须优先在山西进行，并按销售额的百分之二返还中心；成员退出后保留已产生成果的非独占使用权，不得转让给竞争方。",
  centre_people: rows(
    ["lead_name", "lead_from", "lead_topic", "resident_days"],
    [
      ["赵某某", "己卯示例功率器件股份有限公司", "栅氧寿命", "180"],
      ["李某某", "某理工大学", "失效机理", "120"],
      ["孙某某", "甲子示例晶体材料（太原）有限公司", "缺陷与器件对应", "300"],
    ],
  ),
  centre_staff: "24",
  lab_equipment: rows(
    ["lab_item", "lab_use", "lab_value", "lab_owned", "lab_shared"],
    [
      ["高温栅偏试验系统", "栅氧寿命", "420.00", "yes", "yes"],
      ["功率循环试验台", "焊层寿命", "680.00", "yes", "yes"],
      ["发射显微镜", "失效定位", "950.00", "no", "yes"],
      ["动态参数测试仪", "短路与开关", "560.00", "no", "no"],
    ],
  ),
  centre_targets: [
    ["patents", "4", "10", "18"],
    ["prototypes", "2", "5", "8"],
    ["transfers", "0", "1", "3"],
    ["people", "15", "35", "60"],
    ["standards", "0", "1", "2"],
    ["revenue", "0", "300", "1200"],
  ].map(([id = "", target_first = "", target_second = "", target_third = ""]) => ({
    id,
    cells: { target_first, target_second, target_third },
  })),
};

export const reliabilityCentre: InnovationTheme = {
  ...{ applicant, product, words: c7Words },
  titleZh: "碳化硅器件可靠性联合研发中心",
  titleEn: "Joint R&D centre for the reliability of SiC devices",
  segment: "services",
  summary:
    "由国内功率器件龙头企业与本地企业在大同共建碳化硅器件可靠性联合研发中心，建设栅氧、功率循环和失效分析三个实验平台，承担国家重点研发任务的团队每年驻晋不少于120天，三年完成样品八种、在晋转化成果三项、培养工程师60人，为省内材料和器件企业提供验证服务。",
  significance: `碳化硅器件进入新能源汽车后，可靠性成为国产替代的主要门槛，栅氧寿命、功率循环和短路能力的数据积累不足，用户不敢批量使用。龙头企业有车规经验和设备，但缺少贴近材料端的长期验证；本地企业有衬底、外延和器件样品，缺少懂失效机理的团队。
中心要解决三个问题：一是建立从衬底缺陷到器件失效的对应关系，让材料企业知道改哪里；二是建立加速寿命模型和判据，缩短用户验证时间；三是把国家任务中的方法转成企业能用的标准和装备。
山西的材料企业多、器件企业少，验证都要到省外完成，周期长、样品外流。中心落在大同，可以就近服务太原、忻州、长治的企业，也使承担国家任务的团队有固定的试验基地。
如果不做，省内材料企业仍只能卖衬底和外延片，工艺改进缺少器件端的反馈，优秀毕业生继续外流，车规验证的两到三年窗口期也会错过。`,
  feasibility: `研发条件方面，中心使用本地企业已建成的实验楼1,800平方米，电力和气体齐备，首批设备十二台中五台已到位，其余签有供货合同，2027年第三季度全部验收。
人员方面，带头人和骨干共九人来自龙头企业和高校，已书面约定驻晋天数；本地企业抽调十五名工程师，并与省内两所高校联合招收研究生，三年培养60人。
样品和用户方面，龙头企业提供量产器件作对照，省内三家材料企业提供衬底和外延片，两家整机企业参加判据制定，数据按协议共享。
任务衔接方面，国家任务的公开成果可以在中心继续深化，不涉及涉密内容。经费方面，龙头企业和本地企业的投入已写入协议并按季度到位，设备按三家以上询价控制，预备费占百分之五。综合来看，主要不确定性是高温测试设备的交期和带头人的时间投入，已在风险表中列出对策。`,
  members: { talent_level: ["national", "provincial", "national", "none", "none"] },
  answers: { ...centreAnswers, partners: partnerRows },
};
