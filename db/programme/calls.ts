import { text } from "./ask.ts";
import { type EligibilityData, generalEligibility, ownEligibility } from "./eligibility.ts";
import type { Pair, Text } from "./programme-types.ts";

type Instrument = "direct_equity" | "sub_fund" | "listing" | "bank";

export type CallData = {
  code: string;
  title: Text;
  content: {
    measure: Text;
    summary: Text;
    instruments: Instrument[];
    alsoTakes?: string[];
    fit: Text[];
    elsewhere?: Text;
    support: { instrument: Instrument; does: Text; limit: Text }[];
    eligibility: EligibilityData[];
    documents: { required: Text[]; conditional: Text[] };
    contact: { office: Text; phone: string; hours: Text };
  };
};

const support: Record<Instrument, { does: Text; limit: Text }> = {
  direct_equity: {
    does: text("基金认购企业新增股权", "The fund subscribes new shares of the company"),
    limit: text(
      "持股不超过30%，且不做第一大股东；不超过项目总投资的30%",
      "At most 30% of the company, never the largest shareholder, and at most 30% of the project’s investment",
    ),
  },
  sub_fund: {
    does: text("基金作为有限合伙人出资设立子基金", "The fund joins a sub-fund as a limited partner"),
    limit: text(
      "不超过子基金规模的30%，各级政府出资合计不超过50%",
      "At most 30% of the sub-fund; all governments together at most 50%",
    ),
  },
  listing: {
    does: text(
      "纳入上市后备库，协调辅导，可作上市前投资",
      "Entry to the listing reserve, coordination of tutoring, possible pre-IPO investment",
    ),
    limit: text("不承诺上市结果", "No promise that a listing succeeds"),
  },
  bank: {
    does: text(
      "经您单独同意，把项目推荐给银行",
      "With your separate consent, the project is referred to banks",
    ),
    limit: text(
      "贷款由银行独立审批，基金不放贷、不担保",
      "Banks decide alone; the fund neither lends nor guarantees",
    ),
  },
};

const contact = {
  office: text("基金办项目受理组", "Fund office, applications desk"),
  phone: "0351-000-0000",
  hours: text("工作日09:00–17:30", "working days 09:00–17:30"),
};

const required = [
  ["营业执照", "Business licence"],
  ["近三年审计报告和最近一期报表", "Audited statements of the last three years and the latest period"],
  ["知识产权清单及证书", "List of intellectual property with certificates"],
  ["信用报告，无重大违法证明或承诺", "Credit report, and proof or undertaking of no major violations"],
  ["承诺书（签章）和授权委托书", "Signed undertaking and power of attorney"],
] as const satisfies readonly Pair[];

const equityDocuments = [
  ["现行公司章程", "Current articles of association"],
  ["股权结构图（穿透至实际控制人）", "Ownership chart, looked through to the actual controller"],
  [
    "商业计划书（50页以内）和路演材料（20页以内）",
    "Business plan (up to 50 pages) and pitch deck (up to 20 pages)",
  ],
  ["财务模型（XLSX）", "Financial model (XLSX)"],
] as const satisfies readonly Pair[];

type Draft = {
  code: string;
  title: Pair;
  measure: Pair;
  summary: Pair;
  instruments: Instrument[];
  alsoTakes?: string[];
  fit: readonly Pair[];
  elsewhere?: Pair;
  needs?: readonly Pair[];
  depending?: readonly Pair[];
};

const words = (pairs: readonly Pair[]): Text[] => pairs.map((pair) => text(...pair));

function call({
  code,
  title,
  measure,
  summary,
  instruments,
  alsoTakes,
  fit,
  elsewhere,
  needs = [],
  depending = [],
}: Draft): CallData {
  const equity = instruments.includes("direct_equity") ? equityDocuments : [];
  return {
    code,
    title: text(...title),
    content: {
      measure: text(...measure),
      summary: text(...summary),
      instruments,
      ...(alsoTakes ? { alsoTakes } : {}),
      fit: words(fit),
      ...(elsewhere ? { elsewhere: text(...elsewhere) } : {}),
      support: instruments.map((instrument) => ({ instrument, ...support[instrument] })),
      eligibility: eligibilityOf(code),
      documents: { required: words([...required, ...equity, ...needs]), conditional: words(depending) },
      contact,
    },
  };
}

function eligibilityOf(code: string): EligibilityData[] {
  const own = ownEligibility[code] ?? [];
  const taken = new Set(own.map((question) => question.code));
  return [...generalEligibility.filter((question) => !taken.has(question.code)), ...own];
}

/** One call for each measure of the June 2021 guidelines (domain 4). Times are set where calls are opened. */
export const calls: CallData[] = [
  call({
    code: "C1",
    title: ["化合物半导体材料专项", "Compound Semiconductor Materials"],
    measure: ["培育化合物半导体材料骨干企业", "Grow backbone companies in compound semiconductor materials"],
    summary: [
      "支持碳化硅、氮化镓、砷化镓等衬底和外延材料企业扩产、升级尺寸、降低缺陷。",
      "For makers of SiC, GaN, GaAs and other substrates and epitaxy who expand, move to larger wafers or lower defects.",
    ],
    instruments: ["direct_equity", "bank"],
    fit: [
      ["衬底、外延材料的研发和量产企业", "Developers and volume makers of substrates and epitaxial wafers"],
      ["有从6英寸到8英寸（或更大）的尺寸路线", "With a size roadmap from 6 to 8 inches or beyond"],
      ["有下游客户外延或器件验证的计划", "With a plan for qualification by customers downstream"],
    ],
    elsewhere: ["以器件产线为主的项目，请看 C5。", "Projects centred on a device line belong in C5."],
    needs: [["第三方检测报告或用户验证报告", "Third-party test or customer qualification report"]],
    depending: [
      [
        "可行性研究报告（新建项目或总投资1亿元以上）",
        "Feasibility study (construction, or total above RMB 100 million)",
      ],
      ["项目备案、环评、节能审查、用地或租赁", "Project filing, EIA, energy review, land or lease"],
      ["自由实施（FTO）分析", "Freedom-to-operate analysis"],
      ["主要客户合同或订单（有收入的）", "Main customer contracts or orders, where there is revenue"],
      [
        "企业征信报告、授信或贷款合同（申请银企对接的）",
        "Credit report, credit lines or loan contracts (for bank matching)",
      ],
    ],
  }),
  call({
    code: "C2",
    title: ["集成电路设计企业引育", "IC Design Attraction and Growth"],
    measure: ["引进和培育有全国影响力的设计企业", "Attract and grow design companies of national influence"],
    summary: [
      "支持设计企业在山西设立总部、研发中心或产品线，支持流片和产品量产。",
      "For design companies that set up headquarters, R&D or product lines in Shanxi, with tape-outs and volume products.",
    ],
    instruments: ["direct_equity", "sub_fund"],
    alsoTakes: ["C3"],
    fit: [
      ["有自主产品或正在流片的设计企业", "Design companies with own products or tape-outs under way"],
      ["说明哪些主体、人员和税收落在山西", "Able to say which entity, people and taxes come to Shanxi"],
    ],
    elsewhere: ["以设计服务外包为主的，要求请看 C3。", "For design services see the requirements of C3."],
    needs: [
      [
        "流片合同和发票、EDA 正版证明、版图缩略图",
        "Tape-out contract and invoice, genuine EDA proof, layout thumbnail",
      ],
    ],
    depending: [
      [
        "可行性研究报告（涉及建设或总投资1亿元以上）",
        "Feasibility study (construction, or total above RMB 100 million)",
      ],
      ["自由实施（FTO）分析", "Freedom-to-operate analysis"],
      ["主要客户合同或订单（有收入的）", "Main customer contracts or orders, where there is revenue"],
    ],
  }),
  call({
    code: "C3",
    title: ["设计服务外包", "Design Services Outsourcing"],
    measure: ["发展集成电路设计服务外包", "Develop outsourced IC design services"],
    summary: [
      "支持前端、验证、后端、版图、IP、流片代理等服务企业在山西建设交付中心。",
      "For front-end, verification, back-end, layout, IP and tape-out services that build delivery centres in Shanxi.",
    ],
    instruments: ["direct_equity", "bank"],
    fit: [
      [
        "有稳定客户和交付记录的设计服务企业",
        "Design service companies with steady clients and a record of delivery",
      ],
      ["计划在山西形成团队和交付能力", "Planning a team and delivery capacity in Shanxi"],
    ],
    needs: [["设计服务合同样本（脱敏）和客户清单", "Sample service contract (redacted) and client list"]],
    depending: [
      ["数据安全认证证书", "Data security certificates"],
      [
        "可行性研究报告（涉及建设或总投资1亿元以上）",
        "Feasibility study (construction, or total above RMB 100 million)",
      ],
      ["自由实施（FTO）分析", "Freedom-to-operate analysis"],
      ["主要客户合同或订单（有收入的）", "Main customer contracts or orders, where there is revenue"],
      [
        "企业征信报告、授信或贷款合同（申请银企对接的）",
        "Credit report, credit lines or loan contracts (for bank matching)",
      ],
    ],
  }),
  call({
    code: "C4",
    title: ["重点应用领域制造", "Manufacturing for 5G, Aerospace, IoT and NEV"],
    measure: [
      "面向5G、航空航天、物联网、新能源汽车发展制造",
      "Build manufacturing for 5G, aerospace, IoT and new-energy vehicles",
    ],
    summary: [
      "支持面向重点应用、已进入客户验证的芯片与模块制造项目。",
      "For chip and module manufacturing aimed at key applications and already in customer qualification.",
    ],
    instruments: ["direct_equity", "bank"],
    fit: [
      [
        "至少面向一个重点应用领域，有明确的终端客户",
        "Aimed at one key field or more, with a named end customer",
      ],
      ["已送样、小批或取得定点", "Samples sent, small batches under way, or a design win"],
    ],
    elsewhere: ["以新建产线为主的，请看 C5。", "Projects centred on a new line belong in C5."],
    needs: [["第三方检测报告或用户验证报告", "Third-party test or customer qualification report"]],
    depending: [
      ["AEC-Q、IATF 16949 等认证", "AEC-Q, IATF 16949 and similar certificates"],
      [
        "可行性研究报告（新建项目或总投资1亿元以上）",
        "Feasibility study (construction, or total above RMB 100 million)",
      ],
      ["项目备案、环评、节能审查、用地或租赁", "Project filing, EIA, energy review, land or lease"],
      ["自由实施（FTO）分析", "Freedom-to-operate analysis"],
      ["主要客户合同或订单（有收入的）", "Main customer contracts or orders, where there is revenue"],
      [
        "企业征信报告、授信或贷款合同（申请银企对接的）",
        "Credit report, credit lines or loan contracts (for bank matching)",
      ],
    ],
  }),
  call({
    code: "C5",
    title: ["射频·功率·光电器件生产线专项", "RF, Power and Optoelectronic Production Lines"],
    measure: [
      "新建射频、功率、光电器件生产线",
      "Build new production lines for RF, power and optoelectronic devices",
    ],
    summary: [
      "支持在山西新建射频、功率、光电器件生产线。晶圆尺寸和工艺不限，要求工艺来源清楚，产能和良率爬坡有依据。",
      "For new RF, power and optoelectronic device lines in Shanxi. Any wafer size and process, provided its source is clear and the ramp of capacity and yield is well founded.",
    ],
    instruments: ["direct_equity", "bank"],
    alsoTakes: ["C4"],
    fit: [
      [
        "在山西注册的独立法人，或有书面落地计划的省外企业",
        "Legal entities registered in Shanxi, or companies from elsewhere with a written plan to settle",
      ],
      [
        "新建或扩建射频（PA、LNA、开关、滤波器）、功率（SBD、MOSFET、IGBT、HEMT、模块）或光电（LED、LD、VCSEL、PD、红外焦平面）器件产线",
        "New or expanded lines for RF (PA, LNA, switches, filters), power (SBD, MOSFET, IGBT, HEMT, modules) or optoelectronics (LED, LD, VCSEL, PD, infrared focal planes)",
      ],
      [
        "项目备案、环评和节能审查已办理，或有明确的办理时间表",
        "Project filing, EIA and energy review done, or with a firm timetable",
      ],
    ],
    elsewhere: [
      "只做设计、不建产线的企业，请看 C2；以衬底、外延材料为主的，请看 C1。",
      "Design without a line belongs in C2; substrates and epitaxy in C1.",
    ],
    needs: [
      ["第三方检测报告或用户验证报告", "Third-party test or customer qualification report"],
      ["设备清单（XLSX）及报价或合同", "Equipment list (XLSX) with quotations or contracts"],
    ],
    depending: [
      [
        "可行性研究报告（新建项目或总投资1亿元以上）",
        "Feasibility study (construction, or total above RMB 100 million)",
      ],
      ["项目备案、环评、节能审查、用地或租赁", "Project filing, EIA, energy review, land or lease"],
      ["自由实施（FTO）分析", "Freedom-to-operate analysis"],
      ["主要客户合同或订单（有收入的）", "Main customer contracts or orders, where there is revenue"],
      ["AEC-Q、IATF 16949 等认证", "AEC-Q, IATF 16949 and similar certificates"],
      [
        "企业征信报告、授信或贷款合同（申请银企对接的）",
        "Credit report, credit lines or loan contracts (for bank matching)",
      ],
    ],
  }),
  call({
    code: "C6",
    title: ["半导体装备协同攻关", "Equipment Co-development"],
    measure: [
      "推动制造企业与装备企业协同攻关",
      "Develop equipment through cooperation of manufacturers and equipment makers",
    ],
    summary: [
      "支持装备企业与产线联合开发、验证长晶、外延、刻蚀、量测、封测等装备。",
      "For equipment makers and fabs that jointly develop and validate crystal growth, epitaxy, etching, metrology, packaging and test tools.",
    ],
    instruments: ["direct_equity"],
    fit: [
      [
        "至少一家装备企业和一家器件或材料企业联合申报",
        "At least one equipment maker together with one device or material maker",
      ],
      ["有验证产线和验证晶圆安排", "With a line and wafers for validation"],
    ],
    needs: [
      ["联合攻关或首台套验证协议", "Co-development or first-unit validation agreement"],
      ["设备清单（XLSX）及报价或合同", "Equipment list (XLSX) with quotations or contracts"],
      ["第三方检测报告或用户验证报告", "Third-party test or customer qualification report"],
    ],
    depending: [
      [
        "可行性研究报告（涉及建设或总投资1亿元以上）",
        "Feasibility study (construction, or total above RMB 100 million)",
      ],
      [
        "项目备案、环评、节能审查、用地或租赁（涉及建设的）",
        "Project filing, EIA, energy review, land or lease, for construction",
      ],
      ["自由实施（FTO）分析", "Freedom-to-operate analysis"],
      ["主要客户合同或订单（有收入的）", "Main customer contracts or orders, where there is revenue"],
    ],
  }),
  call({
    code: "C7",
    title: ["国家级团队与联合研发中心", "National Teams and Joint R&D Centres"],
    measure: [
      "引进国家级团队，由龙头企业与本地企业共建研发中心",
      "Bring in national-level teams; leading companies build R&D centres with local firms",
    ],
    summary: [
      "支持承担国家任务的团队来晋，支持龙头企业与本地企业共建联合研发中心。",
      "For teams of national programmes that come to Shanxi, and joint R&D centres of leading and local companies.",
    ],
    instruments: ["direct_equity"],
    alsoTakes: ["C8", "C9"],
    fit: [
      [
        "至少一家国内龙头企业和一家本地企业共建",
        "At least one leading domestic company with one local company",
      ],
      ["投入、知识产权和人员驻留有书面约定", "Investment, IP and residence of people agreed in writing"],
    ],
    needs: [
      ["共建研发中心协议", "Agreement on the joint centre"],
      ["核心团队简历、劳动合同或竞业说明", "Core team’s CVs, contracts or non-compete statements"],
    ],
  }),
  call({
    code: "C8",
    title: ["成熟团队创业投资", "Experienced Team Ventures"],
    measure: [
      "支持有经验、有技术、有领军人才的稳定团队创业",
      "Support stable teams with experience, technology and leading people",
    ],
    summary: [
      "支持共事多年、做出过产品的团队在山西创业。",
      "For teams that have worked together for years and shipped products, starting a company in Shanxi.",
    ],
    instruments: ["direct_equity", "sub_fund"],
    fit: [
      ["核心成员承诺全职三年以上", "Core members commit full time for three years or more"],
      ["知识产权与原单位无争议", "Intellectual property free of claims by former employers"],
    ],
    needs: [
      [
        "核心团队简历、劳动合同或竞业说明、社保记录",
        "CVs, contracts or non-compete statements, social insurance records",
      ],
    ],
  }),
  call({
    code: "C9",
    title: ["院所协同创新与成果转化", "Institute Co-innovation and Technology Transfer"],
    measure: ["与中国科学院、中国工程院及科研院所合作", "Cooperate with CAS, CAE and research institutes"],
    summary: [
      "支持院所技术在山西中试、转化和作价入股。",
      "For institute technology piloted, transferred or contributed as shares in Shanxi.",
    ],
    instruments: ["direct_equity"],
    fit: [
      [
        "至少一家中科院、工程院相关单位或高校参与",
        "At least one CAS- or CAE-related institute or university takes part",
      ],
      [
        "技术来源有转让、许可或作价入股合同",
        "The technology comes with a transfer, licence or contribution contract",
      ],
    ],
    needs: [["院所合作协议和技术来源合同", "Cooperation agreement and technology source contract"]],
  }),
  call({
    code: "C10",
    title: ["产业子基金合作", "Sub-fund Partnership"],
    measure: ["设立集成电路产业投资基金", "Establish IC industry investment funds"],
    summary: [
      "面向有半导体投资经验的管理机构，合作设立集成电路子基金。",
      "For managers with a record in semiconductors who set up an IC sub-fund together with the fund.",
    ],
    instruments: ["sub_fund"],
    fit: [
      [
        "已在中国证券投资基金业协会登记的管理人",
        "Managers registered with the Asset Management Association of China",
      ],
      ["有集成电路投资和退出业绩", "With investments and exits in integrated circuits"],
    ],
    needs: [
      ["子基金方案和合伙协议草案", "Sub-fund plan and draft partnership agreement"],
      ["有限合伙人出资承诺函", "Limited partners’ commitment letters"],
      ["管理人登记和历史业绩证明", "Manager registration and track record"],
    ],
  }),
  call({
    code: "C11",
    title: ["企业上市培育", "Listing Support"],
    measure: ["支持企业在境内外上市", "Support listings at home and abroad"],
    summary: [
      "为拟上市的集成电路企业提供后备库入库、辅导协调和上市前投资。",
      "Listing reserve, coordination of tutoring and pre-IPO investment for IC companies that plan to list.",
    ],
    instruments: ["listing", "direct_equity"],
    fit: [
      ["有明确的拟上市板块和时间表", "With a target board and timetable"],
      ["已开展或计划开展股份制改造", "Share reform done or planned"],
    ],
    depending: [["中介协议、辅导备案回执", "Sponsor agreements, tutoring filing receipt"]],
  }),
  call({
    code: "C12",
    title: ["重大项目银企对接", "Bank Co-financing for Major Projects"],
    measure: ["引导银行支持重大项目", "Lead banks to support major projects"],
    summary: [
      "把经您同意的重大项目推荐给银行，银行答复留有记录。",
      "Major projects are referred to banks with your consent, and the banks’ answers are kept on record.",
    ],
    instruments: ["bank"],
    fit: [
      ["总投资1亿元以上的集成电路项目", "IC projects with a total investment of RMB 100 million or more"],
      ["手续基本齐备，有还款来源", "With approvals largely in place and a source of repayment"],
    ],
    needs: [
      [
        "企业征信报告、授信或贷款合同、抵押物权属",
        "Credit report, credit lines or loan contracts, title to collateral",
      ],
      ["财务模型（XLSX）", "Financial model (XLSX)"],
    ],
  }),
];
