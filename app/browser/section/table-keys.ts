import { type CellControl, isCellControl } from "./cell-value.ts";
import { parseCellName } from "./field-names.ts";
import type { PageForm } from "./page-form.ts";

/**
 * Enter and the arrows go up and down a table's column, as in a spreadsheet. Where a key means something in the
 * control itself (a list, a date, several lines) only Ctrl with an arrow moves. In a card Enter goes on within the
 * card: the same box of the next one may be screens away, and nobody who presses it there means one card more.
 */
export function listenToTableKeys(page: PageForm, addRow: (table: string) => void): void {
  page.form.addEventListener("keydown", (event) => {
    const { target: control } = event;
    if (event.isComposing || !isCellControl(control) || !control.closest("[data-table]")) return;
    const step = stepOf(event, control);
    if (step === 0) return;
    const card = control.closest(".row-card");
    if (card && event.key === "Enter") {
      event.preventDefault();
      inCard(card, control, step)?.focus();
      return;
    }
    const next = neighbour(page, control, step);
    const cell = parseCellName(control.name);
    if (next) next.focus();
    else if (event.key === "Enter" && step > 0 && cell && isBegun(page, cell)) addRow(cell.table);
    event.preventDefault();
    if (next instanceof HTMLInputElement && next.type === "text") next.select();
  });
}

function stepOf(event: KeyboardEvent, control: CellControl): -1 | 0 | 1 {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
  if (altKey || metaKey) return 0;
  const isPlain = control instanceof HTMLInputElement && plainTypes.has(control.type);
  if (key === "Enter" && !ctrlKey && control instanceof HTMLInputElement) return shiftKey ? -1 : 1;
  if (shiftKey || !(ctrlKey || (isPlain && !control.closest(".row-card")))) return 0;
  return key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
}

/** In these an arrow up or down does nothing of its own. */
const plainTypes = new Set(["text", "url", "email", "tel", "checkbox"]);

/** The control of the same column in the row above or below; in accounts, of the same period. */
function neighbour(page: PageForm, control: CellControl, step: -1 | 1): CellControl | undefined {
  if (control.closest("table.stmt")) return inStatement(control, step);
  const cell = parseCellName(control.name);
  if (!cell) return undefined;
  const rows = page.rowInputs(cell.table);
  const at = rows.findIndex((input) => parseCellName(input.name)?.index === cell.index);
  for (let row = rows[at + step], next = at + step; row; next += step, row = rows[next]) {
    const found = document.getElementById(`${cell.table}-${row.value}-${cell.column}`);
    if (isCellControl(found) && canFocus(found)) return found;
  }
  return undefined;
}

function inCard(card: Element, control: CellControl, step: -1 | 1): CellControl | undefined {
  const boxes = [...card.querySelectorAll("input:not([type=hidden]), select, textarea")]
    .filter(isCellControl)
    .filter(canFocus);
  return boxes[boxes.indexOf(control) + step];
}

function inStatement(control: CellControl, step: -1 | 1): CellControl | undefined {
  const place = control.closest("td");
  let line = place?.closest("tr");
  const column = place?.cellIndex ?? -1;
  while (line) {
    line = (step > 0 ? line.nextElementSibling : line.previousElementSibling) as HTMLTableRowElement | null;
    const found = line?.cells[column]?.querySelector("input:not([type=hidden]), select, textarea");
    if (isCellControl(found) && canFocus(found)) return found;
  }
  return undefined;
}

const canFocus = (control: CellControl): boolean => !control.disabled && control.closest("[hidden]") === null;

/** Something stands in the row: Enter in an empty last row makes no further one. */
function isBegun(page: PageForm, { table, index }: { table: string; index: number }): boolean {
  const rowId = page.rowIdAt(table, index);
  return [...page.values()].some(
    ([path, value]) => path.startsWith(`${table}/${rowId}/`) && value.length > 0,
  );
}
