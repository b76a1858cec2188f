import {
  cell,
  computed,
  file,
  form,
  number,
  question,
  ref,
  ruled,
  shown,
  table,
  text,
} from "./definition-parts.ts";

const amount = (key: string, ...currencies: string[]) => question(key, { type: "amount", currencies });

/** Currencies that do not go together, and limits that cannot be kept. */
export const brokenAbroad: [string, unknown, string][] = [
  [
    "a sum of two currencies",
    form([amount("a", "USD"), amount("b", "EUR"), computed("c", { add: [ref("a"), ref("b")] })]),
    "s.c.value:add currencies_mixed one=USD other=EUR",
  ],
  [
    "dollars held against 万元",
    ruled({ holds: { le: [ref("a"), ref("b")] } }, [amount("a", "USD"), number("b", { type: "money" })]),
    "s.rules.r.holds:le currencies_mixed one=USD other=CNY",
  ],
  [
    "two currencies by way of a computed answer and a table",
    form([
      table({ columns: [amount("x", "GBP")] }),
      computed("all", { sum: { of: "rows", value: cell("x") } }),
      amount("a", "USD"),
      shown("b", { gt: [{ multiply: [2, ref("all")] }, ref("a")] }),
    ]),
    "s.b.visibleWhen:gt currencies_mixed one=GBP other=USD",
  ],
  [
    "dollars shown as 万元",
    form([amount("a", "USD"), computed("c", ref("a"), { result: "money" })]),
    "s.c.value currencies_mixed one=CNY other=USD",
  ],
  [
    "a sum with an amount in any of several currencies",
    form([amount("a", "USD", "EUR"), computed("c", { add: [ref("a"), 1] })]),
    "s.c.value:add.0 wrong_kind found=list wanted=number",
  ],
  [
    "the total of a column in two currencies",
    form([table({ columns: [amount("x", "USD", "EUR")], totals: ["x"] })]),
    "s.rows.totals total_not_number name=x",
  ],
  [
    "a sum over a column in two currencies",
    form([
      table({ columns: [amount("x", "USD", "EUR")] }),
      computed("all", { sum: { of: "rows", value: cell("x") } }),
    ]),
    "s.all.value:sum.value wrong_kind found=list wanted=number",
  ],
  [
    "an address in a grid",
    form([table({ columns: [question("x", { type: "address" })] })]),
    "s.rows.x boxes_need_cards",
  ],
  ["a currency there is not", form([amount("a", "XXX")]), "s.a.currencies.0 attribute_wrong"],
  [
    "a scale with three meanings for five steps",
    form([question("a", { type: "scale", from: 1, to: 5, labels: [text("a"), text("b"), text("c")] })]),
    "s.a.labels scale_labels given=3 steps=5",
  ],
  [
    "pages of files that have none",
    form([file("a", { accept: ["pdf", "docx"], maxPages: 3 })]),
    "s.a.maxPages pages_of_pdf_only",
  ],
];
