import { ask, options, text } from "../ask.ts";
import type { Condition, Horizon, Pair, SectionData } from "../programme-types.ts";

const salesModes = options([
  ["direct", "直销", "Direct"],
  ["distributor", "经销", "Distributors"],
  ["design_in", "与整机企业联合设计", "Design-in with system makers"],
  ["foundry", "代工", "Foundry"],
]);

const shareInTheEnd: Record<Horizon, Pair> = {
  full_capacity: ["达产后的目标份额", "Target share at full capacity"],
  fifth_year: ["第五年的目标份额", "Target share in the fifth year"],
};

type Market = {
  years: readonly number[];
  /** Whether customers must be named. */
  hasRevenue: Condition;
  horizon?: Horizon;
  /** Whether suppliers must be named: makers live by theirs, designers may not (domain H). */
  suppliers?: boolean;
};

/** Domain H. */
export const market = ({
  years,
  hasRevenue,
  horizon = "full_capacity",
  suppliers = true,
}: Market): SectionData => {
  const yearOptions = options(years.map((year) => [String(year), `${year}年`, String(year)]));
  return {
    key: "market",
    title: text("市场与客户", "Market and customers"),
    notes: [
      text(
        "客户和供应商名称可以写代号，如“客户甲（新能源汽车）”。",
        "Customers and suppliers may be given as “Customer A (vehicles)”.",
      ),
      text("市场数据写明年份和来源。", "Give the year and the source of market figures."),
    ],
    groups: [
      {
        key: "size",
        title: text("规模与份额", "Size and share"),
        questions: [
          ask.shortText("target_market", ["目标市场", "Target market"], {
            max: 80,
            example: [
              "国内新能源汽车主驱逆变器用碳化硅MOSFET",
              "SiC MOSFETs for traction inverters in China",
            ],
          }),
          ask.integer("market_year", ["市场规模的年份", "Year of the market figure"], {
            min: 2020,
            max: 2040,
          }),
          ask.decimal("market_size", ["市场规模", "Market size"], {
            min: 0,
            max: 1_000_000,
            places: 2,
            unit: text("亿元", "RMB 100 million"),
          }),
          ask.shortText("market_source", ["数据来源", "Source of the figure"], { max: 120 }),
          ask.percent("market_share_now", ["现有市场份额", "Share today"], { places: 2 }),
          ask.percent("market_share_target", shareInTheEnd[horizon], { places: 2 }),
        ],
      },
      {
        key: "competition",
        title: text("竞争", "Competition"),
        questions: [
          ask.table("competitors", ["主要竞争对手", "Main competitors"], {
            rowName: ["竞争对手", "competitor"],
            addLabel: ["添加一家", "Add a competitor"],
            minRows: 2,
            maxRows: 20,
            columns: [
              ask.shortText("competitor", ["企业", "Company"], { min: 2, max: 80, width: "md" }),
              ask.shortText("country", ["国家或地区", "Country or region"], { max: 40, width: "sm" }),
              ask.shortText("product", ["产品和水平", "Product and level"], { max: 120, width: "lg" }),
              ask.percent("share", ["市场份额", "Share"], { places: 1, required: false, width: "xs" }),
              ask.shortText("difference", ["与本项目的差别", "How this project differs"], {
                max: 120,
                secondary: true,
              }),
            ],
          }),
          ask.longText("competitiveness", ["竞争力", "Competitiveness"], {
            min: 300,
            max: 1500,
            rows: 8,
            help: [
              "300–1500字。成本、性能、交付、客户粘性，和谁比、凭什么。",
              "900–4,500 characters. Cost, performance, delivery and customer ties: against whom, and on what evidence.",
            ],
          }),
        ],
      },
      {
        key: "customers",
        title: text("客户与供应商", "Customers and suppliers"),
        questions: [
          ask.table("customers", ["近三年前五大客户", "Top five customers of the last three years"], {
            required: hasRevenue,
            help: ["有营业收入的必填。每年最多5行。", "Required if there is revenue. Up to 5 rows a year."],
            rowName: ["客户", "customer"],
            addLabel: ["添加一位客户", "Add a customer"],
            maxRows: 15,
            columns: [
              ask.choice("year", ["年度", "Year"], yearOptions, { display: "select", width: "sm" }),
              ask.shortText("customer", ["客户", "Customer"], { min: 2, max: 80, width: "lg" }),
              ask.shortText("product", ["产品", "Product"], { max: 60, width: "md" }),
              ask.percent("revenue_share", ["占收入", "Of revenue"], {
                short: ["占收入比例", "Of revenue"],
                places: 2,
                width: "xs",
              }),
              ask.yesNo("contract", ["有合同", "Contract"], { width: "xs" }),
            ],
          }),
          ask.table("suppliers", ["前五大供应商", "Top five suppliers"], {
            help: ["写明关键材料和零部件的来源国家或地区。", "Show where key materials and parts come from."],
            rowName: ["供应商", "supplier"],
            addLabel: ["添加一家供应商", "Add a supplier"],
            ...(suppliers ? { minRows: 1 } : { required: false }),
            maxRows: 15,
            columns: [
              ask.shortText("supplier", ["供应商", "Supplier"], { min: 2, max: 80, width: "lg" }),
              ask.shortText("goods", ["供应内容", "What it supplies"], { max: 60, width: "md" }),
              ask.shortText("country", ["国家或地区", "Country or region"], { max: 40, width: "sm" }),
              ask.percent("purchase_share", ["占采购", "Of purchases"], {
                short: ["占采购比例", "Of purchases"],
                places: 2,
                width: "xs",
                required: false,
              }),
            ],
          }),
        ],
      },
      {
        key: "orders",
        title: text("订单与销售", "Orders and sales"),
        questions: [
          ask.money("orders_in_hand", ["在手订单", "Orders in hand"], {
            help: ["没有的填0。", "Give 0 if none."],
          }),
          ask.integer("letters_of_intent", ["意向书或定点通知", "Letters of intent or nominations"], {
            min: 0,
            max: 1000,
            unit: text("份", "letters"),
          }),
          ask.percent("export_share", ["出口收入占比", "Share of exports in revenue"], { places: 2 }),
          ask.multiChoice("sales_modes", ["销售方式", "How it sells"], salesModes, { min: 1 }),
          ask.longText("price_plan", ["价格和销售计划", "Prices and sales plan"], {
            min: 50,
            max: 600,
            rows: 4,
            help: [
              "50–600字。分产品的均价走势、三年销量和毛利假设。",
              "150–1,800 characters. Price trend by product, three years of volumes, and margin assumptions.",
            ],
          }),
          ask.longText("market_narrative", ["市场分析", "Market analysis"], {
            min: 300,
            max: 2000,
            rows: 10,
            help: [
              "300–2000字。需求、供给、价格、替代技术、客户导入进度和不确定性。",
              "900–6,000 characters. Demand, supply, prices, rival technologies, progress with customers, and what is uncertain.",
            ],
          }),
        ],
      },
    ],
    rules: [
      {
        key: "share_grows",
        level: "warning",
        at: ["market_share_target"],
        holds: { ge: [{ ref: "market_share_target" }, { ref: "market_share_now" }] },
        message: text("目标份额低于现有份额。请核对。", "The target share is below today’s. Check both."),
      },
      ...years.map((year) => {
        const sum = {
          sum: {
            of: "customers",
            value: { cell: "revenue_share" },
            where: { eq: [{ cell: "year" }, String(year)] },
          },
        };
        return {
          key: `customers_${year}`,
          level: "error" as const,
          at: ["customers/revenue_share"],
          holds: { le: [sum, 100] },
          params: { sum: { value: sum, as: "percent" } },
          message: text(
            `${year}年各客户占收入合计{sum}，超过100%。`,
            `Customers of ${year} add up to {sum} of revenue, above 100%.`,
          ),
        };
      }),
    ],
  };
};
