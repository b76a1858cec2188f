import { type PairEvent, staleOf } from "#app/domain/applications/draft/stale-pairs.ts";
import type { CompiledForm } from "#app/domain/forms/compile-form.ts";
import { questionPairs } from "#app/domain/forms/paired-questions.ts";
import { isBlank, type RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { pairMessages } from "#app/i18n/messages/paired-texts.ts";
import { labelWords } from "./label-words.ts";
import type { PageForm } from "./page-form.ts";

interface Pair {
  first: string;
  second: string;
  changes: PairEvent[];
}

/** Marks the text whose other language is being changed, by the rule the server draws the page with. */
export class StaleTexts {
  readonly #page: PageForm;
  readonly #locale: Locale;
  readonly #pairs = new Map<string, Pair>();
  readonly #texts = new Map<string, RawValue>();

  constructor(page: PageForm, compiled: CompiledForm, locale: Locale) {
    this.#page = page;
    this.#locale = locale;
    for (const { first, second } of questionPairs(compiled.definition)) {
      const keys = [first.field.key, second.field.key] as const;
      if (keys.some((key) => page.controlsOf(key).length === 0)) continue;
      const pair: Pair = { first: keys[0], second: keys[1], changes: this.#before(keys) };
      for (const key of keys) {
        this.#pairs.set(key, pair);
        this.#texts.set(key, page.valueOf(key));
      }
    }
  }

  /** One text was typed into. */
  changed(key: string, value: RawValue): void {
    const pair = this.#pairs.get(key);
    if (!pair) return;
    const last = pair.changes.at(-1);
    const before = last?.key === key && last.at !== longAgo ? last.before : this.#texts.get(key);
    if (last?.key === key && last.at !== longAgo) pair.changes.pop();
    pair.changes.push({ key, at: new Date().toISOString(), before: before ?? null, after: value });
    this.#texts.set(key, value);
    const { first, second, changes } = pair;
    const isWhole = [first, second].every((each) => !isBlank(this.#texts.get(each)));
    const behind = isWhole ? staleOf({ first, second, confirmations: [] }, changes) : null;
    this.#show(first, behind === first ? second : null);
    this.#show(second, behind === second ? first : null);
  }

  /** What the server found, as the change that led to it. */
  #before([first, second]: readonly [string, string]): PairEvent[] {
    const behind = [first, second].find((key) => this.#noteOf(key));
    if (behind === undefined) return [];
    return [{ key: behind === first ? second : first, at: longAgo, before: "1", after: "2" }];
  }

  #noteOf = (key: string): HTMLElement | null =>
    this.#page.form.querySelector<HTMLElement>(`[data-stale="${key}"]`);

  #show(key: string, other: string | null): void {
    const standing = this.#noteOf(key);
    if (other === null) standing?.remove();
    else if (!standing)
      document
        .getElementById(`${key}-field`)
        ?.after(this.#note(key, labelWords(this.#page.controlsOf(other)[0])));
  }

  #note(key: string, other: string): HTMLElement {
    const t = pairMessages[this.#locale];
    const note = document.createElement("div");
    note.className = "stale-note";
    note.id = `${key}-stale`;
    note.dataset["stale"] = key;
    const words = document.createElement("p");
    const glyph = document.querySelector<HTMLTemplateElement>('template[data-glyph="warn"]');
    words.append(...(glyph ? [glyph.content.cloneNode(true)] : []), ` ${t.changedSince(other)}`);
    const button = document.createElement("button");
    button.className = "btn btn-sm";
    button.name = "intent";
    button.value = `confirm-pair:${key}`;
    button.textContent = t.stillRight;
    note.append(words, button);
    return note;
  }
}

const longAgo = new Date(0).toISOString();
