export const batchSize = 1_000;

/**
 * Rows of a long list, a batch at a time and each batch a statement of its own: no export keeps a connection
 * while a slow reader downloads, and none has to fit into memory.
 */
export async function* keysetBatches<Row>(
  fetch: (last: Row | undefined, limit: number) => Promise<Row[]>,
): AsyncGenerator<Row, void, void> {
  let last: Row | undefined;
  for (;;) {
    const rows = await fetch(last, batchSize);
    yield* rows;
    if (rows.length < batchSize) return;
    last = rows.at(-1);
  }
}
