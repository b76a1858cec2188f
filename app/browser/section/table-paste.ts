import type { CompiledForm, CompiledQuestion } from "#app/domain/forms/compile-form.ts";
import type { TableColumn, TableQuestion } from "#app/domain/forms/definition.ts";
import { parseAnswer } from "#app/domain/forms/parse-answer.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import { matchHeads } from "#app/domain/forms/sheet/match-heads.ts";
import { moneyUnitIn, type MoneyUnit } from "#app/domain/forms/sheet/money-unit.ts";
import { readCell } from "#app/domain/forms/sheet/read-cell.ts";
import { type Grid, splitDelimited, transposed } from "#app/domain/forms/sheet/split-delimited.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { isCellControl, putValue } from "./cell-value.ts";
import { cellName, parseCellName } from "./field-names.ts";
import { labelWords } from "./label-words.ts";
import type { PageForm } from "./page-form.ts";

interface Around {
  page: PageForm;
  compiled: CompiledForm;
  locale: Locale;
  /** Adds so many rows at the end and returns their ids. */
  addRows: (table: string, count: number) => string[];
  removeRow: (table: string, rowId: string) => void;
  /** How many rows may still be added. */
  room: (table: string) => number;
}

interface Pasted {
  table: string;
  before: { name: string; value: RawValue }[];
  added: string[];
  focus: HTMLElement;
}

interface Counts {
  rows: number;
  cells: number;
  /** Where what cannot be read stands, in words. */
  wrong: string[];
  /** Rows there was no room for. */
  over: number;
}

/** Further ones are marked in the table like any other wrong answer. */
const mostNamed = 6;
const mostCharacters = 20;
const shortened = (text: string): string =>
  [...text].length > mostCharacters ? `${[...text].slice(0, mostCharacters).join("")}…` : text;

/** A range copied from a spreadsheet fills the cells from the one with the cursor, as if each had been typed. */
export class TablePaste {
  readonly #around: Around;
  #last: Pasted | undefined;
  #isPasting = false;

  constructor(around: Around) {
    this.#around = around;
  }

  listen(): void {
    const { form } = this.#around.page;
    form.addEventListener("paste", (event) => this.#onPaste(event));
    form.addEventListener("keydown", (event) => {
      const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || !this.#last || tableOf(event.target) !== this.#last.table) return;
      event.preventDefault();
      this.#undo();
    });
    // What is typed afterwards is undone by the browser itself.
    form.addEventListener("input", () => {
      if (!this.#isPasting) this.#last = undefined;
    });
    for (const hint of form.querySelectorAll<HTMLElement>("[data-grid-hint]")) hint.hidden = false;
  }

  #onPaste(event: ClipboardEvent): void {
    const control = event.target;
    const table = tableOf(control);
    if (!isCellControl(control) || table === undefined) return;
    const cell = parseCellName(control.name);
    const question = this.#around.compiled.questionByKey.get(table);
    const text = (event.clipboardData?.getData("text/plain") ?? "").replace(/[\r\n]+$/, "");
    const isRange = text.includes("\t") || (text.includes("\n") && !(control instanceof HTMLTextAreaElement));
    if (!cell || question?.field.type !== "table" || !isRange) return;
    event.preventDefault();
    this.#paste(question, question.field, splitDelimited(text, "\t"), cell, control);
  }

  #paste(
    question: CompiledQuestion,
    field: TableQuestion,
    copied: Grid,
    { table, index, column }: { table: string; index: number; column: string },
    focus: HTMLElement,
  ): void {
    const { page } = this.#around;
    const grid = field.layout === "statement" ? transposed(copied) : copied;
    const { columns, units, rows } = columnsOf(field, grid, column);
    const pasted: Pasted = { table, before: [], added: [], focus };
    const counts: Counts = { rows: 0, cells: 0, wrong: [], over: 0 };
    this.#isPasting = true;
    pasted.added = this.#rowsFor(table, index + rows.length);
    rows.forEach((line, offset) => {
      if (page.rowIdAt(table, index + offset) === undefined) {
        counts.over += 1;
        return;
      }
      counts.rows += 1;
      line.forEach((text, at) => {
        const target = columns[at];
        if (!target) return;
        const value = readCell(target, text, units[at]);
        const name = cellName(table, index + offset, target.key);
        pasted.before.push({ name, value: page.valueOf(name) });
        if (!this.#put(name, value)) pasted.before.pop();
        else {
          counts.cells += 1;
          if (parseAnswer(target, value).fault?.level === "error")
            counts.wrong.push(this.#placeOf(index + offset, name, text));
        }
      });
    });
    this.#isPasting = false;
    this.#last = pasted;
    focus.focus();
    this.#say(question, counts);
  }

  /** The rows that must be added, as far as there is room, so that there are this many. */
  #rowsFor(table: string, count: number): string[] {
    const { page, room, addRows } = this.#around;
    const missing = Math.min(count - page.rowInputs(table).length, room(table));
    return missing > 0 ? addRows(table, missing) : [];
  }

  /** Whether there is an open control of that name. */
  #put(name: string, value: RawValue): boolean {
    const { page } = this.#around;
    const controls = page.controlsOf(name).filter((control) => !control.disabled);
    if (page.isComposite(name)) page.setValue(name, value);
    else for (const control of controls) putValue(control, value);
    controls[0]?.dispatchEvent(new Event("input", { bubbles: true }));
    return controls.length > 0;
  }

  #undo(): void {
    const pasted = this.#last;
    if (!pasted) return;
    const { removeRow, locale } = this.#around;
    this.#isPasting = true;
    for (const rowId of pasted.added.toReversed()) removeRow(pasted.table, rowId);
    for (const { name, value } of pasted.before) this.#put(name, value);
    this.#isPasting = false;
    this.#last = undefined;
    if (pasted.focus.isConnected) pasted.focus.focus();
    statusOf(pasted.table)?.replaceChildren(sectionMessages[locale].pasteUndone);
  }

  /** Row, column and the words: boxes to tick cannot show a word that is no choice. */
  #placeOf(index: number, name: string, text: string): string {
    const { locale, page } = this.#around;
    const t = sectionMessages[locale];
    const place = t.cellPlace({ row: index + 1, column: labelWords(page.controlsOf(name)[0]) });
    return t.pastedCell({ place, text: shortened(text.trim()) });
  }

  #say({ field }: CompiledQuestion, { rows, cells, wrong, over }: Counts): void {
    const t = sectionMessages[this.#around.locale];
    const sentences = [
      t.pasted({ rows, cells }),
      ...(wrong.length > 0
        ? [t.pastedWrong({ count: wrong.length, places: wrong.slice(0, mostNamed) })]
        : []),
      ...(over > 0 ? [t.pastedOver({ count: over })] : []),
    ];
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "btn btn-sm btn-quiet ms-3";
    undo.textContent = t.undoPaste;
    undo.addEventListener("click", () => this.#undo());
    statusOf(field.key)?.replaceChildren(sentences.join(this.#around.locale === "zh" ? "" : " "), undo);
  }
}

/** Which columns the copied ones fill: by their heads where they were copied too, else from the cursor on. */
function columnsOf(
  field: TableQuestion,
  grid: Grid,
  from: string,
): { columns: (TableColumn | undefined)[]; units: (MoneyUnit | undefined)[]; rows: Grid } {
  const editable = field.columns.filter(({ type }) => type !== "computed");
  const heads = matchHeads(field, grid[0] ?? []);
  if (heads.filter((key) => key !== undefined).length > 1)
    return {
      columns: heads.map((key) => editable.find((column) => column.key === key)),
      units: (grid[0] ?? []).map(moneyUnitIn),
      rows: grid.slice(1),
    };
  const all = field.columns.slice(field.columns.findIndex(({ key }) => key === from));
  const open = all.filter((column) => editable.includes(column));
  const width = grid[0]?.length ?? 0;
  // Copied from our own sheet with its computed columns.
  const columns =
    width > open.length ? all.map((column) => (open.includes(column) ? column : undefined)) : open;
  return { columns, units: [], rows: grid };
}

const tableOf = (node: EventTarget | null): string | undefined =>
  node instanceof Element ? node.closest<HTMLElement>("[data-table]")?.dataset["table"] : undefined;

const statusOf = (table: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-paste-status="${table}"]`);
