import {
  afterPairEvent,
  behindOf,
  type Pair,
  type PairState,
} from "#app/domain/applications/draft/stale-pairs.ts";
import type { SectionPageData } from "#app/domain/applications/section-page-data.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { pairMessages } from "#app/i18n/messages/paired-texts.ts";
import { labelWords } from "./label-words.ts";
import type { PageForm } from "./page-form.ts";

/** Marks the text whose other language is being changed: goes on from what the server knows, by its own rule. */
export class StaleTexts {
  readonly #page: PageForm;
  readonly #locale: Locale;
  readonly #drawnAt: number;
  readonly #pairs = new Map<string, Pair & { state: PairState }>();
  readonly #texts = new Map<string, RawValue>();

  constructor(page: PageForm, { pairs, locale, at }: Pick<SectionPageData, "pairs" | "locale" | "at">) {
    this.#page = page;
    this.#locale = locale;
    this.#drawnAt = Date.parse(at);
    for (const pair of pairs) {
      const keys = [pair.first, pair.second];
      if (keys.some((key) => page.controlsOf(key).length === 0)) continue;
      for (const key of keys) {
        this.#pairs.set(key, pair);
        this.#texts.set(key, page.valueOf(key));
      }
    }
  }

  /** One text was typed into. */
  changed(key: string, value: RawValue): void {
    const pair = this.#pairs.get(key);
    const before = this.#texts.get(key);
    if (!pair || before === value) return;
    // By the portal's clock, whatever this device's says.
    const at = new Date(this.#drawnAt + performance.now()).toISOString();
    pair.state = afterPairEvent(pair, pair.state, { key, at, before: before ?? null, after: value });
    this.#texts.set(key, value);
    const { first, second } = pair;
    const behind = behindOf(pair, pair.state, (each) => this.#texts.get(each));
    this.#show(first, behind === first ? second : null);
    this.#show(second, behind === second ? first : null);
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
