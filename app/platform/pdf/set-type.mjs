/** Lines and glyphs: what fits, what it measures, and which of the faces has it. */
export function typesetter(doc, { fonts, language, LineBreaker }) {
  const ink = "#15212a";
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
  return { ink, wrap, widthOf, longestPiece, clip, drawLines };

  /** Lines that fit: at the places Unicode allows (UAX 14), else wherever a long word must break. */
  function wrap(text, most, size, weight) {
    const lines = [];
    for (const paragraph of paragraphsOf(text)) {
      let line = "";
      for (const piece of piecesOf(paragraph)) {
        if (widthOf((line + piece).trimEnd(), size, weight) <= most) {
          line += piece;
          continue;
        }
        if (line !== "") lines.push(line.trimEnd());
        line = "";
        let filled = 0;
        for (const character of piece) {
          const advance = advanceOf(character, weight).advance * size;
          if (filled + advance > most && line !== "" && character.trim() !== "") {
            lines.push(line);
            line = "";
            filled = 0;
          }
          line += character;
          filled += advance;
        }
      }
      lines.push(line.trimEnd());
    }
    return lines;
  }

  /** How wide a column must be for nothing in the text to be broken that need not be. */
  function longestPiece(text, size, weight) {
    let longest = 0;
    for (const paragraph of paragraphsOf(text))
      for (const piece of piecesOf(paragraph))
        longest = Math.max(longest, widthOf(piece.trimEnd(), size, weight));
    return longest;
  }

  function paragraphsOf(text) {
    return String(text).replaceAll("\t", "  ").split(/\r?\n/);
  }

  /** What is short and in brackets, such as a unit, stays in one piece. */
  function* piecesOf(paragraph) {
    const whole = [...paragraph.matchAll(/（[^（）]{1,8}）|\([^()]{1,8}\)/g)];
    const isWithin = (place) =>
      whole.some(({ index, 0: { length } }) => index < place && place < index + length);
    const breaker = new LineBreaker(paragraph);
    let last = 0;
    for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
      if (isWithin(next.position)) continue;
      yield paragraph.slice(last, next.position);
      last = next.position;
    }
  }

  function widthOf(text, size, weight) {
    let sum = 0;
    for (const character of text) sum += advanceOf(character, weight).advance;
    return sum * size;
  }

  /** As much of one line as fits, with an ellipsis where that is not all. */
  function clip(text, most, size, weight) {
    if (widthOf(text, size, weight) <= most) return text;
    const kept = [...text];
    while (kept.length > 1 && widthOf(`${kept.join("")}…`, size, weight) > most) kept.pop();
    return `${kept.join("").trimEnd()}…`;
  }

  /** Draws lines from `top` down, flush with `right` where that is given, and tells where the next would stand. */
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

  /** The first face that has the character, and how wide it is at size 1. */
  function advanceOf(character, weight) {
    const [first, ...others] = faces[weight];
    const known = first.advances.get(character);
    if (known) return known;
    const point = character.codePointAt(0);
    // Chinese faces draw quotation marks and apostrophes a full character wide.
    const isLatinQuote = language === "en" && "‘’“”".includes(character);
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
}
