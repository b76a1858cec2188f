import { product, rights, shape, steps, team, tools } from "./c6-slicer-project.ts";
import { slicerTexts } from "./c6-slicer-texts.ts";
import type { C6Texts } from "./c6-texts.ts";
import { rows, type ExampleAnswers, type ExampleApplicant } from "./example-types.ts";
import type { ProjectTheme } from "./project-theme.ts";

/** Plainly fictional. */
const applicant: ExampleApplicant = {
  nameZh: "辛卯示例激光装备（太原）有限公司",
  nameEn: "Xinmao Example Laser Equipment (Taiyuan) Co., Ltd.",
  uscc: "91140100MA0L7R3E27",
  city: "140100",
  cityName: "太原市",
  county: "尖草坪区",
  park: "jinchuang_valley",
  parkName: "晋创谷",
  address: ["140100", "尖草坪区", "示例科技街6号"],
  postcode: "030023",
  legalRep: "赵某某",
  contact: "何某某",
  mobile: "13800000365",
  email: "shenbao@xinmao-example.cn",
};

const technology: ExampleAnswers = {
  products: rows(
    [
      "product_name",
      "stage",
      "wafer_size",
      "capacity_now",
      "capacity_target",
      "capacity_unit",
      "localisation",
      "replaces",
    ],
    [
      [product.productNames[0], "pilot", ["6", "8"], "1", "20", "units_year", "72.0", "进口晶锭激光剥离机"],
      [
        product.productNames[1],
        "small_batch",
        ["6", "8"],
        "14",
        "24",
        "units_year",
        "91.0",
        "进口激光划片机",
      ],
    ],
  ),
  key_specs: rows(
    ["indicator", "unit", "ours", "domestic_best", "world_best", "evidence"],
    [
      ["单片材料损耗", "µm", "105", "160", "95", "A10-1"],
      ["改质层起伏", "µm", "9", "20", "7", "A10-2"],
      ["单片剥离时间（8英寸）", "min", "24", "40", "13", "A10-3"],
      ["剥离片翘曲中位数", "µm", "38", "60", "30", "A10-4"],
    ],
  ),
  trl: "7",
  mrl: "6",
  maturity_evidence: slicerTexts.maturity,
  process_source: ["own"],
  process_source_text: slicerTexts.processSource,
  technical_route: slicerTexts.route,
};

const tool: ExampleAnswers = {
  applicant_role: "equipment_maker",
  tool_title: "8英寸碳化硅晶锭激光剥离机",
  tool_kind: "slicing_polishing",
  tool_step: "晶锭切片（激光改质与超声分离）",
  tool_sizes: ["6", "8"],
  tool_benchmark: "进口同类机型（8英寸激光剥离）",
  first_unit: "planned",
  first_unit_month: "2029-02",
  fab_name: "辛酉示例晶体材料（太原）有限公司",
  fab_line: "8英寸碳化硅衬底线（切割验证区）",
  fab_wafer_size: "8",
  fab_capacity: "6,000",
  fab_agreement: "signed",
  fab_agreement_date: "2026-09-09",
  purchase_term: "committed",
  purchase_units: "3",
  agreement_terms: slicerTexts.agreement,
  validation: rows(
    [
      "validation_stage",
      "validation_start",
      "validation_end",
      "wafers_planned",
      "wafers_done",
      "wafer_payer",
      "pass_mark",
    ],
    [
      ["bench", "2026-12", "2027-08", "400", "0", "applicant", "台架连续运行300小时，故障间隔190小时"],
      ["demo", "2027-09", "2027-11", "300", "90", "fab", "三档晶锭单片损耗不超过100微米"],
      ["in_line", "2027-12", "2028-05", "720", "0", "fab", "终检合格率与线切无显著差异"],
      ["marathon", "2028-06", "2028-11", "1,500", "0", "shared", "连续800小时，破片率低于千分之一"],
      ["acceptance", "2028-12", "2028-12", "120", "0", "fab", "时间、损耗、破片率和合格率达到协议指标"],
    ],
  ),
  performance: [
    ["wph", "2.5", "4", "4", "4.6"],
    ["mtbf", "160", "260", "250", "320"],
    ["mtba", "48", "90", "80", "120"],
    ["mttr", "5", "3", "4", "3"],
    ["uptime", "75", "90", "88", "92"],
    ["uniformity", "6", "4", "5", "3.5"],
    ["particles", "30", "15", "20", "12"],
  ].map(([id = "", figure_now = "", figure_target = "", figure_wanted = "", figure_benchmark = ""]) => ({
    id,
    cells: { figure_now, figure_target, figure_wanted, figure_benchmark },
  })),
  parts: rows(
    [
      "part",
      "part_origin",
      "part_share",
      "part_controlled",
      "part_supplier",
      "alternative_state",
      "alternative_plan",
    ],
    [
      [
        "超快激光器",
        "abroad",
        "22.00",
        "yes",
        "境外厂商丙",
        "validating",
        "国产激光器2027年上半年装到三号样机",
      ],
      ["空间光调制与整形光路", "cn", "14.00", "no", "某光学企业", "", ""],
      ["花岗石三轴平台", "cn", "18.00", "no", "省内精密企业", "", ""],
      ["超声分离与取片单元", "cn", "12.00", "no", "本企业自制", "", ""],
      ["成像物镜", "abroad", "6.00", "no", "境外厂商丁", "identified", "国产物镜2028年第一季度比对"],
      ["晶锭吸附与机内研平", "cn", "12.00", "no", "本企业自制", "", ""],
      ["控制系统与软件", "cn", "9.00", "no", "本企业自制", "", ""],
      ["机架、防护和其他", "cn", "7.00", "no", "省内加工企业", "", ""],
    ],
  ),
  parts_target: "88.00",
  feasibility: slicerTexts.feasibility,
};

const own: ExampleAnswers = {
  suppliers: rows(
    ["supplier", "goods", "country", "purchase_share"],
    [
      ["境外厂商丙", "超快激光器", "德国", "24.00"],
      ["供应商甲（省内）", "花岗石平台与机架", "中国", "17.50"],
      ["供应商乙", "光学镜组", "中国", "12.30"],
    ],
  ),
  risks: rows(
    ["risk_kind", "risk", "likelihood", "impact", "countermeasure"],
    [
      ["technology", "小面区剥离强度偏高，取片破片", "medium", "high", "按透过率分档加能，末段改用专用胎具"],
      ["supply", "超快激光器进口受限", "medium", "high", "两台用量已到货，国产激光器接口一致可以互换"],
      ["market", "衬底降价，产线推迟扩产", "medium", "medium", "以材料节省额计价，先改造现有线切工位"],
      ["people", "光学工程师被同行争抢", "medium", "medium", "持股与验收节点挂钩，与高校联合培养后备人员"],
    ],
  ),
  green_measures:
    "干式剥离不用切割液，每片少产生废浆约1.2千克；激光器与平台按节拍休眠，待机功率下降四成；研平粉尘回收后交省内企业制成磨料。",
  uses_controlled_items_text:
    "超快激光器受原产国管制，首批两台用量已到货；国产激光器正在三号样机上验证，切换约需三个月。",
  countermeasures:
    "受管制激光器按两台用量提前备货；国产件接口一致，可现场更换；每季度评估一次替代进度；几何参数检测可委托省内检测机构，不影响验证。",
  training_plan:
    "与省内高校共建激光加工实习基地，每年接收实习生18人；新员工先在光学台架培训三个月，再跟随驻厂工程师实习；每年选派5名工程师到部件厂商学习。",
  partners: rows(
    ["role", "partner_name", "contract", "in_shanxi", "partner_uscc", "contribution", "ip_terms"],
    [
      [
        "material_maker",
        "辛酉示例晶体材料（太原）有限公司",
        "signed",
        "yes",
        "91140100MA0GT0018F",
        "提供8英寸晶锭、机时和后道加工，共同制定验收指标",
        "整机专利归本企业，工艺参数共享",
      ],
      [
        "university",
        "某理工大学",
        "signed",
        "yes",
        "",
        "改质应力与裂纹扩展仿真",
        "成果归本企业，学校保留署名",
      ],
    ],
  ),
};

/** A tool of another step than the implanter: it slices what the furnaces grow. */
export const laserSlicer: ProjectTheme<C6Texts> = {
  ...{ applicant, product, team, shape, steps, tools, rights, texts: slicerTexts },
  titleZh: "8英寸碳化硅晶锭激光剥离机研制与验证",
  titleEn: "Laser slicer for 8-inch SiC boules, development and validation",
  ...{ segment: "equipment", industry: "3562", fields: ["nev", "pv_storage"] },
  businessScope:
    "半导体器件专用设备研发、制造和销售；光电子器件制造；专用设备修理；技术服务、技术开发；货物进出口。",
  preMoney: 15500 / 14300,
  answers: { ...technology, ...tool, ...own },
};
