/** `SXIC-2026-C5-0001`, given once, at the first submission. */
export const applicationNumber = (year: number, callCode: string, serial: number): string =>
  `SXIC-${year}-${callCode}-${String(serial).padStart(4, "0")}`;

/** `TEST-SXIC-2026-C5-0001`: whoever sees it sees what it is. */
export const testNumber = (year: number, callCode: string, serial: number): string =>
  `TEST-${applicationNumber(year, callCode, serial)}`;

export const isTestNumber = (number: string | null): boolean => number?.startsWith("TEST-") ?? false;

/** `SXIC-2026-C5-0001-02`: a receipt names the version it is for. */
export const receiptNumber = (number: string, version: number): string =>
  `${number}-${String(version).padStart(2, "0")}`;
