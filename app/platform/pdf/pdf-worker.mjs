import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

// Loaded from memory, so packages are looked up from where the portal itself stands and the other parts come along.
const require = createRequire(workerData.packagesFrom);
const PDFDocument = require("pdfkit");
const LineBreaker = require("linebreak");
const partOf = (name) => import(`data:text/javascript,${encodeURIComponent(workerData.parts[name])}`);
const { typesetter } = await partOf("setType");
const { openSheet } = await partOf("openSheet");
const { drawAnswer, drawFacts, drawFiles, drawHeading, drawText, factsStart } = await partOf("drawBlocks");
const { drawTable, tableStart } = await partOf("drawTable");
const { dressPages, reserveContents, writeContents } = await partOf("dressPages");

const { paper, fonts, until } = workerData;
const madeAt = new Date(paper.madeAt);
const doc = new PDFDocument({
  ...{ size: "A4", margin: 0, bufferPages: true },
  // Read aloud in its language, in its order, under its title.
  ...{ pdfVersion: "1.7", tagged: true, displayTitle: true, lang: paper.language === "zh" ? "zh-CN" : "en" },
  info: { Title: paper.title, Producer: "", Creator: "", CreationDate: madeAt, ModDate: madeAt },
});
const chunks = [];
doc.on("data", (chunk) => chunks.push(chunk));
doc.on("end", () => {
  const bytes = new Uint8Array(Buffer.concat(chunks));
  parentPort.postMessage(bytes, [bytes.buffer]);
});

const sheet = openSheet(doc, typesetter(doc, { fonts, language: paper.language, LineBreaker }));
const entries = paper.blocks
  .filter((block) => block.kind === "heading" && (block.level === 2 || block.level === 3))
  .map(({ level, text }) => ({ level, text, at: undefined }));
let contents = {};
let reached = 0;

function startOf(block) {
  if (block.kind === "table") return tableStart(sheet, block);
  return block.kind === "facts" ? factsStart(sheet, block) : 48;
}

paper.blocks.forEach((block, index) => {
  if (Date.now() > until) throw new Error("setting the paper took too long");
  switch (block.kind) {
    case "heading": {
      const at = drawHeading(sheet, block, paper.blocks.slice(index + 1, index + 4), startOf);
      if (block.level === 2 || block.level === 3) entries[reached++].at = at;
      return;
    }
    case "contents":
      contents = reserveContents(sheet, { title: block.title, entries });
      return;
    case "text":
      return drawText(sheet, block);
    case "answer":
      return drawAnswer(sheet, block);
    case "facts":
      return drawFacts(sheet, block);
    case "files":
      return drawFiles(sheet, block);
    case "table":
      return drawTable(sheet, block);
  }
});
writeContents(sheet, contents, entries);
sheet.root.end();
dressPages(sheet, paper);
doc.end();
