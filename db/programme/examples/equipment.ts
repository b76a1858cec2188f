import { rows, wan, type ExampleAnswers } from "./example-types.ts";

/** Tool, type, origin, number, price, model, maker, country, purpose, licence, alternative. */
export type Tool = readonly [
  string,
  string,
  "cn" | "abroad",
  number,
  number,
  string,
  string,
  string,
  string,
  string,
  string,
];

/** 元 to the dollar in the examples. */
const yuanPerDollar = 7.1;

/** 万元 as dollars, to the thousand, as people write them. */
const dollars = (price: number): string =>
  (Math.round((price * 10) / yuanPerDollar) * 1000).toLocaleString("en-US");

/** Prices are in 万元 and follow the scale; what comes from abroad takes a quarter longer. */
export const toolRows = (tools: readonly Tool[], scale = 1): ExampleAnswers["equipment"] =>
  rows(
    [
      "tool_name",
      "tool_type",
      "origin",
      "quantity",
      "unit_price",
      "model",
      "maker",
      "country",
      "quoted_price",
      "purpose",
      "condition",
      "delivery",
      "export_licence",
      "domestic_alternative",
    ],
    tools.map(
      ([name, type, origin, quantity, price, model, maker, country, purpose, licence, alternative]) => [
        name,
        type,
        origin,
        String(quantity),
        wan(Math.round(price * scale)),
        model,
        maker,
        country,
        origin === "cn" ? [] : [dollars(price * scale), "USD"],
        purpose,
        "new",
        origin === "cn" ? "2027-10" : "2028-01",
        licence,
        alternative,
      ],
    ),
  );
