import { ask, options, text } from "../ask.ts";
import type { Offer } from "../offer.ts";
import type { GroupData, Pair, QuestionData, SectionData } from "../programme-types.ts";
import { applicantForm, companyRules, registeredOutside } from "./company-rules.ts";

const entityTypes = options([
  ["limited", "有限责任公司", "Limited liability company"],
  ["joint_stock", "股份有限公司", "Joint stock company"],
  ["partnership", "有限合伙企业", "Limited partnership"],
  ["foreign_invested", "外商投资企业", "Foreign-invested enterprise"],
  ["other", "其他", "Other"],
]);

const ownershipNatures = options([
  ["state_controlled", "国有控股", "State-controlled"],
  ["private", "民营", "Private"],
  ["foreign", "外资", "Foreign"],
  ["mixed", "混合所有制", "Mixed ownership"],
  ["hmt", "港澳台资", "Hong Kong, Macau or Taiwan"],
]);

const qualificationList = options([
  ["high_tech", "高新技术企业", "High-tech enterprise"],
  ["tech_sme", "科技型中小企业", "Technology SME"],
  ["srdi", "专精特新中小企业", "SRDI small or medium enterprise"],
  ["srdi_giant", "专精特新“小巨人”企业", "SRDI “little giant”"],
  ["encouraged_ic", "国家鼓励的集成电路企业", "State-encouraged IC enterprise"],
  ["chain_leader", "链主（链核）企业", "Chain leader"],
  ["first_unit", "首台（套）认定", "First-unit recognition"],
  ["military", "军工资质（仅勾选，不写内容）", "Defence qualification (tick only, no details)"],
]);

const creditChecks = options([
  ["credit_china", "“信用中国”网站", "Credit China"],
  ["gsxt", "国家企业信用信息公示系统", "National Enterprise Credit Information Publicity System"],
  ["judgments", "中国裁判文书网", "China Judgements Online"],
  ["enforcement", "中国执行信息公开网", "China Enforcement Information Online"],
]);

const fromProfile = (question: QuestionData): QuestionData => ({ ...question, carryOver: question.key });

const headcount = (key: string, label: Pair, short: Pair): QuestionData =>
  ask.integer(key, label, { min: 0, max: 500_000, unit: text("人", "people"), short });

/** Asked anew with every application. */
const settlingAndCredit: GroupData = {
  key: "application_only",
  title: text("落地与信用", "Settling and credit"),
  questions: [
    ask.longText("landing_plan", ["在山西落地的书面计划", "Written plan to settle in Shanxi"], {
      min: 50,
      max: 800,
      rows: 5,
      visibleWhen: registeredOutside,
      help: [
        "注册在省外的须填：落地主体、时间、人员、投资和纳税安排。",
        "For companies registered elsewhere: the entity that settles, when, people, investment and taxes.",
      ],
    }),
    ask.multiChoice("credit_selfcheck", ["已自查的信用记录", "Credit records checked"], creditChecks, {
      min: 4,
      help: [
        "四处都要查询企业和法定代表人，查询结果在“附件”中上传。",
        "Look up the company and its legal representative in all four; upload the results under Attachments.",
      ],
    }),
  ],
};

/** Domain B. The answers come from the company profile, which is this section without a call's offer. */
export const company = (offer?: Offer): SectionData => ({
  key: "company",
  title: text("企业基本信息", "Company profile"),
  notes: [
    text("名称、代码和日期与营业执照一致。", "Name, code and dates as on the business licence."),
    text("现阶段不收集任何人的身份证号。", "No ID numbers are collected at this stage."),
  ],
  groups: [
    {
      key: "identity",
      title: text("名称与登记", "Name and registration"),
      questions: [
        ask.shortText("name_zh", ["企业名称", "Company name in Chinese"], {
          min: 4,
          max: 80,
          language: "zh",
          public: true,
        }),
        ask.shortText("name_en", ["企业英文名称", "Company name in English"], {
          max: 50,
          enMax: 150,
          language: "en",
          required: false,
          public: true,
          pairOf: "name_zh",
        }),
        ask.uscc("uscc", ["统一社会信用代码", "Unified social credit code (USCC)"], {
          startsWith: ["91"],
          public: true,
          help: ["18位，与营业执照一致。", "18 characters, as on the licence."],
        }),
        ask.choice("entity_type", ["企业类型", "Legal form"], entityTypes, { display: "radio" }),
        ask.choice("ownership_nature", ["所有制性质", "Nature of ownership"], ownershipNatures, {
          display: "radio",
        }),
        ask.date("established_on", ["成立日期", "Date of establishment"], { notAfter: "today" }),
        ask.url("website", ["网址", "Website"], {
          required: false,
          example: ["https://www.example.com", "https://www.example.com"],
        }),
      ].map(fromProfile),
    },
    {
      key: "people",
      title: text("法定代表人与联系人", "Legal representative and contact"),
      questions: [
        ask.shortText("legal_rep_name", ["法定代表人", "Legal representative"], { min: 2, max: 40 }),
        ask.mobile("legal_rep_mobile", ["法定代表人手机", "Legal representative’s mobile"]),
        ask.person("contact", ["申报联系人", "Contact for this application"], {
          short: ["联系人", "Contact"],
          contact: "both",
          help: ["对材料有疑问时，基金办找这个人。", "Whom the fund office asks about the papers."],
        }),
      ].map(fromProfile),
    },
    {
      key: "addresses",
      title: text("地址", "Addresses"),
      questions: [
        ask.address("reg_address", ["注册地址", "Registered address"], {
          help: ["与营业执照一致，可以在省外。", "As on the licence; it may be outside Shanxi."],
        }),
        ask.address("office_address", ["办公地址", "Office address"]),
        ask.postcode("postcode", ["邮编", "Postcode"]),
      ].map(fromProfile),
    },
    {
      key: "business",
      title: text("业务与资质", "Business and qualifications"),
      questions: [
        ask.longText("business_scope", ["经营范围", "Business scope"], {
          max: 2000,
          rows: 4,
          help: ["按营业执照填写。", "As on the business licence."],
        }),
        ask.longText("main_business", ["主营业务", "Main business"], {
          min: 50,
          max: 500,
          rows: 5,
          help: [
            "50–500字。主要产品、客户类型、在产业链中的位置。",
            "150–1,500 characters. Main products, kinds of customers, place in the chain.",
          ],
        }),
        ask.multiChoice("qualifications", ["已有资质", "Qualifications held"], qualificationList, {
          required: false,
        }),
        ask.table("qualification_certificates", ["资质证书", "Certificates"], {
          required: false,
          visibleWhen: { answered: { ref: "qualifications" } },
          rowName: ["证书", "certificate"],
          addLabel: ["添加一份证书", "Add a certificate"],
          maxRows: 12,
          columns: [
            ask.choice(
              "qualification",
              ["资质", "Qualification"],
              qualificationList.filter(({ code }) => code !== "military"),
              {
                display: "select",
                width: "md",
              },
            ),
            ask.shortText("certificate_no", ["证书编号", "Certificate no."], { max: 60 }),
            ask.date("expires_on", ["有效期至", "Valid until"], {
              short: ["有效期", "Valid until"],
              required: false,
              width: "sm",
            }),
          ],
        }),
      ].map(fromProfile),
    },
    {
      key: "employees",
      title: text("职工人数", "Employees"),
      help: text(
        "按最近一个月末的在册人数。学历按“及以上”累计。",
        "On the payroll at the end of the latest month. Degrees count upwards.",
      ),
      questions: [
        headcount("employees_total", ["总人数", "Total"], ["职工总人数", "Employees in all"]),
        headcount("employees_rd", ["研发人员", "In R&D"], ["研发人员数", "R&D staff"]),
        headcount(
          "employees_college",
          ["大专及以上", "Junior college or above"],
          ["大专及以上人数", "Staff with junior college or above"],
        ),
        headcount(
          "employees_bachelor",
          ["本科及以上", "Bachelor’s or above"],
          ["本科及以上人数", "Staff with a bachelor’s or above"],
        ),
        headcount(
          "employees_master",
          ["硕士及以上", "Master’s or above"],
          ["硕士及以上人数", "Staff with a master’s or above"],
        ),
        headcount("employees_doctor", ["博士", "Doctorate"], ["博士人数", "Staff with a doctorate"]),
        headcount(
          "employees_shanxi",
          ["在山西工作", "Based in Shanxi"],
          ["在山西工作的人数", "Staff based in Shanxi"],
        ),
      ].map(fromProfile),
    },
    ...(offer ? [settlingAndCredit] : []),
  ],
  rules: offer?.instruments.some(({ code }) => code === "direct_equity")
    ? [...companyRules, applicantForm]
    : companyRules,
});
