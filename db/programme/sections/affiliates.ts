import { ask, options, text } from "../ask.ts";
import type { SectionData } from "../programme-types.ts";
import { avoidance } from "./avoidance.ts";
import { when } from "../when.ts";

const affiliateKinds = options([
  ["controlled", "控股子公司", "Controlled company"],
  ["holding", "参股公司", "Shareholding"],
  ["parent", "控股股东或其控制的企业", "Controlling shareholder or its companies"],
  ["key_person", "董监高控制或任职的企业", "Company of a director or executive"],
  ["other", "其他关联方", "Other related party"],
]);

const dealKinds = options([
  ["purchase", "采购", "Purchase"],
  ["sale", "销售", "Sale"],
  ["loan", "资金往来", "Loan or advance"],
  ["guarantee", "担保", "Guarantee"],
  ["lease", "租赁", "Lease"],
  ["licence", "知识产权许可或转让", "IP licence or transfer"],
  ["other", "其他", "Other"],
]);

/** Domain D, and the avoidance an applicant may ask for (domain 2.6). */
export const affiliates = ({ years }: { years: readonly number[] }): SectionData => ({
  key: "affiliates",
  title: text("关联方与同业竞争", "Affiliates and competing business"),
  groups: [
    {
      key: "affiliates",
      questions: [
        ask.yesNo(
          "has_affiliates",
          [
            "企业有控股、参股公司或其他关联方吗？",
            "Does the company have subsidiaries, shareholdings or other related parties?",
          ],
          {
            short: ["关联方", "Related parties"],
          },
        ),
        ask.table("affiliates", ["关联方", "Related parties"], {
          visibleWhen: when.yes("has_affiliates"),
          rowName: ["关联方", "related party"],
          addLabel: ["添加一个关联方", "Add a related party"],
          maxRows: 50,
          columns: [
            ask.shortText("party_name", ["名称", "Name"], { min: 2, max: 80, width: "lg" }),
            ask.choice("relation", ["关系", "Relation"], affiliateKinds, { display: "select" }),
            ask.percent("ratio", ["持股", "Share"], { places: 4, required: false, width: "xs" }),
            ask.uscc("party_uscc", ["统一社会信用代码", "USCC"], {
              required: false,
              secondary: true,
              licenceIn: "holder_licences",
            }),
            ask.shortText("party_business", ["主营业务", "Main business"], { max: 60, secondary: true }),
          ],
        }),
      ],
    },
    {
      key: "transactions",
      title: text("关联交易", "Related-party transactions"),
      questions: [
        ask.yesNo(
          "has_related_transactions",
          ["近三年与关联方有交易吗？", "Any transactions with related parties in the last three years?"],
          {
            short: ["关联交易", "Related-party transactions"],
          },
        ),
        ask.table("related_transactions", ["近三年关联交易", "Transactions of the last three years"], {
          visibleWhen: when.yes("has_related_transactions"),
          rowName: ["交易", "transaction"],
          addLabel: ["添加一笔交易", "Add a transaction"],
          maxRows: 100,
          totals: ["amount"],
          columns: [
            ask.shortText("party_name", ["对方", "Counterparty"], { min: 2, max: 80, width: "lg" }),
            ask.choice("kind", ["类型", "Type"], dealKinds, { display: "select", width: "sm" }),
            ask.choice(
              "year",
              ["年度", "Year"],
              options(years.map((year) => [String(year), `${year}年`, String(year)])),
              {
                display: "select",
                width: "xs",
              },
            ),
            ask.money("amount", ["金额", "Amount"], { width: "sm" }),
            ask.uscc("party_uscc", ["统一社会信用代码", "USCC"], {
              required: false,
              secondary: true,
              licenceIn: "holder_licences",
            }),
            ask.shortText("pricing", ["定价依据", "How it was priced"], {
              max: 60,
              required: false,
              secondary: true,
            }),
          ],
        }),
      ],
    },
    {
      key: "competition",
      title: text("同业竞争与独立性", "Competition and independence"),
      questions: [
        ask.yesNo(
          "competing_business",
          [
            "控股股东、实际控制人是否经营同类业务？",
            "Does the controlling shareholder or controller run a competing business?",
          ],
          {
            short: ["同业竞争", "Competing business"],
          },
        ),
        ask.longText(
          "competing_business_text",
          ["请说明同业竞争情况和解决安排", "Explain the competition and how it will be settled"],
          {
            short: ["同业竞争说明", "Competing business, explained"],
            min: 20,
            max: 500,
            rows: 4,
            visibleWhen: when.yes("competing_business"),
          },
        ),
        ask.yesNo(
          "fund_occupation",
          [
            "控股股东或关联方是否占用企业资金，或由企业为其担保？",
            "Do the controlling shareholder or related parties hold company funds, or does the company guarantee for them?",
          ],
          {
            short: ["资金占用与担保", "Funds held and guarantees"],
          },
        ),
        ask.longText(
          "fund_occupation_text",
          ["请说明金额、原因和清理时间", "Amount, reason and when it will be cleared"],
          {
            short: ["资金占用与担保说明", "Funds held and guarantees, explained"],
            min: 20,
            max: 500,
            rows: 4,
            visibleWhen: when.yes("fund_occupation"),
          },
        ),
        ask.longText(
          "independence",
          ["业务、人员、资产、财务的独立性", "Independence in business, staff, assets and accounts"],
          {
            short: ["独立性", "Independence"],
            min: 30,
            max: 500,
            rows: 4,
            help: [
              "30–500字。对关联方有依赖的，说明程度和措施。",
              "90–1,500 characters. Where there is dependence, say how much and what is done.",
            ],
          },
        ),
      ],
    },
    avoidance,
  ],
});
