/** Of a row that a person adds to a table. */
export const newRowId = (): string => `r${crypto.randomUUID().replaceAll("-", "").slice(0, 10)}`;
