import type { Field } from "./definition.ts";

/** Answers made of several boxes are kept as a list, each part at its place. */
export const compositeParts = {
  address: ["city", "county", "detail"],
  person: ["name", "title", "mobile", "email"],
  money: ["amount", "currency", "cny", "rate_date"],
  amount: ["amount", "currency"],
  foreign_address: ["line1", "line2", "place", "region", "postcode", "country"],
} as const;

export type CompositeType = keyof typeof compositeParts;

/** Money is one box unless other currencies are allowed, an amount unless there is a choice of currencies. */
export function compositeOf(field: Pick<Field, "type">): CompositeType | undefined {
  if (field.type === "address" || field.type === "foreign_address" || field.type === "person")
    return field.type;
  if (field.type === "amount" && "currencies" in field && Array.isArray(field.currencies))
    return field.currencies.length > 1 ? "amount" : undefined;
  return field.type === "money" && "currencies" in field && field.currencies !== undefined
    ? "money"
    : undefined;
}

/** Between the boxes of one answer where they stand in one cell of a spreadsheet. */
export const partsMark = " | ";

/** What the boxes hold, as it is kept: no empty places at the end. */
export function partsAsTyped(values: readonly string[]): string[] {
  const last = values.findLastIndex((value) => value.trim() !== "");
  return values.slice(0, last + 1);
}
