import { on } from "node:events";
import { ReadableStream } from "node:stream/web";
import { Worker } from "node:worker_threads";
import { concurrencyGate } from "../concurrency-gate.ts";
import { neutraliseCell } from "./neutralise-cell.ts";
import { beijingWallClock, inBatches, type Cell, type ColumnFormat, type Sheet } from "./sheet.ts";
// As text, so that every build carries the worker inside itself and no file has to be found at run time.
// oxlint-disable-next-line import/default -- the bundler, not the file, gives a ?raw import its default export
import workerSource from "./xlsx-worker.mjs?raw";

type WorkerCell = string | number | Date | null;
type WorkerMessage = { chunk: Uint8Array } | { ready: true } | { done: true };

const rowsPerBatch = 500;
const longestText = 32_767;

// Each worker holds some 100 MB; further exports wait their turn.
const gate = concurrencyGate(2);

/** A workbook that leaves as it is written. Cancelling the stream ends the worker and the rows at their source. */
export const writeXlsx = (sheets: readonly Sheet[]): ReadableStream<Uint8Array> =>
  ReadableStream.from(xlsxChunks(sheets));

async function* xlsxChunks(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array, void, void> {
  const leave = await gate.enter();
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(workerSource)}`), {
    workerData: { packagesFrom: import.meta.url },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  const send = (message: object) => worker.postMessage(message, []);
  const messages = on(worker, "message", { close: ["exit"] });
  try {
    for (const sheet of sheets) {
      send({ sheet: describeSheet(sheet) });
      yield* chunksUntil("ready", messages);
      for await (const batch of inBatches(sheet.rows, rowsPerBatch)) {
        send({
          rows: batch.map((row) => sheet.columns.map((_, index) => workerCell(row[index] ?? null))),
        });
        yield* chunksUntil("ready", messages);
      }
    }
    send({ end: true });
    yield* chunksUntil("done", messages);
  } finally {
    await ended(worker);
    leave();
  }
}

/**
 * The worker ends itself between two of its steps: ended from outside while it opens a compressor, it would take the
 * whole process with it (node_zlib asserts “close before init”).
 */
async function ended(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return;
  const gone = new Promise((resolve) => worker.once("exit", resolve));
  worker.postMessage({ stop: true }, []);
  const late = setTimeout(() => void worker.terminate(), 10_000);
  await gone;
  clearTimeout(late);
}

/** The worker answers `ready` only once what it was given has passed the compressor: that bounds its memory. */
async function* chunksUntil(
  answer: "ready" | "done",
  messages: AsyncIterator<unknown[]>,
): AsyncGenerator<Uint8Array, void, void> {
  for (;;) {
    const { value, done } = await messages.next();
    if (done) throw new Error("the spreadsheet worker stopped before the file was complete");
    const [message] = value as [WorkerMessage];
    if (answer in message) return;
    if ("chunk" in message) yield message.chunk;
  }
}

const describeSheet = ({ name, columns }: Sheet) => ({
  name: sheetName(name),
  columns: columns.map(({ header, width = 14, format = "text" }) => ({
    header: neutraliseCell(header),
    width,
    numberFormat: numberFormats[format],
  })),
});

const numberFormats: Readonly<Record<ColumnFormat, string>> = {
  text: "@",
  integer: "0",
  figure: "General",
  count: "#,##0",
  money: "#,##0.00",
  score: "0.00",
  percent: '0.00"%"',
  day: "yyyy-mm-dd",
  time: "yyyy-mm-dd hh:mm",
};

function workerCell(cell: Cell): WorkerCell {
  if (cell === null) return null;
  if (typeof cell === "string") return clip(neutraliseCell(cell).toWellFormed());
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  return "day" in cell ? new Date(`${cell.day}T00:00:00Z`) : beijingWallClock(cell.at);
}

/** Excel refuses the whole file when one cell is longer. */
const clip = (text: string): string =>
  text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;

/** At most 31 characters, none of those Excel keeps for references or quotes names with. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:']/g, " ")
    .slice(0, 31)
    .trim() || "Sheet";
