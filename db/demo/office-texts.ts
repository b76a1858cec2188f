/** What the office writes when an application cannot go on as it is. */
export interface DemoDefect {
  sectionKey: string;
  questionKey: string;
  reason: string;
  wanted: string;
}

export const defectLists: readonly (readonly DemoDefect[])[] = [
  [
    {
      ...{ sectionKey: "attachments", questionKey: "a03_audit_reports" },
      reason: "2025年度审计报告缺少附注第12至18页，会计师事务所盖章处不清晰。",
      wanted: "请上传完整的2025年度审计报告，盖章页重新扫描。",
    },
    {
      ...{ sectionKey: "line", questionKey: "ramp_basis" },
      reason: "爬坡表没有说明良率统计的口径，无法与试验线数据核对。",
      wanted: "请写明统计批次、样本数量和剔除规则。",
    },
  ],
  [
    {
      ...{ sectionKey: "funding", questionKey: "price_basis" },
      reason: "投前估值只列出结论，没有可比项目和计算过程。",
      wanted: "请补充三个以上可比项目及取值依据。",
    },
    {
      ...{ sectionKey: "environment", questionKey: "emissions" },
      reason: "含氟废水和酸性废气的处理去向没有写明。",
      wanted: "请分别写明处理工艺、去向和在线监测安排。",
    },
    {
      ...{ sectionKey: "attachments", questionKey: "a08_permits" },
      reason: "项目备案证的建设内容与申报书的产能不一致。",
      wanted: "请上传变更后的备案证，或书面说明差异。",
    },
  ],
  [
    {
      ...{ sectionKey: "team", questionKey: "team_stability" },
      reason: "研发总监的竞业限制确认函没有附日期。",
      wanted: "请写明约束的起止时间和解除方式。",
    },
  ],
  [
    {
      ...{ sectionKey: "export_control", questionKey: "countermeasures" },
      reason: "受管制设备只说明了许可进度，没有写明许可被拒时的安排。",
      wanted: "请补充备选机型、切换时间和对爬坡的影响。",
    },
    {
      ...{ sectionKey: "attachments", questionKey: "a22_credit_reports" },
      reason: "信用中国报告的出具日期早于本批次开始时间。",
      wanted: "请上传近一个月内出具的报告。",
    },
  ],
];

/** A manager of funds is asked neither about a team's employers nor about tools. */
const creditDefects: readonly (readonly DemoDefect[])[] = [
  [
    {
      ...{ sectionKey: "attachments", questionKey: "a22_credit_reports" },
      reason: "信用中国报告的出具日期早于本批次开始时间。",
      wanted: "请上传近一个月内出具的报告。",
    },
  ],
];

const onLinesOnly = new Set(["ramp_basis", "emissions", "a08_permits"]);

/** Those lists of which a project asks every question: what is built is asked of lines alone. */
export const defectsFor = (project: string): readonly (readonly DemoDefect[])[] =>
  project === "C5"
    ? defectLists
    : project === "C10"
      ? creditDefects
      : defectLists.filter((list) => !list.some(({ questionKey }) => onLinesOnly.has(questionKey)));

/** Question → what the company writes when it mends the defect. */
export const correctedTexts: Readonly<Record<string, string>> = {
  ramp_basis:
    "良率按晶圆口径统计，取试验线2026年3月至9月连续42个批次共1,008片，剔除设备标定的3个批次；器件级参数合格判据与客户验收标准一致。爬坡各季度的目标以试验线同工序能力指数推算，并按新设备磨合期下调2至3个百分点；首个季度单班运行，第三季度起四班三运转。统计原始记录由质量部保存，可供现场核查，月度数据在投产后三个工作日内报基金办。",
  price_basis:
    "投前估值以市销率法为主、重置成本法为辅。可比项目取近两年完成的四轮同阶段融资，投前估值对上一年度收入的倍数为3.6至5.1，中位数4.3；本公司按下限取值，并扣除未达产的流动性折价15%。重置成本法以试验线设备、洁净室和已授权专利的评估值相加，结果与前者相差8%。两种方法取低值，由辛未示例资产评估有限公司出具报告，基准日为2026年6月30日。",
  emissions:
    "含氟废水经两级除氟（钙盐沉淀加吸附）后与有机废水一并生化处理，氟化物出口浓度控制在8毫克每升以下，排入园区污水处理厂；含砷废水单独收集、单独处理，污泥按危险废物委托有资质的单位处置。酸性废气经碱液喷淋，有机废气经沸石转轮加焚烧，硅烷尾气先经燃烧水洗。排口安装氟化物、pH、流量和挥发性有机物在线监测，与园区平台联网，数据保存五年。",
  team_stability:
    "核心成员平均共事四年以上，均签有无固定期限或五年以上劳动合同。研发总监与原单位的竞业限制自2022年3月1日起，至2024年2月29日止，已经届满；双方于2024年3月5日签署终止确认书，约定不使用原单位职务成果，补偿金已结清，确认书随附件一并提交。员工持股平台持股约15%，分四年归属；五位核心成员均常驻山西，近三年关键岗位没有人员流失。",
  countermeasures:
    "两台离子注入机已于2026年8月提出许可申请，预计2027年一季度有结果。若被拒绝，启用国内备选机型，验证计划自2026年12月起，分三个阶段共六个月，期间高能注入委托省外协作单位加工，产能影响约15%，爬坡顺延一个季度，已在资金计划中留出1,200万元。关键备件和高纯耗材按六个月储备；每季度做一次断供演练，替代机型的验证数据纳入工艺文件。",
};

export interface DemoRefusal {
  code: string;
  note: string;
  text: string;
}

export const refusals: readonly DemoRefusal[] = [
  {
    code: "F07",
    note: "同一建设内容已列入2025年省级技改资金，备案号一致。",
    text: "本项目的建设内容与贵公司2025年已获省级技术改造资金支持的项目相同，依据申报指南第七条，同一内容不重复支持，故不予受理。",
  },
  {
    code: "F05",
    note: "主要产品属限制类目录第二十八项。",
    text: "申报的主要产品列入产业结构调整指导目录限制类，不属于本批次支持范围，故不予受理。贵公司可以就其他产品另行申报。",
  },
];

export const notShortlistedReasons: readonly string[] = [
  "评审总分低于60分，且可行性一项的均分低于3分，会议评审维持专家意见。",
  "会议评审认为项目定位与省内在建项目重合，差异论证不足，本批不予立项。",
];

export const declineReasons: readonly string[] = [
  "近期连续出差，无法按时完成评审。",
  "项目技术方向与本人专业不符。",
];

/** What the committee asks of a line, and of everything else. */
export const conditionTextsFor = (project = "C5"): readonly string[] =>
  ["C4", "C5"].includes(project) ? lineConditions : otherConditions;

const otherConditions: readonly string[] = [
  "一、创始股东和跟投方的出资到位之后，支付第一笔出资；二、首份批量合同或验收报告取得之后，支付第二笔出资；三、每季度报送研发进度、订单和资金使用情况。",
  "一、核心成员的服务期和竞业约定全部签署之后，支付第一笔出资；二、关键里程碑经第三方核验之后，支付第二笔出资；三、在晋人员和投入未达约定的，下一笔出资顺延。",
];

const lineConditions: readonly string[] = [
  "一、两台离子注入机取得进口许可或国内备选机型通过验证之后，支付第二笔出资；二、银行贷款合同签订并首次提款之后，支付第三笔出资；三、每季度报送良率和能耗数据。",
];

export const deferral = {
  code: "D61",
  text: "估值依据和银行贷款的落实情况需要进一步核实。请在三个月内补充可比项目的取值依据和贷款批复，投资委员会收到后复议。",
} as const;

export const rejection = {
  code: "D31",
  text: "投资委员会认为进度和收入假设明显偏乐观，主要风险没有可行的备选方案，以现有条件难以按期达到目标，决定不予投资。",
} as const;

export const notices = [
  {
    daysAgo: 71,
    titleZh: "射频·功率·光电器件生产线专项（2026）开始申报",
    titleEn: "RF, Power and Optoelectronic Production Lines (2026) opens",
    bodyZh:
      "本批次自今日起接受申报，截止时间以批次页所示为准（北京时间，UTC+8）。申报前请先做资格自查，不需要注册。提交之后、截止之前，可以再次提交新的版本，以最后一次提交为准。\n\n拟设立的基金不承诺投资结果，申报不收取任何费用。",
    bodyEn:
      "This call accepts applications from today. It closes at the time shown on its page (Beijing time, UTC+8). Check your eligibility first; no account is needed. After submitting and until the call closes you may submit again: the last version stands.\n\nThe planned fund promises no investment, and applying is free of charge.",
  },
  {
    daysAgo: 38,
    titleZh: "关于补正期限按工作日计算的说明",
    titleEn: "Correction deadlines are counted in working days",
    bodyZh:
      "形式审查需要补正的，基金办一次性告知全部内容，企业在五个工作日内提交，法定节假日和调休不计。每份申报最多补正两次。补正通知发至企业所有人和编辑的邮箱，也可以在申报状态页查看。",
    bodyEn:
      "When the formal check finds defects, the office lists all of them at once and the company answers within five working days, statutory holidays excluded. An application may be corrected twice at most. The letter goes to the company's owners and editors and is shown on the application's status page.",
  },
  {
    daysAgo: 4,
    titleZh: "第一批拟投资项目公示",
    titleEn: "First proposed investments: public notice",
    bodyZh:
      "经专家评审、会议评审、尽职调查和投资委员会审议，现将拟投资项目予以公示，公示期五个工作日。对公示内容有异议的，请在期内实名书面提出，并附具体事实和证据，联系方式见本站联系页。",
    bodyEn:
      "After expert review, panel, due diligence and the investment committee's decision, the proposed investments are published for five working days. Objections must be in writing, under one's own name and with facts and evidence; see the contact page.",
  },
] as const;
