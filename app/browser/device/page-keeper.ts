import type { DeviceStore } from "./device-store.ts";
import { isEmpty, type KeptDraft } from "./kept-draft.ts";

/** A key is not made to wait for the writing down of the one before it; much less than a tab takes to close. */
const breathMs = 120;

/** Keeps on the device what one page has typed, until it is told to be saved. */
export class PageKeeper {
  readonly #store: Promise<Pick<DeviceStore, "keep" | "forget"> | undefined>;
  readonly #id: string;
  readonly #snapshot: () => KeptDraft;
  #writing: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDirty = false;
  #isKept = false;
  #holdsBox = false;

  constructor(
    store: Promise<Pick<DeviceStore, "keep" | "forget"> | undefined>,
    id: string,
    snapshot: () => KeptDraft,
  ) {
    this.#store = store;
    this.#id = id;
    this.#snapshot = snapshot;
  }

  /** Everything typed so far would survive this tab. */
  get isKept(): boolean {
    return this.#isKept && !this.#isDirty;
  }

  /** A key was pressed: written down once a moment, however many follow. */
  typed(): void {
    this.#isDirty = true;
    this.#timer ??= setTimeout(() => void this.changed(), breathMs);
  }

  /** Something was typed, or saved. Resolves when the device has it, or cannot. */
  changed(): Promise<void> {
    this.#isDirty = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return (this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    }));
  }

  async #write(): Promise<void> {
    const store = await this.#store;
    if (!store) return;
    while (this.#isDirty) {
      this.#isDirty = false;
      const draft = this.#snapshot();
      try {
        if (!isEmpty(draft)) await store.keep(this.#id, draft);
        else if (this.#holdsBox) await store.forget(this.#id);
        this.#holdsBox = !isEmpty(draft);
        this.#isKept = true;
      } catch {
        // A full or closed store: the page goes on without it, and does not claim otherwise.
        this.#isKept = false;
        return;
      }
    }
  }
}
