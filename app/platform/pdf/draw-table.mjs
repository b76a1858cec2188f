const gap = 4;

/** What is kept on one page: more than this would leave too much of the page before it empty. */
const mostTogether = 240;

/** A table over as many pages as it needs, its head on each of them. */
export function drawTable(sheet, block) {
  const { page, ink, hairline, muted } = sheet;
  const { label } = block;
  const shape = setTable(sheet, block);
  const { widths, size, leading, heads, headHeight, rows } = shape;
  sheet.need(startOf(sheet, block, shape));
  if (label) drawLabel(sheet, label);
  const table = sheet.doc.struct("Table");
  sheet.root.add(table);

  const drawHead = (isFirst) => {
    if (isFirst) tagRow("TH", heads, "bold");
    else sheet.artifact(() => drawCells(sheet, heads, { ...shape, weight: "bold" }), "Pagination");
    sheet.y += headHeight;
    sheet.rule(sheet.y - 1, ink);
  };
  const tagRow = (name, cells, weight) => {
    const row = sheet.doc.struct("TR");
    table.add(row);
    cells.forEach((lines, at) =>
      sheet.tag(name, () => drawCell(sheet, lines, at, { ...shape, weight }), row, {
        ...(name === "TH" ? { scope: "Column" } : {}),
      }),
    );
    row.end();
  };
  const turn = () => {
    sheet.turn();
    drawHead(false);
  };

  drawHead(true);
  rows.forEach(({ isTotal, weight, cells: all, beneath, height }, index) => {
    let cells = all;
    const room = sheet.floor - page.top - headHeight;
    // A sum is never the first line of a page: the row above it goes along.
    const total = rows[index + 1]?.isTotal ? leading + 6 : 0;
    if (index > 0 && sheet.y + Math.min(height + total, room) > sheet.floor) turn();
    if (isTotal) sheet.rule(sheet.y, ink);
    for (;;) {
      const fit = Math.max(1, Math.floor((sheet.floor - sheet.y - 6) / leading));
      tagRow(
        "TD",
        cells.map((lines) => lines.slice(0, fit)),
        weight,
      );
      sheet.y += Math.min(linesIn(cells), fit) * leading + 6;
      if (linesIn(cells) <= fit) break;
      cells = cells.map((lines) => lines.slice(fit));
      turn();
    }
    if (beneath.length > 0) {
      const below = sheet.doc.struct("TR");
      table.add(below);
      const place = { x: page.left + widths[0] + (widths[0] > 0 ? gap : 0), size, leading, colour: muted };
      sheet.tag("TD", () => sheet.flow(beneath, place), below);
      below.end();
      sheet.y += 4;
    }
    sheet.rule(sheet.y - 1, hairline);
  });
  table.end();
  sheet.y += 10;
}

/** How much room a table wants where it begins: all of it while it is small, else its head and its first row. */
export const tableStart = (sheet, block) => startOf(sheet, block, setTable(sheet, block));

function startOf(sheet, { label }, { headHeight, rows }) {
  const labelHeight = label ? labelLines(sheet, label).length * 14 + 8 : 0;
  const heights = rows.map(({ height }) => height);
  const whole = labelHeight + headHeight + sumOf(heights);
  if (whole <= mostTogether) return whole;
  return labelHeight + headHeight + Math.min(heights[0] ?? 0, mostTogether);
}

/** The lines of every cell and how high each row is. */
function setTable(sheet, { columns, rows }) {
  const { type } = sheet;
  const { size, widths } = fitted(sheet, columns, rows);
  const leading = size * 1.5;
  const roomIn = (at) => widths[at] - gap - leftGap(columns, at);
  const heads = columns.map((column, at) => type.wrap(column.head, roomIn(at), size, "bold"));
  return {
    ...{ columns, widths, size, leading, heads },
    headHeight: linesIn(heads) * leading + 6,
    rows: rows.map((row) => {
      const weight = row.isTotal ? "bold" : "regular";
      const cells = row.cells.map((text, at) => type.wrap(text, roomIn(at), size, weight));
      const under = row.beneath ? type.wrap(row.beneath, sheet.width - widths[0] - gap, size, "regular") : [];
      const height = linesIn(cells) * leading + 6 + (under.length > 0 ? under.length * leading + 4 : 0);
      return { isTotal: row.isTotal, weight, cells, beneath: under, height };
    }),
  };
}

/** Words beside the end of a figure stand further off, or they read as its unit. */
const leftGap = (columns, at) =>
  at > 0 && columns[at - 1].isNumeric && !columns[at].isNumeric ? 3 * gap : gap;

const linesIn = (cells) => Math.max(1, ...cells.map((lines) => lines.length));

/**
 * The largest type at which no figure and no word has to break, and what each column then gets: what it must have,
 * and of the rest its share. Where even the smallest is too large, long words break.
 */
function fitted(sheet, columns, rows) {
  const sizes = [8.5, 8, 7.5, 7, 6.5, 6].filter((size) => columns.length <= 6 || size <= 7.5);
  for (const size of sizes) {
    const least = columns.map((_, at) => leastWidth(sheet, columns, at, rows, size));
    const sum = least.reduce((total, each) => total + each, 0);
    if (sum <= sheet.width) return { size, widths: shared(sheet.width, columns, least) };
  }
  const size = sizes.at(-1);
  const equal = sheet.width / columns.length / 2;
  const least = columns.map((_, at) => Math.min(equal, leastWidth(sheet, columns, at, rows, size)));
  return { size, widths: shared(sheet.width, columns, least) };
}

/** A word longer than a third of the page breaks: it is no reason to set everything smaller. */
function leastWidth({ type, width }, columns, at, rows, size) {
  let least = type.longestPiece(columns[at].head, size, "bold");
  for (const { cells, isTotal } of rows)
    least = Math.max(least, type.longestPiece(cells[at] ?? "", size, isTotal ? "bold" : "regular"));
  return Math.min(least + gap + leftGap(columns, at) + 0.5, width * 0.35);
}

/** By weight, but nothing below its least; what that takes comes from the columns that have more. */
function shared(width, columns, least) {
  const fixed = new Set();
  for (;;) {
    const open = columns.map((_, at) => at).filter((at) => !fixed.has(at));
    const rest = width - [...fixed].reduce((sum, at) => sum + least[at], 0);
    const weights = open.reduce((sum, at) => sum + columns[at].weight, 0);
    const share = (at) => (rest * columns[at].weight) / weights;
    const short = open.filter((at) => share(at) < least[at]);
    if (short.length === 0) return columns.map((_, at) => (fixed.has(at) ? least[at] : share(at)));
    for (const at of short) fixed.add(at);
    if (fixed.size === columns.length) return least.map((each) => (each * width) / sumOf(least));
  }
}

const sumOf = (numbers) => numbers.reduce((sum, each) => sum + each, 0);

const labelLines = (sheet, label) => sheet.type.wrap(label, sheet.width, 9, "bold");

function drawLabel(sheet, label) {
  sheet.rule(sheet.y, sheet.hairline);
  sheet.tag("P", () => {
    const place = { x: sheet.page.left, y: sheet.y + 5, size: 9, leading: 14, weight: "bold" };
    sheet.y = sheet.type.drawLines(labelLines(sheet, label), place) + 3;
  });
}

function drawCells(sheet, cells, shape) {
  cells.forEach((lines, at) => drawCell(sheet, lines, at, shape));
}

function drawCell(sheet, lines, at, { columns, widths, size, leading, weight }) {
  const x = sheet.page.left + sumOf(widths.slice(0, at));
  const right = columns[at].isNumeric ? x + widths[at] - gap : undefined;
  sheet.type.drawLines(lines, {
    x: x + (at === 0 ? 0 : leftGap(columns, at)),
    right,
    y: sheet.y + 3,
    size,
    leading,
    weight,
  });
}
