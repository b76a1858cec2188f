/** One tag or run of text of an XML document, without its namespace prefix. */
export type XmlToken =
  | { kind: "open"; name: string; attributes: string; isEmpty: boolean }
  | { kind: "close"; name: string }
  | { kind: "text"; text: string };

/**
 * The tags and texts of a document in their order: as much of XML as spreadsheets use. Declarations, comments and
 * document types are passed over, so no entity but the five known ones means anything.
 */
export function* xmlTokens(xml: string): Generator<XmlToken, void, void> {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    if (tag !== at) yield { kind: "text", text: decoded(xml.slice(at, tag < 0 ? xml.length : tag)) };
    if (tag < 0) return;
    if (xml.startsWith("<![CDATA[", tag)) {
      const end = endOf(xml, "]]>", tag);
      yield { kind: "text", text: xml.slice(tag + 9, end) };
      at = end + 3;
    } else if (xml.startsWith("<!--", tag)) at = endOf(xml, "-->", tag) + 3;
    else {
      const end = endOfTag(xml, tag);
      const inner = xml.slice(tag + 1, end);
      at = end + 1;
      const token = tokenOf(inner);
      if (token) yield token;
    }
  }
}

function tokenOf(inner: string): XmlToken | undefined {
  if (inner.startsWith("?") || inner.startsWith("!")) return undefined;
  if (inner.startsWith("/")) return { kind: "close", name: localName(inner.slice(1).trim()) };
  const isEmpty = inner.endsWith("/");
  const space = inner.search(/[\s/]/);
  const name = space < 0 ? inner : inner.slice(0, space);
  return { kind: "open", name: localName(name), attributes: space < 0 ? "" : inner.slice(space), isEmpty };
}

/** The value of an attribute, whatever its prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : decoded(value);
}

/** A `>` inside quotes does not end a tag. */
function endOfTag(xml: string, tag: number): number {
  let quote = "";
  for (let at = tag + 1; at < xml.length; at++) {
    const character = xml[at];
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
  }
  return xml.length;
}

const endOf = (xml: string, mark: string, from: number): number => {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at;
};

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));/gi,
    (whole, hex, dec, name) => {
      if (name) return entities[String(name).toLowerCase()] ?? whole;
      const code = Number.parseInt(String(hex ?? dec), hex ? 16 : 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}
