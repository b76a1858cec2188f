const indent = 14;
const numberWidth = 36;

/** Keeps the place of the contents: one line a part and section, and the body begins on a page of its own. */
export function reserveContents(sheet, { title, entries }) {
  const { type, page } = sheet;
  sheet.need(120);
  sheet.y += 18;
  sheet.tag("H2", () => {
    sheet.y = type.drawLines([title], { x: page.left, y: sheet.y, size: 12, leading: 20, weight: "bold" });
  });
  const list = sheet.doc.struct("TOC");
  sheet.root.add(list);
  const places = entries.map(({ level }) => {
    const isPart = level === 2;
    if (isPart && !sheet.isAtTop()) sheet.y += 5;
    sheet.need(isPart ? 34 : 16);
    const place = { page: sheet.pageNumber(), y: sheet.y };
    sheet.y += 16;
    return place;
  });
  sheet.turn();
  return { list, places };
}

/** The contents' lines, now that every heading has its page, and the reader's own outline beside them. */
export function writeContents(sheet, { list, places }, entries) {
  const { doc, type, page, width } = sheet;
  let part = doc.outline;
  entries.forEach(({ level, text, at }, index) => {
    const isPart = level === 2;
    const target = { pageNumber: at.page, top: at.top, left: page.width, expanded: isPart };
    if (isPart) part = doc.outline.addItem(text, target);
    else part.addItem(text, target);
    if (!list) return;
    const { page: number, y } = places[index];
    doc.switchToPage(number);
    const weight = isPart ? "bold" : "regular";
    const x = page.left + (isPart ? 0 : indent);
    const right = page.left + width;
    const line = type.clip(text, right - x - numberWidth, 9.5, weight);
    const shape = { y, size: 9.5, leading: 16, weight };
    const from = x + type.widthOf(line, 9.5, weight) + 6;
    const to = right - type.widthOf(String(at.page + 1), 9.5, weight) - 6;
    sheet.artifact(() => {
      doc.lineWidth(0.5).strokeColor(sheet.hairline).dash(1, { space: 3 });
      doc
        .moveTo(from, y + 11)
        .lineTo(to, y + 11)
        .stroke()
        .undash();
    });
    const item = doc.struct("TOCI");
    list.add(item);
    const link = doc.struct("Link");
    item.add(link);
    link.add(() => {
      type.drawLines([line], { ...shape, x });
      type.drawLines([String(at.page + 1)], { ...shape, x, right });
    });
    const name = `s${index}`;
    doc.goTo(x, y, right - x, 16, name, { structParent: link, Contents: new String(text) });
    link.end();
    item.end();
    doc.switchToPage(at.page);
    doc.addNamedDestination(name, "XYZ", 0, at.top, null);
  });
  list?.end();
}

/** Running head, foot, page numbers and the watermark, once the number of pages is known. */
export function dressPages(sheet, paper) {
  const { doc, type, page, width, muted } = sheet;
  const { count } = doc.bufferedPageRange();
  const edge = page.left + width;
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    if (paper.watermark) sheet.artifact(() => watermark(sheet, paper.watermark));
    const line = (text, y, right) => {
      const shape = { x: page.left, right, y, size: 7.5, leading: 12, weight: "regular", colour: muted };
      type.drawLines([type.clip(text, width * 0.8, 7.5, "regular")], shape);
    };
    const pageOf = paper.pageOf.replace("{page}", String(index + 1)).replace("{pages}", String(count));
    sheet.artifact(() => {
      line(paper.running.left, 34, undefined);
      line(paper.running.right, 34, edge);
      line(paper.foot, page.height - 42, undefined);
      line(pageOf, page.height - 42, edge);
    }, "Pagination");
    sheet.rule(50, sheet.hairline);
  }
}

function watermark({ doc, type, page }, text) {
  doc.save();
  doc.rotate(-35, { origin: [page.width / 2, page.height / 2] }).fillOpacity(0.08);
  const x = page.width / 2 - type.widthOf(text, 90, "bold") / 2;
  type.drawLines([text], { x, y: page.height / 2 - 65, size: 90, leading: 130, weight: "bold" });
  doc.restore();
}
