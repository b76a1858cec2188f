import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

// Loaded from memory, so packages are looked up from where the portal itself stands.
const require = createRequire(workerData.packagesFrom);
const PDFDocument = require("pdfkit");
const LineBreaker = require("linebreak");

const { paper, fonts } = workerData;
const page = { width: 595.28, height: 841.89, left: 54, right: 54, top: 72, bottom: 64 };
const width = page.width - page.left - page.right;
const floor = page.height - page.bottom;
const ink = "#15212a";
const muted = "#4b5963";
const hairline = "#c3ccd2";

const doc = new PDFDocument({
  size: "A4",
  margin: 0,
  bufferPages: true,
  lang: paper.language === "zh" ? "zh-CN" : "en",
  info: {
    ...{ Title: paper.title, Producer: "", Creator: "" },
    ...{ CreationDate: new Date(paper.madeAt), ModDate: new Date(paper.madeAt) },
  },
});
const chunks = [];
doc.on("data", (chunk) => chunks.push(chunk));
doc.on("end", () => {
  const bytes = new Uint8Array(Buffer.concat(chunks));
  parentPort.postMessage(bytes, [bytes.buffer]);
});

const faces = Object.fromEntries(
  Object.entries(fonts).map(([weight, files]) => [
    weight,
    files.map((file, index) => {
      const name = `${weight}${index}`;
      doc.registerFont(name, file);
      // oxlint-disable-next-line no-underscore-dangle -- the only place where pdfkit tells which glyphs a face has
      return { name, font: doc.font(name)._font.font, advances: new Map() };
    }),
  ]),
);
let y = page.top;

for (const block of paper.blocks) draw(block);
dressPages();
doc.end();

function draw(block) {
  switch (block.kind) {
    case "heading":
      return drawHeading(block);
    case "text":
      return drawText(block);
    case "answer":
      return drawAnswer(block);
    case "table":
      return drawTable(block);
  }
}

function drawHeading({ level, text }) {
  const [size, leading, before, after] = [
    [22, 30, 0, 10],
    [15, 22, 26, 4],
    [12, 18, 18, 4],
    [10.5, 16, 10, 2],
  ][level - 1];
  const lines = wrap(text, width, size, "bold");
  if (y > page.top) y += before;
  // A heading never ends a page.
  need(lines.length * leading + after + 48);
  if (level === 2) rule(y - 6, ink, 1);
  y = drawLines(lines, { x: page.left, y, size, leading, weight: "bold" });
  y += after;
}

function drawText({ text, muted: isMuted }) {
  flow(wrap(text, width, 9.5, "regular"), {
    x: page.left,
    size: 9.5,
    leading: 15,
    colour: isMuted ? muted : ink,
  });
  y += 4;
}

function drawAnswer({ label, text, isLong, isMissing }) {
  const labelWidth = isLong ? width : width * 0.34 - 10;
  const labels = wrap(label, labelWidth, 9, "bold");
  const colour = isMissing ? muted : ink;
  if (isLong) {
    need(labels.length * 14 + 34);
    rule(y, hairline);
    y = drawLines(labels, { x: page.left, y: y + 5, size: 9, leading: 14, weight: "bold" });
    flow(wrap(text, width, 9.5, "regular"), { x: page.left, size: 9.5, leading: 15.5, colour });
  } else {
    const x = page.left + width * 0.34;
    const lines = wrap(text, width * 0.66, 9.5, "regular");
    need(Math.min(Math.max(labels.length * 14, lines.length * 15), 90) + 8);
    rule(y, hairline);
    const top = y + 5;
    drawLines(labels, { x: page.left, y: top, size: 9, leading: 14, weight: "bold" });
    y = top;
    flow(lines, { x, size: 9.5, leading: 15, colour });
    y = Math.max(y, top + labels.length * 14);
  }
  y += 5;
}

function drawTable({ label, columns, rows }) {
  if (label) drawHeadingOfTable(label);
  const size = columns.length > 9 ? 6.5 : columns.length > 6 ? 7.5 : 8.5;
  const leading = size * 1.5;
  const weights = columns.reduce((sum, column) => sum + column.weight, 0);
  const widths = columns.map((column) => (width * column.weight) / weights);
  const heads = columns.map((column, at) => wrap(column.head, widths[at] - 6, size, "bold"));
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * leading + 6;
  const drawHead = () => {
    drawCells(heads, { columns, widths, size, leading, weight: "bold" });
    y += headHeight;
    rule(y - 1, ink);
  };
  need(headHeight + leading + 10);
  drawHead();
  for (const row of rows) {
    const weight = row.isTotal ? "bold" : "regular";
    const cells = row.cells.map((text, at) => wrap(text, widths[at] - 6, size, weight));
    const beneath = row.beneath ? wrap(row.beneath, width - widths[0] - 6, size, "regular") : [];
    const height = Math.max(1, ...cells.map((lines) => lines.length)) * leading + 6;
    if (y + Math.min(height + beneath.length * leading, floor - page.top - headHeight) > floor) {
      turn();
      drawHead();
    }
    if (row.isTotal) rule(y, ink);
    drawCells(cells, { columns, widths, size, leading, weight });
    y += height;
    if (beneath.length > 0) {
      flow(beneath, { x: page.left + widths[0], size, leading, colour: muted });
      y += 4;
    }
    rule(y - 1, hairline);
  }
  y += 10;
}

function drawHeadingOfTable(label) {
  const lines = wrap(label, width, 9, "bold");
  need(lines.length * 14 + 60);
  rule(y, hairline);
  y = drawLines(lines, { x: page.left, y: y + 5, size: 9, leading: 14, weight: "bold" }) + 3;
}

function drawCells(cells, { columns, widths, size, leading, weight }) {
  let x = page.left;
  cells.forEach((lines, at) => {
    const right = columns[at].isNumeric ? x + widths[at] - 3 : undefined;
    drawLines(lines, { x: x + (at === 0 ? 0 : 3), right, y: y + 3, size, leading, weight });
    x += widths[at];
  });
}

/** Lines one after another, over as many pages as they need. */
function flow(lines, { x, size, leading, colour }) {
  for (const line of lines) {
    need(leading);
    y = drawLines([line], { x, y, size, leading, weight: "regular", colour });
  }
}

function drawLines(lines, { x, right, y: top, size, leading, weight, colour = ink }) {
  lines.forEach((line, index) => {
    let at = right === undefined ? x : right - widthOf(line, size, weight);
    for (const run of runsOf(line, weight)) {
      doc.font(run.face.name).fontSize(size).fillColor(colour);
      doc.text(run.text, at, top + index * leading + (leading - size * 1.45) / 2, { lineBreak: false });
      at += run.advance * size;
    }
  });
  return top + lines.length * leading;
}

function need(height) {
  if (y + height > floor && y > page.top) turn();
}

function turn() {
  doc.addPage();
  y = page.top;
}

function rule(at, colour, thickness = 0.5) {
  doc.lineWidth(thickness).strokeColor(colour);
  doc
    .moveTo(page.left, at)
    .lineTo(page.left + width, at)
    .stroke();
}

/** Running head, foot, page numbers and the watermark, once the number of pages is known. */
function dressPages() {
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    if (paper.watermark) watermark(paper.watermark);
    const line = (text, top, right) =>
      drawLines([clip(text, width * 0.8)], {
        x: page.left,
        right,
        y: top,
        size: 7.5,
        leading: 12,
        weight: "regular",
        colour: muted,
      });
    const edge = page.left + width;
    line(paper.running.left, 34, undefined);
    line(paper.running.right, 34, edge);
    rule(50, hairline);
    line(paper.foot, page.height - 42, undefined);
    const pageOf = paper.pageOf.replace("{page}", String(index + 1)).replace("{pages}", String(count));
    line(pageOf, page.height - 42, edge);
  }
}

function watermark(text) {
  doc.save();
  doc.rotate(-35, { origin: [page.width / 2, page.height / 2] }).fillOpacity(0.08);
  const x = page.width / 2 - widthOf(text, 90, "bold") / 2;
  drawLines([text], { x, y: page.height / 2 - 65, size: 90, leading: 130, weight: "bold" });
  doc.restore();
}

function clip(text, most) {
  if (widthOf(text, 7.5, "regular") <= most) return text;
  let clipped = text;
  while (clipped.length > 1 && widthOf(`${clipped}…`, 7.5, "regular") > most) clipped = clipped.slice(0, -1);
  return `${clipped}…`;
}

/** Lines that fit: at the places Unicode allows (UAX 14), else wherever a long word must break. */
function wrap(text, most, size, weight) {
  const lines = [];
  for (const paragraph of String(text).replaceAll("\t", "  ").split(/\r?\n/)) {
    let line = "";
    let last = 0;
    const breaker = new LineBreaker(paragraph);
    for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
      const piece = paragraph.slice(last, next.position);
      last = next.position;
      if (widthOf((line + piece).trimEnd(), size, weight) <= most) {
        line += piece;
        continue;
      }
      if (line !== "") lines.push(line.trimEnd());
      line = "";
      for (const character of piece) {
        if (widthOf((line + character).trimEnd(), size, weight) > most && line !== "") {
          lines.push(line);
          line = "";
        }
        line += character;
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

function widthOf(text, size, weight) {
  let sum = 0;
  for (const character of text) sum += advanceOf(character, weight).advance;
  return sum * size;
}

/** The first face that has the character, and how wide it is at size 1. */
function advanceOf(character, weight) {
  const [first, ...others] = faces[weight];
  const known = first.advances.get(character);
  if (known) return known;
  const point = character.codePointAt(0);
  // Chinese faces draw quotation marks and apostrophes a full character wide.
  const isLatinQuote = paper.language === "en" && "‘’“”".includes(character);
  const order = isLatinQuote ? [...others, first] : [first, ...others];
  const face = order.find(({ font }) => font.hasGlyphForCodePoint(point)) ?? first;
  const glyph = face.font.glyphForCodePoint(point);
  const found = { face, advance: glyph.advanceWidth / face.font.unitsPerEm };
  first.advances.set(character, found);
  return found;
}

function runsOf(text, weight) {
  const runs = [];
  for (const character of text) {
    const { face, advance } = advanceOf(character, weight);
    const last = runs.at(-1);
    if (last?.face === face) {
      last.text += character;
      last.advance += advance;
    } else runs.push({ face, text: character, advance });
  }
  return runs;
}
