import { shellMessages } from "#app/i18n/messages/shell.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { parseCellName, renumbered } from "./field-names.ts";
import type { PageForm } from "./page-form.ts";

/** Rows of tables, added and taken away in place; the server's template says what a new one looks like. */
export class TableRows {
  readonly #page: PageForm;
  readonly #locale: Locale;
  readonly #templateRowId: string;

  constructor(page: PageForm, locale: Locale, templateRowId: string) {
    this.#page = page;
    this.#locale = locale;
    this.#templateRowId = templateRowId;
  }

  /** Puts empty rows at the end, named by these ids. */
  add(table: string, rowIds: readonly string[]): void {
    const place = this.#place(table);
    const template = this.#page.form.querySelector<HTMLTemplateElement>(
      `template[data-row-template="${table}"]`,
    );
    if (!place || !template) return;
    let last = [...place.querySelectorAll(".own-row, .row-card")].at(-1);
    for (const rowId of rowIds) {
      const copy = template.content.cloneNode(true) as DocumentFragment;
      const row = rowElement(copy);
      if (!row) return;
      this.#name(row, rowId);
      if (last) last.after(row);
      else {
        place.replaceChildren(copy);
        if (row.parentElement === null) place.append(row);
      }
      last = row;
    }
    this.renumber(table);
  }

  /** Puts the cursor into a row. */
  focus(table: string, rowId: string): void {
    this.element(table, rowId)
      ?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")
      ?.focus();
  }

  /** How many rows may still be added. */
  room(table: string): number {
    const max = Number(this.#place(table)?.dataset["maxRows"] ?? 0);
    const grows = this.#page.form.querySelector(`[data-add-row="${table}"]`) !== null;
    return grows ? Math.max(0, max - this.#page.rowInputs(table).length) : 0;
  }

  /** Takes a row away and gives it back, should it have to return. */
  remove(table: string, rowId: string): { restore: () => void } | undefined {
    const row = this.element(table, rowId);
    if (!row?.parentNode) return undefined;
    const at = this.#page.rowInputs(table).findIndex((input) => input.value === rowId);
    const marker = document.createComment("row");
    row.replaceWith(marker);
    this.renumber(table);
    // The row that took its place, or the last: whoever removes a long card stays where they were.
    const left = this.#page.rowInputs(table);
    const next = left[at] ?? left.at(-1);
    (
      next &&
      this.element(table, next.value)?.querySelector<HTMLElement>(
        "input:not([type=hidden]), select, textarea",
      )
    )?.focus();
    if (!next) this.#place(table)?.focus();
    return {
      restore: () => {
        marker.replaceWith(row);
        this.renumber(table);
      },
    };
  }

  element(table: string, rowId: string): HTMLElement | undefined {
    return this.#page.rowInput(table, rowId)?.closest<HTMLElement>(".own-row, .row-card") ?? undefined;
  }

  /** Names, numbers and labels follow the order on the page. */
  renumber(table: string): void {
    const place = this.#place(table);
    if (!place) return;
    const rows = [...place.querySelectorAll<HTMLElement>(".own-row, .row-card")];
    rows.forEach((row, index) => {
      for (const control of row.querySelectorAll<HTMLInputElement>("[name]"))
        if (parseCellName(control.name)) control.name = renumbered(control.name, table, index);
      const number = row.querySelector(".own-n");
      if (number) number.textContent = String(index + 1);
      const title = row.querySelector("[data-row-number]");
      if (title) title.textContent = ` ${index + 1}`;
      for (const label of row.querySelectorAll(".sr-only"))
        if (rowWords.test(label.textContent ?? ""))
          label.textContent = `${shellMessages[this.#locale].row({ row: index + 1 })} `;
      row
        .querySelector("[data-remove-row]")
        ?.setAttribute("aria-label", sectionMessages[this.#locale].removeRowNumber({ row: index + 1 }));
    });
    this.#limit(table, rows.length);
  }

  #limit(table: string, count: number): void {
    const max = Number(this.#place(table)?.dataset["maxRows"] ?? Infinity);
    const add = this.#page.form.querySelector<HTMLElement>(`[data-add-row="${table}"]`);
    const full = this.#page.form.querySelector<HTMLElement>(`[data-rows-full="${table}"]`);
    if (add) add.hidden = count >= max;
    if (full) full.hidden = count < max;
  }

  #place(table: string): HTMLElement | null {
    return this.#page.form.querySelector<HTMLElement>(`[data-table="${table}"]`);
  }

  #name(row: HTMLElement, rowId: string): void {
    const give = (text: string) => text.replaceAll(this.#templateRowId, rowId);
    for (const element of [row, ...row.querySelectorAll("*")])
      for (const attribute of [...element.attributes])
        if (attribute.value.includes(this.#templateRowId))
          element.setAttribute(attribute.name, give(attribute.value));
    for (const input of row.querySelectorAll<HTMLInputElement>("input[type=hidden]"))
      input.value = give(input.value);
  }
}

const rowElement = (fragment: DocumentFragment): HTMLElement | null =>
  fragment.querySelector<HTMLElement>(".own-row, .row-card");

/** "第3行" or "Row 3", whichever language the page is in. */
const rowWords = /^\s*(第\d+行|row \d+)\s*$/i;
