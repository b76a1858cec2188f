import { hasRevenueIn } from "../sections/finance.ts";

/** Three completed years before the calls open in 2026. */
export const years = [2023, 2024, 2025];
export const planYears = [2026, 2027, 2028, 2029, 2030];
export const hasRevenue = hasRevenueIn(years);
