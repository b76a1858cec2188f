const headings = [
  { size: 22, leading: 30, before: 0, after: 10 },
  { size: 15, leading: 22, before: 26, after: 4 },
  { size: 12, leading: 18, before: 18, after: 4 },
  { size: 10.5, leading: 16, before: 10, after: 2 },
];

/**
 * Under a heading there is always something of what it heads: further headings, and as much of what comes after them
 * as `startOf` says is not to be parted.
 */
export function drawHeading(sheet, block, following, startOf) {
  const { type, page } = sheet;
  if (block.onNewPage && !sheet.isAtTop()) sheet.turn();
  const { size, leading, before, after } = headings[block.level - 1];
  const lines = type.wrap(block.text, sheet.width, size, "bold");
  const space = sheet.isAtTop() ? 0 : before;
  let below = 0;
  for (const next of following) {
    if (next.kind !== "heading") {
      below += startOf(next);
      break;
    }
    const shape = headings[next.level - 1];
    const count = type.wrap(next.text, sheet.width, shape.size, "bold").length;
    below += shape.before + count * shape.leading + shape.after;
  }
  sheet.need(space + lines.length * leading + after + below);
  if (!sheet.isAtTop()) sheet.y += before;
  if (block.level === 2) sheet.rule(sheet.y - 6, sheet.ink, 1);
  const at = { page: sheet.pageNumber(), top: sheet.y - 8 };
  sheet.tag(`H${block.level}`, () => {
    sheet.y = type.drawLines(lines, { x: page.left, y: sheet.y, size, leading, weight: "bold" });
  });
  sheet.y += after;
  return at;
}

export function drawText(sheet, { text, muted }) {
  const colour = muted ? sheet.muted : sheet.ink;
  const lines = sheet.type.wrap(text, sheet.width, 9.5, "regular");
  sheet.tag("P", () => sheet.flow(lines, { x: sheet.page.left, size: 9.5, leading: 15, colour }));
  sheet.y += 4;
}

export function drawAnswer(sheet, block) {
  if (block.isLong) drawLongAnswer(sheet, block);
  else {
    const part = { ...block, size: block.isFine ? 7.5 : 9.5 };
    drawBeside(sheet, block.label, [part], block.isStatement ? 0.86 : 0.34);
  }
}

/** Names, each with what stands small beneath it. */
export function drawFiles(sheet, { label, files }) {
  drawBeside(
    sheet,
    label,
    files.flatMap(({ name, note }) => [
      { text: name, size: 9.5 },
      { text: note, size: 7.5, isMissing: true },
    ]),
  );
}

/** `share` of the width is the label's. */
function drawBeside(sheet, label, parts, share = 0.34) {
  const { type, page, width } = sheet;
  const labels = type.wrap(label, width * share - 10, 9, "bold");
  const x = page.left + width * share;
  const set = parts.map((part) => ({
    ...part,
    lines: type.wrap(part.text, width * (1 - share), part.size, "regular"),
  }));
  const height = set.reduce((sum, { lines, size }) => sum + lines.length * leadingOf(size), 0);
  sheet.need(Math.min(Math.max(labels.length * 14, height), 90) + 8);
  sheet.rule(sheet.y, sheet.hairline);
  const top = sheet.y + 5;
  sheet.tag("P", () => {
    type.drawLines(labels, { x: page.left, y: top, size: 9, leading: 14, weight: "bold" });
  });
  const first = sheet.pageNumber();
  sheet.y = top;
  for (const { lines, size, isMissing } of set) {
    const colour = isMissing ? sheet.muted : sheet.ink;
    sheet.tag("P", () => sheet.flow(lines, { x, size, leading: leadingOf(size), colour }));
  }
  if (sheet.pageNumber() === first) sheet.y = Math.max(sheet.y, top + labels.length * 14);
  sheet.y += 5;
}

const leadingOf = (size) => (size < 9 ? 12 : 15);

function drawLongAnswer(sheet, { label, text, isMissing }) {
  const { type, page, width } = sheet;
  const labels = type.wrap(label, width, 9, "bold");
  const lines = type.wrap(text, width, 9.5, "regular");
  sheet.need(labels.length * 14 + 5 + sheet.together(lines.length) * 15.5);
  sheet.rule(sheet.y, sheet.hairline);
  sheet.tag("P", () => {
    sheet.y = type.drawLines(labels, { x: page.left, y: sheet.y + 5, size: 9, leading: 14, weight: "bold" });
  });
  const colour = isMissing ? sheet.muted : sheet.ink;
  sheet.tag("P", () => sheet.flow(lines, { x: page.left, size: 9.5, leading: 15.5, colour }));
  sheet.y += 5;
}

/** What is kept on one page: more than this would leave too much of the page before it empty. */
const mostTogether = 240;

/** Short answers of one row of a table, two beside each other; a row of few is not parted. */
export function drawFacts(sheet, block) {
  const { type, page, width } = sheet;
  const pairs = setFacts(sheet, block);
  const half = width / 2;
  sheet.need(heightTogether(pairs));
  for (const { pair, height } of pairs) {
    sheet.need(height + 10);
    sheet.rule(sheet.y, sheet.hairline);
    const y = sheet.y + 5;
    pair.forEach(({ labels, lines, isMissing }, at) => {
      const x = page.left + at * half;
      const colour = isMissing ? sheet.muted : sheet.ink;
      sheet.tag("P", () => {
        type.drawLines(labels, { x, y, size: 9, leading: 14, weight: "bold" });
        const place = { x: x + half * factLabelShare, y, size: 9.5, leading: 15, weight: "regular", colour };
        type.drawLines(lines, place);
      });
    });
    sheet.y = y + height + 5;
  }
}

/** How much room short answers want where they begin. */
export const factsStart = (sheet, block) => heightTogether(setFacts(sheet, block));

const factLabelShare = 0.4;

function setFacts({ type, width }, { facts }) {
  const half = width / 2;
  const labelWidth = half * factLabelShare;
  return facts.flatMap((_, index) => {
    if (index % 2 === 1) return [];
    const pair = facts.slice(index, index + 2).map((fact) => ({
      ...fact,
      labels: type.wrap(fact.label, labelWidth - 8, 9, "bold"),
      lines: type.wrap(fact.text, half - labelWidth - 12, 9.5, "regular"),
    }));
    const heights = pair.map(({ labels, lines }) => Math.max(labels.length * 14, lines.length * 15));
    return [{ pair, height: Math.max(...heights) }];
  });
}

function heightTogether(pairs) {
  const whole = pairs.reduce((sum, { height }) => sum + height + 10, 0);
  return whole <= mostTogether ? whole : (pairs[0]?.height ?? 0) + 10;
}
