import { rows, wan, type ExampleAnswers } from "./example-types.ts";

const planYears = ["y2026", "y2027", "y2028", "y2029", "y2030"];

/** What a project of full scale spends each year, and where the money comes from besides the bank. */
export type MoneyShape = {
  uses: Record<string, readonly number[]>;
  sources: { own: number; shareholders: number; thisFund: number; coInvestor: number };
};

const lineShape: MoneyShape = {
  uses: {
    land: [1800, 0, 0, 0, 0],
    plant: [1200, 9800, 3000, 0, 0],
    equipment: [0, 18000, 23420, 10000, 0],
    installation: [0, 600, 1000, 400, 0],
    rnd: [0, 1200, 1400, 1000, 0],
    mask: [0, 0, 380, 200, 0],
    eda_ip: [0, 300, 0, 0, 0],
    staff: [0, 900, 1500, 1600, 0],
    working_capital: [0, 0, 0, 3000, 5000],
    other: [0, 0, 300, 0, 0],
  },
  sources: { own: 22000, shareholders: 14000, thisFund: 12000, coInvestor: 4000 },
};

export type ProjectMoney = {
  scale: number;
  total: number;
  requested: number;
  round: number;
  preMoney: number;
  bank: number;
  own: number;
  shareholders: number;
  coInvestor: number;
  uses: Record<string, number[]>;
};

/** Every figure follows from the scale; the bank loan takes up the rounding, so that the sums always meet. */
export function projectMoney(
  scale: number,
  preMoneyPerTotal = 48000 / 86000,
  shape: MoneyShape = lineShape,
): ProjectMoney {
  const scaled = (amount: number) => Math.round(amount * scale);
  const uses = Object.fromEntries(Object.entries(shape.uses).map(([use, years]) => [use, years.map(scaled)]));
  const total = Object.values(uses)
    .flat()
    .reduce((sum, amount) => sum + amount, 0);
  const { own, shareholders, thisFund, coInvestor } = shape.sources;
  const parts = { own: scaled(own), shareholders: scaled(shareholders), coInvestor: scaled(coInvestor) };
  const requested = scaled(thisFund);
  return {
    scale,
    total,
    uses,
    ...parts,
    requested,
    round: requested + parts.coInvestor,
    preMoney: Math.round((total * preMoneyPerTotal) / 100) * 100,
    bank: total - parts.own - parts.shareholders - requested - parts.coInvestor,
  };
}

export function moneyAnswers(money: ProjectMoney): ExampleAnswers {
  return {
    total_investment: wan(money.total),
    uses: Object.entries(money.uses).map(([id, years]) => ({
      id,
      cells: Object.fromEntries(
        years.map((amount, index) => [planYears[index] ?? "", amount === 0 ? "" : wan(amount)]),
      ),
    })),
    sources: rows(
      ["kind", "provider", "status", "amount"],
      [
        ["own", "企业自有资金", "in_place", wan(money.own)],
        ["shareholders", "现有股东同比例增资", "committed", wan(money.shareholders)],
        ["this_fund", "本基金", "committed", wan(money.requested)],
        ["other_funds", "庚午产业投资合伙企业（有限合伙）", "committed", wan(money.coInvestor)],
        ["bank", "戊辰银行太原分行", "committed", wan(money.bank)],
      ],
    ),
    amount_requested: wan(money.requested),
    round: "b",
    pre_money: wan(money.preMoney),
    round_amount: wan(money.round),
    post_money: wan(money.preMoney + money.round),
    other_investors: rows(
      ["investor", "amount", "status", "lead"],
      [["庚午产业投资合伙企业（有限合伙）", wan(money.coInvestor), "committed", "yes"]],
    ),
    raised_before: "yes",
    funding_history: rows(
      ["closed_on", "past_round", "amount", "valuation", "investors"],
      [
        [
          "2021-09",
          "angel",
          wan(Math.round(1200 * money.scale)),
          wan(Math.round(9000 * money.scale)),
          "乙丑创业投资",
        ],
        [
          "2024-03",
          "a",
          wan(Math.round(5000 * money.scale)),
          wan(Math.round(33000 * money.scale)),
          "丁卯产业投资基金",
        ],
      ],
    ),
    received_public_money: "yes",
    public_money: rows(
      ["source", "programme", "amount", "granted_on", "same_content", "outcome"],
      [["provincial", "省重点研发计划（一般项目）", wan(300), "2024-06", "no", "2025年12月通过验收"]],
    ),
  };
}

/** Name, start, end, deliverable, indicator, share of the money, linked to a tranche. */
export type Step = readonly [string, string, string, string, string, number, "yes" | "no"];

/** Milestones that spend the whole of it: the last one what the others leave. */
export function milestoneRows(money: ProjectMoney, steps: readonly Step[]): ExampleAnswers["milestones"] {
  const amounts = steps.map(([, , , , , share]) => Math.round(money.total * share));
  const before = amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0);
  return rows(
    ["milestone", "start", "end", "deliverable", "indicator", "investment", "tranche"],
    steps.map(([name, start, end, deliverable, indicator, , tranche], index) => [
      name,
      start,
      end,
      deliverable,
      indicator,
      wan(index === steps.length - 1 ? money.total - before : (amounts[index] ?? 0)),
      tranche,
    ]),
  );
}

const yearly = [
  { id: "2023", revenue: 3200, assets: 15800, liabilities: 5200, net: -420 },
  { id: "2024", revenue: 6800, assets: 18900, liabilities: 6900, net: 180 },
  { id: "2025", revenue: 11200, assets: 24600, liabilities: 10100, net: 960 },
  { id: "latest", revenue: 10400, assets: 26300, liabilities: 11000, net: 880 },
];

/**
 * Accounts in proportion to the project; each year's two sides are equal by construction. `part` is the share of the
 * IC-related revenue that a call asks for by itself.
 */
export function statementRows(
  scale: number,
  part?: { key: string; share: number },
): ExampleAnswers["statements"] {
  const of = (amount: number) => Math.round(amount * scale);
  return yearly.map(({ id, revenue, assets, liabilities, net }) => ({
    id,
    cells: {
      revenue: wan(of(revenue)),
      ic_revenue: wan(of(revenue * 0.94)),
      ...(part ? { [part.key]: wan(of(revenue * 0.94 * part.share)) } : {}),
      rd_expense: wan(of(revenue * 0.14)),
      gross_profit: wan(of(revenue * 0.27)),
      net_profit: wan(of(net)),
      net_profit_recurring: wan(of(net - 150)),
      total_assets: wan(of(assets)),
      total_liabilities: wan(of(liabilities)),
      net_assets: wan(of(assets) - of(liabilities)),
      cash: wan(of(assets * 0.18)),
      operating_cash_flow: wan(of(net + 300)),
      interest_bearing_debt: wan(of(liabilities * 0.45)),
      tax_paid: wan(of(revenue * 0.05)),
      government_grants: wan(of(210)),
      depreciation: wan(of(assets * 0.06)),
      audited: id === "latest" ? "no" : "yes",
      ...(id === "latest"
        ? {}
        : { audit_firm: "辛未会计师事务所（特殊普通合伙）", audit_opinion: "unqualified" }),
    },
  }));
}
