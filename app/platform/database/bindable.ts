/** better-sqlite3 refuses what PostgreSQL would quietly convert; both must refuse the same. */
export function assertBindable(parameters: readonly unknown[], sql: string): void {
  for (const [index, value] of parameters.entries()) {
    if (value === null || typeof value === "string" || typeof value === "number" || Buffer.isBuffer(value))
      continue;
    const kind = value instanceof Date ? "Date" : typeof value;
    throw new TypeError(`Parameter ${index + 1} is a ${kind}; use text, a number or null. In: ${sql}`);
  }
}
