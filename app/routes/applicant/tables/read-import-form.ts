import { moneyUnits, type MoneyUnit } from "#app/domain/forms/sheet/money-unit.ts";
import type { Grid } from "#app/domain/forms/sheet/split-delimited.ts";
import type { SheetChoices } from "#app/domain/forms/sheet/read-sheet.ts";
import { readSheetFile, type SheetFileRefusal, sheetOfText } from "#app/http/read-sheet-file.ts";
import { readUpload } from "#app/http/read-upload.ts";

export interface ChosenSheet {
  name: string;
  rows: Grid;
  isCut: boolean;
}

export type ImportForm =
  | {
      kind: "problem";
      field: "file" | "text";
      problem: SheetFileRefusal | "nothing" | "too_much";
      text: string;
    }
  /** Just uploaded or pasted; a workbook has several. */
  | { kind: "sheets"; sheets: ChosenSheet[] }
  /** Sent back by the preview, with what was decided there. */
  | {
      kind: "preview" | "import";
      sheet: ChosenSheet;
      choices: SheetChoices;
      mode: "append" | "replace";
      form: FormData;
    };

const largestForm = 8 * 1024 * 1024;
const mostCharacters = 600_000;
/** One field of a form holds so much; longer sheets travel in several. */
const chunkLength = 60_000;

/** What a page of the import sends; undefined when it is none of ours. */
export async function readImportForm(request: Request): Promise<ImportForm | "too_large" | undefined> {
  let file: Awaited<ReturnType<typeof readSheetFile>> | undefined;
  const read = await readUpload(
    request,
    async ({ content }) => {
      file = await readSheetFile(content);
    },
    { maxBytes: largestForm, maxFiles: 1 },
  );
  if (!read.ok) return read.reason === "too_large" ? "too_large" : undefined;
  const { form } = read;
  const text = String(form.get("text") ?? "");
  if (form.has("sheet")) return readPreview(form);
  if (file && !file.ok) return { kind: "problem", field: "file", problem: file.reason, text };
  const sheets = file?.sheets ?? (text.trim() === "" ? [] : [sheetOfText(text)]);
  if (sheets.length === 0)
    return { kind: "problem", field: file ? "file" : "text", problem: file ? "empty" : "nothing", text };
  if (sheets.every(({ rows }) => lengthOf(rows) > mostCharacters))
    return { kind: "problem", field: file ? "file" : "text", problem: "too_much", text: "" };
  return { kind: "sheets", sheets: sheets.filter(({ rows }) => lengthOf(rows) <= mostCharacters) };
}

const lengthOf = (rows: Grid): number =>
  rows.reduce((sum, row) => sum + row.reduce((length, cell) => length + cell.length + 3, 2), 0);

function readPreview(form: FormData): ImportForm | undefined {
  const sheet = readSheetField(form.getAll("sheet"));
  if (!sheet) return undefined;
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  const at = (name: string) => Array.from({ length: width }, (_, index) => form.get(`${name}:${index}`));
  const units = at("unit").map((unit) => moneyUnits.find((known): known is MoneyUnit => known === unit));
  return {
    kind: form.get("intent") === "import" ? "import" : "preview",
    sheet,
    choices: {
      keys: form.has("columns") ? at("column").map((key) => (key ? String(key) : undefined)) : undefined,
      units,
    },
    mode: form.get("mode") === "replace" ? "replace" : "append",
    form,
  };
}

function readSheetField(chunks: FormDataEntryValue[]): ChosenSheet | undefined {
  try {
    const value: unknown = JSON.parse(chunks.join(""));
    return isSheet(value) && lengthOf(value.rows) <= mostCharacters ? value : undefined;
  } catch {
    return undefined;
  }
}

const isSheet = (value: unknown): value is ChosenSheet =>
  typeof value === "object" &&
  value !== null &&
  "name" in value &&
  typeof value.name === "string" &&
  "isCut" in value &&
  typeof value.isCut === "boolean" &&
  "rows" in value &&
  Array.isArray(value.rows) &&
  value.rows.length <= 1_000 &&
  value.rows.every(
    (row) =>
      Array.isArray(row) && row.length <= 100 && row.every((cell: unknown) => typeof cell === "string"),
  );

/** The sheet as hidden fields of the preview. */
export function sheetFields(sheet: ChosenSheet): string[] {
  const json = JSON.stringify(sheet);
  return Array.from({ length: Math.ceil(json.length / chunkLength) }, (_, index) =>
    json.slice(index * chunkLength, (index + 1) * chunkLength),
  );
}
