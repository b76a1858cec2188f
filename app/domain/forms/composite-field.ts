import type { Field } from "./definition.ts";

/** Answers made of several boxes are kept as a list, each part at its place. */
export const compositeParts = {
  address: ["city", "county", "detail"],
  person: ["name", "title", "mobile", "email"],
  money: ["amount", "currency", "cny", "rate_date"],
} as const;

export type CompositeType = keyof typeof compositeParts;

/** Money is one box unless other currencies are allowed. */
export function compositeOf(field: Pick<Field, "type">): CompositeType | undefined {
  if (field.type === "address" || field.type === "person") return field.type;
  return field.type === "money" && "currencies" in field && field.currencies !== undefined
    ? "money"
    : undefined;
}

/** What the boxes hold, as it is kept: no empty places at the end. */
export function partsAsTyped(values: readonly string[]): string[] {
  const last = values.findLastIndex((value) => value.trim() !== "");
  return values.slice(0, last + 1);
}
