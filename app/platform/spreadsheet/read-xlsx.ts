import { setImmediate as nextTurn } from "node:timers/promises";
import { type NumberStyle, readNumberStyles } from "./number-styles.ts";
import { openZip, ZipFault } from "./read-zip.ts";
import { cellText } from "./xlsx-cell.ts";
import { attributeOf, xmlTokens } from "./xml-tags.ts";

/** A sheet of a workbook as text, as far as it was read. */
export interface ReadSheet {
  name: string;
  rows: string[][];
  /** More stands in it than was read. */
  isCut: boolean;
}

export type ReadWorkbook =
  { ok: true; sheets: ReadSheet[] } | { ok: false; reason: "not_a_workbook" | "too_large" | "encrypted" };

interface Bounds {
  /** Of the whole workbook once unpacked. */
  maxBytes: number;
  maxRows: number;
  maxColumns: number;
  maxSheets: number;
}

const usual: Bounds = { maxBytes: 48 * 1024 * 1024, maxRows: 1_000, maxColumns: 100, maxSheets: 20 };
const rowsPerTurn = 200;
const stringsPerTurn = 5_000;

/**
 * The visible sheets of an XLSX file: dates as ISO text, percentages as `30%`, figures without rounding noise.
 * Bounded in every direction, so that no file, however it was packed, costs more than its limits; unpacking runs off
 * the main thread and reading pauses between rows.
 */
export async function readXlsx(bytes: Buffer, bounds: Partial<Bounds> = {}): Promise<ReadWorkbook> {
  const limits = { ...usual, ...bounds };
  // What Office encrypts is no archive but an old compound file.
  if (bytes.length > 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) return { ok: false, reason: "encrypted" };
  try {
    const zip = openZip(bytes, limits.maxBytes);
    const workbook = await readText(zip, await workbookPath(zip));
    if (workbook === undefined) return { ok: false, reason: "not_a_workbook" };
    return { ok: true, sheets: await readSheets(zip, workbook, limits) };
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    return { ok: false, reason: error.reason === "broken" ? "not_a_workbook" : error.reason };
  }
}

type Zip = ReturnType<typeof openZip>;

const readText = async (zip: Zip, path: string): Promise<string | undefined> =>
  (await zip.read(path))?.toString("utf8");

async function workbookPath(zip: Zip): Promise<string> {
  if (zip.has("xl/workbook.xml")) return "xl/workbook.xml";
  const relations = relationsOf((await readText(zip, "_rels/.rels")) ?? "", "");
  return [...relations.values()].find((path) => /workbook\d*\.xml$/.test(path)) ?? "xl/workbook.xml";
}

async function readSheets(zip: Zip, workbook: string, limits: Bounds): Promise<ReadSheet[]> {
  const folder = "xl/";
  const relations = relationsOf((await readText(zip, `${folder}_rels/workbook.xml.rels`)) ?? "", folder);
  const { sheets, from1904 } = sheetsOf(workbook);
  const strings = await readSharedStrings((await readText(zip, `${folder}sharedStrings.xml`)) ?? "");
  const styles = readNumberStyles((await readText(zip, `${folder}styles.xml`)) ?? "");
  const read: ReadSheet[] = [];
  for (const { name, relation } of sheets.slice(0, limits.maxSheets)) {
    const xml = await readText(zip, relations.get(relation) ?? "");
    if (xml !== undefined)
      read.push({ name, ...(await readRows(xml, { strings, styles, from1904 }, limits)) });
  }
  return read;
}

function sheetsOf(workbook: string) {
  const sheets: { name: string; relation: string }[] = [];
  let from1904 = false;
  for (const token of xmlTokens(workbook)) {
    if (token.kind !== "open") continue;
    const attribute = (name: string) => attributeOf(token.attributes, name);
    if (token.name === "workbookPr") from1904 = /^(1|true)$/.test(attribute("date1904") ?? "");
    if (token.name === "sheet" && !/hidden/i.test(attribute("state") ?? ""))
      sheets.push({ name: attribute("name") ?? "", relation: relationId(token.attributes) });
  }
  return { sheets, from1904 };
}

/** `r:id` beside `sheetId`. */
const relationId = (attributes: string): string =>
  /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? "";

/** Where each relation leads, as a path in the archive. */
function relationsOf(xml: string, folder: string): Map<string, string> {
  const relations = new Map<string, string>();
  for (const token of xmlTokens(xml)) {
    if (token.kind !== "open" || token.name !== "Relationship") continue;
    const target = attributeOf(token.attributes, "Target") ?? "";
    const path = target.startsWith("/") ? target.slice(1) : folder + target;
    relations.set(attributeOf(token.attributes, "Id") ?? "", path);
  }
  return relations;
}

/** Rich text is joined; readings above characters are left out. */
async function readSharedStrings(xml: string): Promise<string[]> {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let inReading = false;
  for (const token of xmlTokens(xml)) {
    if (token.kind === "text") {
      if (inText && !inReading) text += token.text;
      continue;
    }
    const opens = token.kind === "open" && !token.isEmpty;
    if (token.name === "t") inText = opens;
    else if (token.name === "rPh") inReading = opens;
    else if (token.name === "si") {
      if (token.kind === "open" && !token.isEmpty) text = "";
      else {
        strings.push(token.kind === "open" ? "" : text);
        if (strings.length % stringsPerTurn === 0) await nextTurn();
      }
    }
  }
  return strings;
}

interface Meaning {
  strings: readonly string[];
  styles: readonly NumberStyle[];
  from1904: boolean;
}

interface OpenCell {
  column: number;
  type: string;
  style: NumberStyle;
  text: string;
}

async function readRows(
  xml: string,
  { strings, styles, from1904 }: Meaning,
  { maxRows, maxColumns }: Bounds,
): Promise<Omit<ReadSheet, "name">> {
  const rows: string[][] = [];
  let row: string[] = [];
  let number = 0;
  let cell: OpenCell | undefined;
  let column = 0;
  let inValue = false;
  let isCut = false;
  for (const token of xmlTokens(xml)) {
    if (token.kind === "text") {
      if (inValue && cell) cell.text += token.text;
      continue;
    }
    const opens = token.kind === "open" && !token.isEmpty;
    switch (token.name) {
      case "row":
        if (token.kind === "open") {
          number = Number(attributeOf(token.attributes, "r") ?? number + 1);
          if (!(number >= 1 && number <= maxRows)) return { rows, isCut: true };
          row = [];
          column = 0;
          rows[number - 1] = row;
          if (number % rowsPerTurn === 0) await nextTurn();
        }
        break;
      case "c":
        if (token.kind === "open") {
          column = columnOf(attributeOf(token.attributes, "r")) ?? column + 1;
          const style = styles[Number(attributeOf(token.attributes, "s") ?? 0)] ?? "plain";
          const type = attributeOf(token.attributes, "t") ?? "n";
          cell = opens ? { column, type, style, text: "" } : undefined;
        } else if (cell) {
          const text = cellText(cell, strings, from1904);
          if (cell.column <= maxColumns) row[cell.column - 1] = text;
          else isCut ||= text !== "";
          cell = undefined;
        }
        break;
      case "v":
      case "t":
        inValue = opens;
    }
  }
  return { rows: Array.from(rows, (each) => Array.from(each ?? [], (text) => text ?? "")), isCut };
}

/** `AB12` is column 28. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})[0-9]*$/.exec(reference ?? "")?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
