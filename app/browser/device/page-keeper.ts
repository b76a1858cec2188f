import type { DeviceStore } from "./device-store.ts";
import { isEmpty, type KeptDraft } from "./kept-draft.ts";

/** Keeps on the device what one page has typed, until it is told to be saved. */
export class PageKeeper {
  readonly #store: Promise<Pick<DeviceStore, "keep" | "forget"> | undefined>;
  readonly #id: string;
  readonly #snapshot: () => KeptDraft;
  #writing: Promise<void> | undefined;
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

  /** Something was typed, or saved. Resolves when the device has it, or cannot. */
  changed(): Promise<void> {
    this.#isDirty = true;
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
