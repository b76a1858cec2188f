import { createRequire } from "node:module";
import { Writable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";

// Loaded from memory, so packages are looked up from where the portal itself stands.
const ExcelJS = createRequire(workerData.packagesFrom)("exceljs");

const compressorBacklog = 1 << 20;

const output = new Writable({
  write(chunk, _encoding, done) {
    const copy = new Uint8Array(chunk);
    answer({ chunk: copy }, [copy.buffer]);
    done();
  },
});

const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
  stream: output,
  useStyles: true,
  useSharedStrings: false,
  zip: { zlib: { level: 4 } },
});
let sheet = null;

const answer = (message, transfer = []) => parentPort.postMessage(message, transfer);

parentPort.on("message", async (message) => {
  if (message.stop) {
    process.exit(0);
  } else if (message.sheet) {
    await finishSheet();
    startSheet(message.sheet);
    answer({ ready: true });
  } else if (message.rows) {
    for (const row of message.rows) addRow(row);
    await compressed();
    answer({ ready: true });
  } else if (message.end) {
    await finishSheet();
    await workbook.commit();
    answer({ done: true });
  }
});

/**
 * The paper on which all columns stand beside each other and can still be read: A4 down to some 8 points, then A3, then
 * several A3 side by side, each with the first column. Widths in characters, as column widths are.
 */
function paperFor(width) {
  const onA4 = width <= 220;
  return {
    paperSize: onA4 ? 9 : 8,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: onA4 ? 1 : Math.ceil(width / 340),
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    printTitlesRow: "1:1",
    printTitlesColumn: "A:A",
  };
}

function startSheet({ name, columns }) {
  sheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: paperFor(columns.reduce((sum, column) => sum + column.width, 0)),
    headerFooter: { oddFooter: "&L&A&R&P / &N" },
  });
  sheet.columns = columns.map(({ width, numberFormat }) => ({
    width,
    style: { numFmt: numberFormat, alignment: { vertical: "top", wrapText: numberFormat === "@" } },
  }));
  const header = sheet.addRow(columns.map(({ header }) => header));
  header.font = { bold: true };
  header.alignment = { vertical: "top", wrapText: true };
  header.commit();
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
}

const lineHeight = 15;
/** The tallest row there may be, in points. */
const tallest = 409;

/** As tall as its longest text needs: not every program measures wrapped text when it opens a file. */
function addRow(cells) {
  const row = sheet.addRow(cells);
  const lines = cells.map((cell, index) =>
    typeof cell === "string" ? linesOf(cell, sheet.columns[index].width - 2) : 1,
  );
  const height = Math.max(...lines) * lineHeight;
  if (height > lineHeight) row.height = Math.min(height, tallest);
  row.commit();
}

/** Chinese is two columns wide. */
const linesOf = (text, width) =>
  text.length * 2 <= width && !text.includes("\n")
    ? 1
    : text
        .split("\n")
        .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length + wideIn(line)) / width)), 0);

const wideIn = (line) => line.match(/[\u1100-\uffff]/g)?.length ?? 0;

async function finishSheet() {
  if (sheet) await sheet.commit();
  sheet = null;
}

/** exceljs pushes without looking back; this waits until its zip entry has taken most of what was pushed. */
async function compressed() {
  const backlog = () => sheet.stream.pipes.reduce((sum, pipe) => sum + pipe.writableLength, 0);
  do await nextTurn();
  while (backlog() > compressorBacklog);
}
