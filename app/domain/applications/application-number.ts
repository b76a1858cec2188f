/** `SXIC-2026-C5-0001`, given once, at the first submission. */
export const applicationNumber = (year: number, callCode: string, serial: number): string =>
  `SXIC-${year}-${callCode}-${String(serial).padStart(4, "0")}`;

/** `SXIC-2026-C5-0001-02`: a receipt names the version it is for. */
export const receiptNumber = (number: string, version: number): string =>
  `${number}-${String(version).padStart(2, "0")}`;
