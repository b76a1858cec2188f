import type { CompiledForm } from "#app/domain/forms/compile-form.ts";
import { adoptText } from "../draft/adopt-text.ts";
import { compositeOf, partsAsTyped } from "#app/domain/forms/composite-field.ts";
import type { Field } from "#app/domain/forms/definition.ts";
import type { RawAnswers, RawRow, RawValue } from "#app/domain/forms/raw-answers.ts";
import { parseCellName, pathOfName } from "./field-names.ts";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The section's form in the document, read the way the server reads it when it is sent. */
export class PageForm {
  readonly form: HTMLFormElement;
  readonly #compiled: CompiledForm;

  constructor(form: HTMLFormElement, compiled: CompiledForm) {
    this.form = form;
    this.#compiled = compiled;
  }

  /** The answer a control belongs to. */
  pathOf(control: EventTarget | null): string | null {
    if (!isControl(control) || control.form !== this.form || control.type === "file") return null;
    return pathOfName(control.name, (table, index) => this.rowIdAt(table, index));
  }

  rowIdAt(table: string, index: number): string | undefined {
    const hidden = this.form.elements.namedItem(`${table}[${index}].id`);
    return hidden instanceof HTMLInputElement ? hidden.value : undefined;
  }

  /** What stands in the controls of one name, as it was typed. */
  valueOf(name: string): RawValue {
    const controls = this.#named(name);
    if (this.isComposite(name)) return partsAsTyped(controls.map((control) => plain(control.value)));
    const choices = controls.filter(
      (control): control is HTMLInputElement => control.type === "checkbox" || control.type === "radio",
    );
    if (choices.length === 0) return plain(controls.at(-1)?.value ?? "");
    const ticked = choices.filter((choice) => choice.checked).map((choice) => choice.value);
    return this.#isList(name) ? ticked : (ticked.at(-1) ?? "");
  }

  /** Puts an answer into its controls. */
  setValue(name: string, value: RawValue): void {
    const list = typeof value === "string" ? [value] : value;
    if (this.isComposite(name)) {
      this.#named(name).forEach((control, index) => (control.value = list[index] ?? ""));
      return;
    }
    for (const control of this.#named(name)) {
      if (control.type === "hidden") continue;
      if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio"))
        control.checked = list.includes(control.value);
      else control.value = list.at(-1) ?? "";
    }
  }

  /** Puts a text into its box while somebody may be typing in it. */
  adoptText(name: string, text: string): void {
    for (const control of this.#named(name))
      if (!(control instanceof HTMLSelectElement)) adoptText(control, text);
  }

  /** The controls of one name, without those that only say the question was there. */
  controlsOf(name: string): Control[] {
    return this.#named(name).filter((control) => control.type !== "hidden");
  }

  nameOf(path: string): string | undefined {
    const [table = "", rowId, column] = path.split("/");
    if (rowId === undefined || column === undefined) return table;
    const hidden = this.rowInput(table, rowId);
    const cell = hidden && parseCellName(hidden.name);
    return cell ? `${table}[${cell.index}].${column}` : undefined;
  }

  rowInput(table: string, rowId: string): HTMLInputElement | undefined {
    return this.rowInputs(table).find((input) => input.value === rowId);
  }

  /** Hidden inputs that name a table's rows, in the order of the page. */
  rowInputs(table: string): HTMLInputElement[] {
    return [...this.form.querySelectorAll<HTMLInputElement>(`input[type="hidden"][name$=".id"]`)].filter(
      (input) => {
        const cell = parseCellName(input.name);
        return cell?.table === table && cell.column === "id";
      },
    );
  }

  /** Every answer of the page by path. */
  values(): Map<string, RawValue> {
    const values = new Map<string, RawValue>();
    for (const control of this.form.elements) {
      const path = this.pathOf(control);
      if (path !== null && isControl(control) && !values.has(path))
        values.set(path, this.valueOf(control.name));
    }
    return values;
  }

  /** The page's answers as the form's rules read them; rows in the order they stand. */
  answers(): RawAnswers {
    const raw: RawAnswers = {};
    const rows = new Map<string, RawRow>();
    for (const [table, question] of this.#compiled.questionByKey) {
      if (question.field.type !== "table") continue;
      const standing = this.rowInputs(table).map((input): RawRow => ({ id: input.value, cells: {} }));
      if (standing.length > 0) raw[table] = standing;
      for (const row of standing) rows.set(`${table}/${row.id}`, row);
    }
    for (const [path, value] of this.values()) {
      const [key = "", rowId, column] = path.split("/");
      if (rowId === undefined || column === undefined) raw[key] = value;
      else {
        const row = rows.get(`${key}/${rowId}`);
        if (row) row.cells[column] = value;
      }
    }
    return raw;
  }

  #named(name: string): Control[] {
    const found = this.form.elements.namedItem(name);
    if (found instanceof RadioNodeList) return [...found].filter(isControl);
    return isControl(found) ? [found] : [];
  }

  #isList(name: string): boolean {
    return this.#fieldOf(name)?.type === "multi_choice";
  }

  /** Several boxes of one name, each with its part. */
  isComposite(name: string): boolean {
    const field = this.#fieldOf(name);
    return field !== undefined && compositeOf(field as Field) !== undefined;
  }

  #fieldOf(name: string) {
    const cell = parseCellName(name);
    const question = this.#compiled.questionByKey.get(cell ? cell.table : name);
    return cell ? question?.columnByKey.get(cell.column)?.field : question?.field;
  }
}

const isControl = (node: unknown): node is Control =>
  node instanceof HTMLInputElement ||
  node instanceof HTMLSelectElement ||
  node instanceof HTMLTextAreaElement;

const plain = (text: string): string => text.replaceAll("\r\n", "\n");
