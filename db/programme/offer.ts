import { options } from "./ask.ts";
import type { Condition, OptionData } from "./programme-types.ts";

const words = {
  direct_equity: ["直接投资", "Direct equity"],
  sub_fund: ["子基金投资", "Investment through a sub-fund"],
  listing: ["上市培育", "Listing support"],
  bank: ["银企对接", "Bank referral"],
} as const;

type Instrument = keyof typeof words;

/**
 * The instruments of a call, and when an applicant asks for money in return for shares or for a loan. A call that
 * does not offer one has no condition for it, so that its form leaves the questions out altogether.
 */
export type Offer = { instruments: OptionData[]; equity?: Condition; loan?: Condition };

export function offer(...codes: Instrument[]): Offer {
  const shares = codes.filter((code) => code === "direct_equity" || code === "sub_fund");
  const instrument = { ref: "instrument" };
  return {
    instruments: options(codes.map((code) => [code, ...words[code]])),
    ...(shares.length > 0 && {
      equity: shares.length === 1 ? { includes: [instrument, shares[0]] } : { in: [instrument, shares] },
    }),
    ...(codes.includes("bank") && { loan: { includes: [instrument, "bank"] } }),
  };
}
