/** A4 pages filled from the top: where the next thing stands, when a page is full, and what each thing is called. */
export function openSheet(doc, type) {
  const page = { width: 595.28, height: 841.89, left: 54, right: 54, top: 72, bottom: 64 };
  const width = page.width - page.left - page.right;
  const floor = page.height - page.bottom;
  const root = doc.struct("Document");
  doc.addStructure(root);
  const sheet = {
    ...{ doc, type, page, width, floor, root },
    ...{ ink: type.ink, muted: "#4b5963", hairline: "#c3ccd2" },
    y: page.top,
    ...{ pageNumber, isAtTop, need, turn, rule, artifact, tag, flow, together },
  };
  return sheet;

  /** From 0. */
  function pageNumber() {
    return doc.bufferedPageRange().count - 1;
  }

  function isAtTop() {
    return sheet.y <= page.top;
  }

  function need(height) {
    if (sheet.y + height > floor && !isAtTop()) turn();
  }

  function turn() {
    doc.continueOnNewPage();
    sheet.y = page.top;
  }

  /** What assistive technology passes over: lines, running heads, a table's head said again. */
  function artifact(draw, kind = "Layout") {
    doc.markContent("Artifact", { type: kind });
    draw();
    doc.endMarkedContent();
  }

  /** Draws something under its name in the document's structure. Nothing in it may be an artifact. */
  function tag(name, draw, parent = root, options = {}) {
    const element = doc.struct(name, options);
    parent.add(element);
    element.add(draw);
    element.end();
  }

  function rule(at, colour, thickness = 0.5) {
    artifact(() => {
      doc.lineWidth(thickness).strokeColor(colour);
      doc
        .moveTo(page.left, at)
        .lineTo(page.left + width, at)
        .stroke();
    });
  }

  /** Lines one after another over as many pages as they need; none of a paragraph is left alone on a page. */
  function flow(lines, { x, size, leading, colour, weight = "regular" }) {
    lines.forEach((line, index) => {
      const left = lines.length - index;
      const wouldLeaveOne = left === 2 && lines.length > 3;
      need(leading * (index === 0 ? together(left) : wouldLeaveOne ? 2 : 1));
      sheet.y = type.drawLines([line], { x, y: sheet.y, size, leading, weight, colour });
    });
  }

  /** How many of a paragraph's lines stand where it begins: three cannot be parted without leaving one alone. */
  function together(count) {
    return count <= 3 ? count : 2;
  }
}
