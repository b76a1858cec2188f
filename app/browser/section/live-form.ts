import type { SectionPageData } from "#app/domain/applications/section-page-data.ts";
import { adviceOf } from "#app/domain/forms/advise.ts";
import { type CompiledForm, type CompiledQuestion } from "#app/domain/forms/compile-form.ts";
import { type EvaluatedRow, FormEvaluation, type ReadCells } from "#app/domain/forms/form-evaluation.ts";
import { formatAnswer } from "#app/domain/forms/format-answer.ts";
import type { AnswerValue } from "#app/domain/forms/parse-answer.ts";
import { applyAnswerOperation, type RawAnswers, type RawValue } from "#app/domain/forms/raw-answers.ts";
import { countText } from "#app/domain/forms/text-length.ts";
import { parseMoneyWan } from "#app/domain/shared/money.ts";
import { columnText } from "#app/i18n/answer-text.ts";
import { formatMoneyReadout } from "#app/i18n/format.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { type LivePlaces, PlaceIndex } from "./live-places.ts";
import type { PageForm } from "./page-form.ts";

/** What follows from a text is shown once the keys rest this long, or have gone on for that long. */
const restMs = 100;
const longestMs = 400;

/** Keeps the page true while somebody types: what shows, what is computed, sums, counts and read-outs. */
export class LiveForm {
  readonly #page: PageForm;
  readonly #compiled: CompiledForm;
  readonly #data: SectionPageData;
  readonly #places: PlaceIndex;
  readonly #readCells: ReadCells = new WeakMap();
  /** The page's answers as they stood after the last key; undefined when they must be read anew. */
  #raw: RawAnswers | undefined;
  #changed = new Set<string>();
  #asked = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #typingSince: number | undefined;

  constructor(page: PageForm, compiled: CompiledForm, data: SectionPageData) {
    this.#page = page;
    this.#compiled = compiled;
    this.#data = data;
    this.#places = new PlaceIndex(page.form, compiled, data.section);
  }

  /** Rows came or went, or several answers changed. Once a frame, however much happened. */
  ask(): void {
    this.#raw = undefined;
    this.#places.forget();
    this.#schedule();
  }

  /** One answer changed; while a text is still being typed its key is not made to wait for what follows from it. */
  changed(path: string, value: RawValue, isTyping: boolean): void {
    if (this.#raw) {
      this.#raw = applyAnswerOperation(this.#raw, { kind: "set", path, value });
      this.#changed.add(path);
    }
    if (!isTyping) return this.#schedule();
    this.#typingSince ??= performance.now();
    const left = this.#typingSince + longestMs - performance.now();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#schedule(), Math.max(0, Math.min(restMs, left)));
  }

  #schedule(): void {
    clearTimeout(this.#rest);
    this.#typingSince = undefined;
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => {
      this.#asked = false;
      this.refresh();
    });
  }

  refresh(): void {
    const { today, files, elsewhere } = this.#data;
    const isNew = this.#raw === undefined;
    this.#raw ??= { ...elsewhere, ...this.#page.answers() };
    const evaluation = new FormEvaluation(this.#compiled, this.#raw, { today, files }, this.#readCells);
    const changed = [...this.#changed];
    this.#changed.clear();
    // A second key in the same frame is rare: then everything is looked at.
    const [only] = changed;
    const places =
      isNew || changed.length > 1 || only === undefined
        ? this.#places.everything()
        : this.#places.movedBy(only);
    this.#showQuestions(evaluation, places);
    for (const { element, key, rowId = "", column = "" } of places.cells) {
      const row = rowAt(evaluation, key, rowId);
      if (row) setHidden(element, !row.isVisible(column));
    }
    this.#showFigures(evaluation, places);
    if (places.advice) this.#showAdvice(evaluation);
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
    const counted = countText(field, control.value);
    count.textContent = shellMessages[locale].wordCount(counted);
    count.classList.toggle("st-bad", counted.used > counted.limit);
  }

  #showQuestions(evaluation: FormEvaluation, { groups, questions }: LivePlaces): void {
    for (const group of groups)
      setHidden(group, !evaluation.isGroupVisible(this.#data.section, group.dataset["group"] ?? ""));
    for (const { element, key } of questions) {
      const question = this.#compiled.questionByKey.get(key);
      if (question) setHidden(element, !ownCondition(question, evaluation));
    }
  }

  #showFigures(evaluation: FormEvaluation, { figures, totals }: LivePlaces): void {
    const { locale } = this.#data;
    for (const { element, key, rowId, column = "" } of figures) {
      const field = this.#fieldAt(element.dataset["computed"] ?? "");
      if (!field || field.type === "table" || field.type === "file" || field.type === "static") continue;
      const value =
        rowId === undefined ? evaluation.value(key) : rowAt(evaluation, key, rowId)?.value(column);
      const bare = element.dataset["bare"] !== undefined;
      const empty = bare ? "–" : sectionMessages[locale].computedLater;
      const text = (known: AnswerValue) => (bare ? columnText : formatAnswer)(field, known, locale);
      setText(element, value === null || value === undefined ? empty : text(value));
    }
    for (const { element, key, column = "" } of totals) {
      const field = this.#compiled.questionByKey.get(key)?.columnByKey.get(column)?.field;
      const value = evaluation.total(key, column);
      if (field) setText(element, value === null ? "" : columnText(field, value, locale));
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

const rowAt = (evaluation: FormEvaluation, table: string, rowId: string): EvaluatedRow | undefined =>
  evaluation.allRows(table).find((row) => row.id === rowId);

/** Writing what stands already would still cost the browser its layout. */
function setHidden(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}

function setText(place: HTMLElement, text: string): void {
  if (place.textContent === text) return;
  const { firstChild } = place;
  // A new node would have every rule with :has() looked at again, all the way up to the root.
  if (place.childNodes.length === 1 && firstChild instanceof Text) firstChild.data = text;
  else place.textContent = text;
}

function bold(text: string): HTMLElement {
  const element = document.createElement("b");
  element.textContent = text;
  return element;
}
