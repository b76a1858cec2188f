import { text } from "./ask.ts";
import type { Pair, Text } from "./programme-types.ts";

export type EligibilityData = {
  key: string;
  question: Text;
  hint?: Text;
  wanted: "yes" | "no";
  code: string;
  explain: Text;
};

/** Without the one paper a call turns on, its formal check cannot be passed (F08). */
const paperGate = (key: string, question: Pair, explain: Pair): EligibilityData => ({
  key,
  question: text(...question),
  wanted: "yes",
  code: "F08",
  explain: text(...explain),
});

/** What only this call asks. A question with the code of a general one takes its place. */
export const ownEligibility: Record<string, EligibilityData[]> = {
  C1: [
    paperGate(
      "has_test_report",
      [
        "有本企业材料的第三方检测报告或客户验证报告吗？",
        "Do you have a third-party test report or a customer’s qualification report on your own material?",
      ],
      [
        "没有报告，缺陷和良率无从核对。请先送检，或请客户出具验证结论。",
        "Without a report, defects and yield cannot be verified. Have the material tested, or ask a customer for its findings.",
      ],
    ),
  ],
  C2: [
    paperGate(
      "has_tapeout",
      [
        "近24个月有流片，并能提供合同、发票和EDA正版证明吗？",
        "Have you taped out within 24 months, with contract, invoice and proof of genuine EDA tools?",
      ],
      [
        "没有流片或没有正版证明，本专题无法受理。请先完成一次流片，或补办授权。",
        "Without a tape-out or proof of licences this call cannot accept you. Tape out first, or obtain the licences.",
      ],
    ),
  ],
  C3: [
    paperGate(
      "has_service_contract",
      [
        "有已履行的设计服务合同，并能提供脱敏样本吗？",
        "Have you delivered under design service contracts, and can you show a redacted sample?",
      ],
      [
        "没有交付记录，本专题无法评审。请先完成一个项目；只有意向的，可以先联系基金办。",
        "Without a record of delivery this call cannot judge you. Complete a project first; with letters of intent only, ask the fund office.",
      ],
    ),
  ],
  C4: [
    paperGate(
      "has_customer_report",
      [
        "产品已送样，并有第三方检测报告或客户验证报告吗？",
        "Have samples been sent, and is there a third-party test or customer qualification report?",
      ],
      [
        "没有送样或没有报告，本专题无法受理。请先送样，并请客户或检测机构出具结论。",
        "Without samples and a report this call cannot accept you. Send samples first, and obtain findings from a customer or a laboratory.",
      ],
    ),
  ],
  C6: [
    paperGate(
      "has_partner_line",
      [
        "装备企业与器件或材料企业之间有联合攻关或验证协议（或意向书）吗？",
        "Is there a co-development or validation agreement, or letter of intent, between an equipment maker and a device or materials maker?",
      ],
      [
        "没有产线参加的装备项目，本专题不受理。请先与产线方商定机时、晶圆和验收指标，形成书面文件。",
        "Without a line this call accepts no tool project. Agree tool time, wafers and acceptance figures with one in writing first.",
      ],
    ),
  ],
  C7: [
    paperGate(
      "has_centre_agreement",
      [
        "龙头企业与本地企业之间有共建协议（或意向书）吗？",
        "Is there an agreement, or letter of intent, between a leading and a local company?",
      ],
      [
        "没有共建协议，投入和知识产权无从核对。请先形成书面文件。",
        "Without it, investment and IP cannot be checked. Put it in writing first.",
      ],
    ),
  ],
  C8: [
    {
      key: "founders_free",
      question: text(
        "没有影响控制权的股权纠纷，核心成员没有在限制期内的竞业约定，知识产权与原单位也无争议吗？",
        "Are there no disputes over control, no non-competes in force on core members, and no claims of former employers on the IP?",
      ),
      wanted: "yes",
      code: "F09",
      explain: text(
        "权属或竞业没有厘清之前难以受理。请先取得原单位的书面确认或放弃。",
        "It is hard to accept an application before both are settled. Obtain written confirmation or a waiver first.",
      ),
    },
  ],
  C9: [
    paperGate(
      "has_source_contract",
      [
        "与院所或高校有转让、许可或作价入股合同（或单位批准文件）吗？",
        "Is there an assignment, licence or contribution contract, or the institute’s approval?",
      ],
      [
        "没有合同或批准，技术来源无从核对。请先与院所签约。",
        "Without it the source of the technology cannot be checked. Sign with the institute first.",
      ],
    ),
  ],
  C10: [
    {
      key: "registered_manager",
      question: text(
        "管理机构是独立法人，已在中国证券投资基金业协会登记，近三年没有重大违法违规吗？",
        "Is the manager an independent legal entity, registered with the Asset Management Association of China, without major violations in three years?",
      ),
      wanted: "yes",
      code: "F01",
      explain: text(
        "未登记的机构不能管理子基金。请先完成登记，或由已登记的管理人申报。",
        "An unregistered body cannot manage a sub-fund. Register first, or let a registered manager apply.",
      ),
    },
    paperGate(
      "has_commitments",
      [
        "已有至少一家出资人的书面承诺函吗？",
        "Do you have a written commitment letter of at least one partner?",
      ],
      [
        "没有任何承诺，募资落实无从评判。请先取得主要出资人的承诺函或决策文件。",
        "Without any commitment, fundraising cannot be judged. Obtain a main partner’s letter or decision first.",
      ],
    ),
  ],
  C11: [
    {
      key: "listing_timetable",
      question: text(
        "已确定目标板块，并有到申报为止的时间表吗？",
        "Have you chosen a board and a timetable up to the application?",
      ),
      wanted: "yes",
      code: "F08",
      explain: text(
        "没有板块和时间表，无法安排辅导协调。请先与中介机构或上市主管部门商定。",
        "Without them nothing can be coordinated. Settle both with your advisers or the authority for listings first.",
      ),
    },
  ],
  C12: [
    {
      key: "major_project",
      question: text(
        "项目不属于限制类、淘汰类产业，总投资在1亿元以上，并有明确的还款来源吗？",
        "Is the project outside the restricted and phased-out industries, with a total investment of RMB 100 million or more and a clear source of repayment?",
      ),
      wanted: "yes",
      code: "F05",
      explain: text(
        "限制类、淘汰类产业不予受理；本专题面向1亿元以上的重大项目。较小的贷款请直接与银行联系，或在其他专题中选“银企对接”。",
        "Restricted and phased-out industries are not accepted, and this call is for projects of RMB 100 million or more. For smaller loans go to a bank directly, or choose bank referral in another call.",
      ),
    },
    paperGate(
      "has_bank_papers",
      [
        "能提供企业征信报告，以及授信、贷款合同或抵押物权属材料吗？",
        "Can you provide the credit report, and credit lines, loan contracts or title to collateral?",
      ],
      [
        "没有这些材料，银行无法开始审查。请先向人民银行征信系统查询，并整理权属证明。",
        "Banks cannot begin without them. Obtain the credit report and gather the titles first.",
      ],
    ),
  ],
};

/** The gates of the formal check put as questions (domain 5.3). The codes are those of the check. */
export const generalEligibility: EligibilityData[] = [
  {
    key: "legal_entity",
    question: text(
      "企业是独立法人，营业执照在有效期内吗？",
      "Is the company an independent legal entity with a valid business licence?",
    ),
    wanted: "yes",
    code: "F01",
    explain: text(
      "只有独立法人可以申报。分公司、个体工商户和筹建中的企业，请由法人主体申报，或在取得营业执照后再申报。",
      "Only an independent legal entity can apply. A branch, sole trader or company in formation should apply through its legal entity, or once the licence is issued.",
    ),
  },
  {
    key: "in_shanxi",
    question: text(
      "企业注册在山西，或已有书面的落地计划吗？",
      "Is the company registered in Shanxi, or does it have a written plan to settle there?",
    ),
    wanted: "yes",
    code: "F02",
    explain: text(
      "省外企业可以申报，但需要书面落地计划：落地主体、地点、时间和投入。请先与拟落地的市或园区形成书面意见。",
      "Companies from elsewhere may apply with a written plan: entity, place, time and resources. Agree it in writing with the city or park first.",
    ),
  },
  {
    key: "dishonest",
    question: text(
      "企业或法定代表人是失信被执行人或严重失信主体吗？",
      "Is the company or its legal representative listed for dishonesty?",
    ),
    hint: text(
      "可在“信用中国”和“中国执行信息公开网”查询。",
      "Check Credit China and the court enforcement information site.",
    ),
    wanted: "no",
    code: "F03",
    explain: text(
      "列入失信名单期间不予受理。履行义务并移出名单后可以申报。",
      "Applications are not accepted while the listing stands. You can apply once it has been lifted.",
    ),
  },
  {
    key: "accidents",
    question: text(
      "近三年发生过重大安全、质量、环境事故或重大违法吗？",
      "Any major safety, quality or environmental accident or major violation in the last three years?",
    ),
    wanted: "no",
    code: "F04",
    explain: text(
      "近三年内有重大事故或重大违法的，不予受理。不确定时，请向属地应急、市场监管、生态环境部门核实。",
      "A major accident or violation within three years excludes an application. If unsure, ask the local emergency, market and environment authorities.",
    ),
  },
  {
    key: "restricted_industry",
    question: text(
      "项目属于限制类、淘汰类产业吗？",
      "Does the project fall into a restricted or phased-out industry?",
    ),
    hint: text(
      "以现行《产业结构调整指导目录》为准。",
      "See the current Guiding Catalogue for Industrial Restructuring.",
    ),
    wanted: "no",
    code: "F05",
    explain: text(
      "基金不得投向限制类、淘汰类产业。",
      "The fund must not invest in restricted or phased-out industries.",
    ),
  },
  {
    key: "duplicate_funding",
    question: text(
      "同一内容已经取得或正在申请其他财政、政府基金支持吗？",
      "Has the same content received, or is it applying for, other fiscal or government-fund support?",
    ),
    wanted: "no",
    code: "F07",
    explain: text(
      "同一内容不重复支持。内容确有区别的，请在申报书中逐项说明。",
      "The same content is not supported twice. If the contents differ, explain item by item in the application.",
    ),
  },
  {
    key: "disputes",
    question: text(
      "有影响控制权的股权纠纷，或核心知识产权纠纷没有解决吗？",
      "Are there unresolved disputes over control of the company or over core intellectual property?",
    ),
    wanted: "no",
    code: "F09",
    explain: text(
      "纠纷解决之前难以受理。请准备裁判文书、和解协议或律师意见。",
      "It is hard to accept an application before they are settled. Have judgments, settlements or counsel’s opinion ready.",
    ),
  },
  {
    key: "guaranteed_return",
    question: text(
      "方案中有保本、固定回报、回购承诺或由基金担保的安排吗？",
      "Does the plan include guaranteed principal, fixed return, a buy-back promise or a guarantee by the fund?",
    ),
    wanted: "no",
    code: "F10",
    explain: text(
      "这些安排属于名股实债或担保，基金不能参与。请改为真实的股权投资。",
      "Such terms are debt disguised as equity, or a guarantee, which the fund cannot take part in. Make it a genuine equity investment.",
    ),
  },
  {
    key: "state_secrets",
    question: text("申报材料会涉及国家秘密吗？", "Would the application contain state secrets?"),
    wanted: "no",
    code: "F11",
    explain: text(
      "涉密内容不得在互联网系统填报。请联系基金办，改走线下涉密渠道。",
      "State secrets must not enter an internet system. Contact the fund office for the offline channel.",
    ),
  },
  {
    key: "overdue_project",
    question: text(
      "以前承担的财政资金项目有逾期未验收或验收不合格的吗？",
      "Is any earlier publicly funded project overdue for acceptance or failed?",
    ),
    wanted: "no",
    code: "F13",
    explain: text("请先完成验收或整改。", "Complete acceptance or remedy first."),
  },
  {
    key: "audit_opinion",
    question: text(
      "最近一年审计报告是否定意见或无法表示意见吗？",
      "Does the latest audit report carry an adverse opinion or a disclaimer?",
    ),
    wanted: "no",
    code: "F14",
    explain: text(
      "否定意见或无法表示意见的，不予受理。保留意见可以申报，请说明保留事项。",
      "An adverse opinion or disclaimer excludes an application. A qualified opinion does not; explain what it concerns.",
    ),
  },
];
