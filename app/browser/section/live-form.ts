import type { SectionPageData } from "#app/domain/applications/section-page-data.ts";
import { adviceOf } from "#app/domain/forms/advise.ts";
import { type CompiledForm, type CompiledQuestion } from "#app/domain/forms/compile-form.ts";
import { type EvaluatedRow, FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import { formatAnswer } from "#app/domain/forms/format-answer.ts";
import type { AnswerValue } from "#app/domain/forms/parse-answer.ts";
import { textLength, textLimits } from "#app/domain/forms/text-length.ts";
import { parseMoneyWan } from "#app/domain/shared/money.ts";
import { columnText } from "#app/i18n/answer-text.ts";
import { formatMoneyReadout } from "#app/i18n/format.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import type { PageForm } from "./page-form.ts";

/** Keeps the page true while somebody types: what shows, what is computed, sums, counts and read-outs. */
export class LiveForm {
  readonly #page: PageForm;
  readonly #compiled: CompiledForm;
  readonly #data: SectionPageData;
  #asked = false;

  constructor(page: PageForm, compiled: CompiledForm, data: SectionPageData) {
    this.#page = page;
    this.#compiled = compiled;
    this.#data = data;
  }

  /** Once a frame, however many keys came. */
  ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => {
      this.#asked = false;
      this.refresh();
    });
  }

  refresh(): void {
    const { today, files, elsewhere } = this.#data;
    const raw = { ...elsewhere, ...this.#page.answers() };
    const evaluation = new FormEvaluation(this.#compiled, raw, { today, files });
    this.#showQuestions(evaluation);
    this.#showCells(evaluation);
    this.#showFigures(evaluation);
    this.#showAdvice(evaluation);
  }

  /** Beside the box that was typed into. */
  refreshBox(control: HTMLInputElement | HTMLTextAreaElement, path: string): void {
    const { locale } = this.#data;
    const readout = control.dataset["money"];
    if (readout) {
      const money = parseMoneyWan(control.value);
      const words = money.ok ? formatMoneyReadout(locale, money.value) : null;
      const place = document.getElementById(readout);
      if (place)
        place.replaceChildren(...(words === null ? [] : [shellMessages[locale].equals, bold(words)]));
    }
    const count = document.getElementById(`${control.id}-count`);
    const field = this.#fieldAt(path);
    if (control.dataset["named"] && control instanceof HTMLInputElement) showName(control);
    if (!count || field?.type !== "long_text") return;
    const used = textLength(control.value);
    const limit = textLimits(field, control.value).max;
    count.textContent = shellMessages[locale].wordCount({ used, limit, unit: "characters" });
    count.classList.toggle("st-bad", used > limit);
  }

  #showQuestions(evaluation: FormEvaluation): void {
    for (const group of this.#page.form.querySelectorAll<HTMLElement>("[data-group]"))
      group.hidden = !evaluation.isGroupVisible(this.#data.section, group.dataset["group"] ?? "");
    for (const place of this.#page.form.querySelectorAll<HTMLElement>("[data-question]")) {
      const question = this.#compiled.questionByKey.get(place.dataset["question"] ?? "");
      if (question) place.hidden = !ownCondition(question, evaluation);
    }
  }

  #showCells(evaluation: FormEvaluation): void {
    for (const place of this.#page.form.querySelectorAll<HTMLElement>("[data-cell]")) {
      const row = this.#rowOf(place, evaluation);
      if (row) place.hidden = !row.isVisible(place.dataset["cell"] ?? "");
    }
  }

  #showFigures(evaluation: FormEvaluation): void {
    const { locale } = this.#data;
    for (const output of this.#page.form.querySelectorAll<HTMLElement>("output[data-computed]")) {
      const path = output.dataset["computed"] ?? "";
      const [key = "", rowId, column] = path.split("/");
      const field = this.#fieldAt(path);
      if (!field || field.type === "table" || field.type === "file" || field.type === "static") continue;
      const value =
        rowId === undefined
          ? evaluation.value(key)
          : evaluation
              .allRows(key)
              .find((row) => row.id === rowId)
              ?.value(column ?? "");
      const bare = output.dataset["bare"] !== undefined;
      const empty = bare ? "–" : sectionMessages[locale].computedLater;
      const text = (known: AnswerValue) => (bare ? columnText : formatAnswer)(field, known, locale);
      setText(output, value === null || value === undefined ? empty : text(value));
    }
    for (const output of this.#page.form.querySelectorAll<HTMLElement>("output[data-total]")) {
      const [table = "", column = ""] = (output.dataset["total"] ?? "").split("/");
      const field = this.#compiled.questionByKey.get(table)?.columnByKey.get(column)?.field;
      const value = evaluation.total(table, column);
      if (field) setText(output, value === null ? "" : columnText(field, value, locale));
    }
  }

  #showAdvice(evaluation: FormEvaluation): void {
    const section = this.#compiled.sectionByKey.get(this.#data.section);
    for (const { advice, isVisible, items, state } of section ? adviceOf(evaluation, section) : []) {
      const panel = this.#page.form.querySelector<HTMLElement>(`[data-advice="${advice.key}"]`);
      if (!panel) continue;
      panel.hidden = !isVisible;
      for (const { item, value, state: outcome } of items) {
        const row = panel.querySelector(`[data-advice-item="${item.key}"]`);
        const figure = row?.querySelector<HTMLElement>("[data-advice-value]");
        if (row) showState(row, outcome);
        if (figure) setText(figure, value?.[this.#data.locale] ?? "–");
      }
      const summary = panel.querySelector("[data-advice-summary]");
      if (summary) showState(summary, state);
    }
  }

  #rowOf(place: HTMLElement, evaluation: FormEvaluation): EvaluatedRow | undefined {
    const table = place.closest<HTMLElement>("[data-table]")?.dataset["table"];
    if (!table) return undefined;
    const named = place.closest<HTMLElement>("[data-row]")?.dataset["row"];
    const rowId = named ?? rowIdIn(place.closest("tbody"));
    return evaluation.allRows(table).find((row) => row.id === rowId);
  }

  #fieldAt(path: string) {
    const [key = "", , column] = path.split("/");
    const question = this.#compiled.questionByKey.get(key);
    return column === undefined ? question?.field : question?.columnByKey.get(column)?.field;
  }
}

/** What the code in the box is called, from the list it was chosen from. */
function showName(box: HTMLInputElement): void {
  const code = /^[0-9]{4}/.exec(box.value.trim())?.[0] ?? box.value.trim();
  const options = [...(box.list?.options ?? [])];
  const option = options.find(({ value, text }) => value === code || text === box.value.trim());
  document
    .getElementById(box.dataset["named"] ?? "")
    ?.replaceChildren(...(option ? [bold(option.text)] : []));
}

function showState(place: Element, state: string): void {
  for (const words of place.querySelectorAll<HTMLElement>("[data-state]"))
    words.hidden = words.dataset["state"] !== state;
}

const ownCondition = (question: CompiledQuestion, evaluation: FormEvaluation): boolean =>
  question.visible === null || question.visible(evaluation) === true;

const rowIdIn = (body: Element | null): string | undefined =>
  body?.querySelector<HTMLInputElement>(`input[type="hidden"][name$=".id"]`)?.value;

function setText(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

function bold(text: string): HTMLElement {
  const element = document.createElement("b");
  element.textContent = text;
  return element;
}
