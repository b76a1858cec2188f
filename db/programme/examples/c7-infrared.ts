import { infraredWords } from "./c7-infrared-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { InnovationProduct, InnovationTheme } from "./innovation.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "丁酉示例红外联合研发（忻州）有限公司",
  nameEn: "Dingyou Example Infrared Joint R&D (Xinzhou) Co., Ltd.",
  uscc: "91140900MA0H6W2C32",
  city: "140900",
  cityName: "忻州市",
  county: "忻府区",
  park: "xinzhou_semiconductor",
  parkName: "忻州半导体产业园",
  address: ["140900", "忻府区", "示例创新街16号"],
  postcode: "034000",
  legalRep: "赵某某",
  contact: "施某某",
  mobile: "13800000366",
  email: "shenbao@dingyou-example.cn",
};

const product: InnovationProduct = {
  productZh: "短波红外焦平面芯片",
  productNames: ["640×512短波红外焦平面芯片", "10微米像元短波红外样品"],
  industryCode: "3976",
  fields: ["industrial", "nev"],
  materials: ["ingaas", "inp"],
  wafer: "4",
  replaces: "进口短波红外芯片",
  uses: "硅片检测、物料分选和车载雾天感知",
  specs: [
    ["暗电流密度（−40 ℃）", "nA/cm²", "3.4", "5.0", "2.2"],
    ["有效像元率", "%", "99.62", "99.3", "99.8"],
    ["读出噪声", "e⁻", "38", "55", "30"],
    ["倒装连通率", "%", "99.9", "99.5", "99.95"],
  ],
  marketZh: "国内短波红外探测器市场",
  marketSize: "25.0",
  keyTool: "铟柱倒装互连",
};

const partners = rows(
  ["role", "partner_name", "contract", "in_shanxi", "partner_uscc", "contribution", "ip_terms"],
  [
    [
      "leader",
      "戊申示例红外系统股份有限公司",
      "signed",
      "",
      "",
      "派出团队，提供整机判据和装机评估",
      "新增成果按协议比例共有",
    ],
    [
      "local_company",
      "丙寅示例外延材料（忻州）有限公司",
      "signed",
      "yes",
      "",
      "生长外延片，提供洁净间和动力",
      "外延改进归外延企业，芯片成果共有",
    ],
    [
      "university",
      "某理工大学",
      "signed",
      "yes",
      "",
      "读出电路设计和研究生联合培养",
      "学校保留署名和教学使用",
    ],
  ],
);

const centre: ExampleAnswers = {
  centre_role: "centre",
  centre_name: "短波红外焦平面联合研发中心",
  centre_form: "company",
  centre_lead: "赵某某",
  centre_lead_record:
    "从事红外探测器研制二十一年，主持国家重点研发课题一项，带领团队完成两代短波红外产品并实现装机1.8万套，授权发明专利十二件，培养的工程师中有五人担任产线或产品负责人。",
  centre_agreed: "yes",
  programme_state: "running",
  programme_no: "2025YFB0000000（示例）",
  programme_name: "低噪声短波红外成像芯片（示例）",
  centre_parties: rows(
    ["party", "party_side", "invest_amount", "invest_share", "ip_share"],
    [
      ["戊申示例红外系统股份有限公司", "leader", "2,600.00", "52.00", "45.00"],
      ["丙寅示例外延材料（忻州）有限公司", "local", "1,900.00", "38.00", "35.00"],
      ["某理工大学", "institute", "500.00", "10.00", "20.00"],
    ],
  ),
  background_ip: "shared",
  ip_agreement:
    "各方背景知识产权仍归各方，在中心内无偿使用；外延结构的改进归外延企业并许可中心使用，芯片、互连和测试成果按约定比例共有，优先在忻州实施；成员退出后保留非独占使用权，三年内不得转让给竞争方。",
  centre_people: rows(
    ["lead_name", "lead_from", "lead_topic", "resident_days"],
    [
      ["赵某某", "戊申示例红外系统股份有限公司", "芯片与整机判据", "160"],
      ["李某某", "某理工大学", "读出电路", "130"],
      ["钱某某", "丙寅示例外延材料（忻州）有限公司", "低缺陷外延", "320"],
    ],
  ),
  centre_staff: "28",
  lab_equipment: rows(
    ["lab_item", "lab_use", "lab_value", "lab_owned", "lab_shared"],
    [
      ["闭管扩散炉", "平面成结", "260.00", "yes", "yes"],
      ["倒装焊机", "铟柱互连", "880.00", "no", "yes"],
      ["低温探针台", "暗电流测试", "340.00", "yes", "yes"],
      ["成像评价台", "雾天与烟尘成像", "420.00", "no", "yes"],
    ],
  ),
  centre_targets: [
    ["patents", "3", "9", "16"],
    ["prototypes", "1", "4", "6"],
    ["transfers", "0", "1", "2"],
    ["people", "12", "28", "45"],
    ["standards", "0", "0", "1"],
    ["revenue", "60", "420", "1100"],
  ].map(([id = "", target_first = "", target_second = "", target_third = ""]) => ({
    id,
    cells: { target_first, target_second, target_third },
  })),
};

/** A centre of another trade than power devices: light that the eye does not see. */
export const infraredCentre: InnovationTheme = {
  ...{ applicant, product, words: infraredWords },
  titleZh: "短波红外焦平面联合研发中心",
  titleEn: "Joint R&D centre for short-wave infrared focal plane arrays",
  segment: "services",
  shape: {
    uses: {
      equipment: [0, 1600, 1100, 200, 0],
      installation: [0, 120, 80, 0, 0],
      rnd: [200, 1300, 1400, 700, 0],
      staff: [100, 800, 900, 700, 0],
      working_capital: [0, 0, 0, 400, 500],
    },
    sources: { own: 3600, shareholders: 1600, thisFund: 2600, coInvestor: 1000 },
  },
  summary:
    "由国内红外整机龙头企业与忻州外延企业共建短波红外焦平面联合研发中心，贯通外延评价、扩散成结、倒装互连和成像测试四个平台，承担国家重点研发任务的带头人每年驻晋160天，三年完成样品六种、在忻州转化成果两项、培养工程师45人，为省内外延和整机企业提供样品流片与测试服务。",
  significance: `短波红外能看穿雾和烟，也能看清硅片内部的裂纹，硅片检测、物料分选和车载感知的用量正在上升。国内芯片的外延、读出电路、互连和整机分散在不同单位，样品来回运输，一轮试验要五个月，10微米以下的芯片仍要进口并受许可限制。
中心要解决三个问题：一是把整机上的盲元追溯到外延缺陷，告诉外延企业先改哪里；二是把暗电流降到每平方厘米2.5纳安以下，使国产芯片可以用于非制冷整机；三是攻下10微米像元的倒装互连，为车载成本目标做准备。
忻州已有砷化镓和磷化铟外延基础，缺少芯片和整机端的反馈；龙头企业有整机判据和带头人，缺少贴近材料的试验基地。两者放在忻州半导体产业园，外延片当天可以上机，反馈由五个月缩短到两周。
如果不做，省内外延片只能以材料外销，芯片和整机的附加值留在省外；车载平台2028年前后集中定型，错过之后要再等三到四年。`,
  feasibility: `研发条件方面，中心使用忻州半导体产业园已建成的洁净间1,400平方米，电力、氮气和液氮齐备，首批设备九台中四台已到位，其余签有供货合同，2027年第三季度全部验收。
人员方面，带头人和骨干共八人来自龙头企业和高校，已书面约定驻晋天数；外延企业抽调十二名工程师，与省内两所高校联合招收研究生，三年培养45人。
样品和用户方面，外延企业每月提供不少于12片四英寸外延片，两家整机企业参加判据制定并提供装机评估，一家检测设备企业签有年度样品协议，数据按协议共享。
任务衔接方面，国家任务中可以公开的方法在中心继续深化，不涉及涉密内容。经费方面，龙头企业和外延企业的投入已写入协议并按季度到位，设备按三家以上询价控制，预备费占百分之五。综合来看，主要不确定性是倒装焊机的许可与交期和小像元互连的进度，已在风险表中列出对策。`,
  members: { talent_level: ["national", "none", "provincial", "none", "none"] },
  answers: { ...centre, partners },
};
