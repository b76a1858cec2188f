import type { CompiledForm } from "#app/domain/forms/compile-form.ts";
import { compositeOf } from "#app/domain/forms/composite-field.ts";
import type { Fault } from "#app/domain/forms/issue.ts";
import { doubtfulAmount } from "#app/domain/forms/parse-figure.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { amountMessages } from "#app/i18n/messages/doubtful-amounts.ts";
import { labelWords } from "./label-words.ts";

/** Asks whether 元 were typed into a 万元 box, as the server does when the page is drawn anew. */
export class AmountDoubts {
  readonly #form: HTMLFormElement;
  readonly #compiled: CompiledForm;
  readonly #locale: Locale;

  constructor(form: HTMLFormElement, compiled: CompiledForm, locale: Locale) {
    this.#form = form;
    this.#compiled = compiled;
    this.#locale = locale;
    form.addEventListener("click", (event) => this.#onClick(event));
  }

  /** While somebody types, a question only goes; it comes when they are done, so that nothing moves under them. */
  typed(control: HTMLInputElement, path: string, isDone: boolean): void {
    const field = this.#fieldAt(path);
    if (field?.type !== "money" || compositeOf(field)) return;
    const doubt = doubtfulAmount(field, control.value);
    const standing = document.getElementById(`${control.id}-doubt`);
    const wan = doubt?.params["wan"]?.[this.#locale];
    if (standing && standing.dataset["wan"] === wan) return;
    standing?.remove();
    if (doubt && isDone) this.#place(control, this.#note(control, path, doubt));
  }

  #fieldAt(path: string) {
    const [key = "", , column] = path.split("/");
    const question = this.#compiled.questionByKey.get(key);
    return column === undefined ? question?.field : question?.columnByKey.get(column)?.field;
  }

  /** Below the question, or below the row that the cell stands in. */
  #place(control: HTMLInputElement, note: HTMLElement): void {
    const field = document.getElementById(`${control.id}-field`);
    const notes = control.closest("tbody")?.querySelector<HTMLElement>(".own-2 td");
    const table = control.closest(".stmt");
    if (field) field.after(note);
    else if (table) table.after(note);
    else if (notes) notes.append(note);
    else control.parentElement?.append(note);
  }

  #note(control: HTMLInputElement, path: string, { params, level }: Fault): HTMLElement {
    const t = amountMessages[this.#locale];
    const isCell = path.includes("/") && !document.getElementById(`${control.id}-field`);
    const note = document.createElement("div");
    note.className = "amount-note";
    note.id = `${control.id}-doubt`;
    note.dataset["wan"] = params["wan"]?.[this.#locale] ?? "";
    const words = document.createElement("p");
    words.setAttribute("role", "status");
    const glyph = document.querySelector<HTMLTemplateElement>('template[data-glyph="warn"]');
    const ask = t.ask({ meant: params["meant"]?.[this.#locale] ?? "" });
    const at = isCell ? t.at({ label: labelWords(control) }) : "";
    words.append(...(glyph ? [glyph.content.cloneNode(true)] : []), ` ${at}${ask}`);
    note.append(words, button(`in-wan:${path}`, t.inWan({ wan: note.dataset["wan"] })));
    if (level === "warning") note.append(button(`confirm-amount:${path}`, t.isRight));
    return note;
  }

  /** The amount in 万元 goes into the box as if it had been typed; that it is right only the server keeps. */
  #onClick(event: MouseEvent): void {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null;
    if (!pressed?.value.startsWith("in-wan:")) return;
    const note = pressed.closest<HTMLElement>(".amount-note");
    const box = document.getElementById(note?.id.replace(/-doubt$/, "") ?? "");
    const path = pressed.value.slice("in-wan:".length);
    const field = this.#fieldAt(path);
    if (!(box instanceof HTMLInputElement) || field?.type !== "money" || box.form !== this.#form) return;
    const wan = doubtfulAmount(field, box.value)?.params["wan"]?.[this.#locale];
    if (wan === undefined) return;
    event.preventDefault();
    box.value = wan;
    box.focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
    note?.remove();
  }
}

function button(value: string, text: string): HTMLButtonElement {
  const element = document.createElement("button");
  element.className = "btn btn-sm";
  element.name = "intent";
  element.value = value;
  element.textContent = text;
  return element;
}
