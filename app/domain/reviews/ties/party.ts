import { normaliseUscc } from "../../companies/uscc.ts";

/** An organisation as somebody wrote it down; either may be empty. */
export interface Party {
  readonly name: string;
  readonly uscc: string;
}

export const partyOf = (name: string, uscc = ""): Party => ({
  name: name.trim(),
  uscc: normaliseUscc(uscc),
});

/** Registered names are unique in China, but people type brackets, spaces and case as they please. */
export const nameKey = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[\s·•.,，()“”"'’-]/gu, "")
    .toLowerCase();

/** As it was written: the same whatever else is known. */
export const writtenKey = ({ name, uscc }: Party): string => uscc || nameKey(name);

/**
 * One key for each organisation. A name that is written with a code somewhere is known by it everywhere; written
 * with several codes, they all count as one organisation: a slip of the pen must not hide a tie.
 */
export class PartyKeys {
  readonly #parent = new Map<string, string>();

  learn({ name, uscc }: Party): void {
    const key = nameKey(name);
    if (key === "" || uscc === "") return;
    const [one, other] = [this.#root(`name:${key}`), this.#root(uscc)].toSorted() as [string, string];
    if (one !== other) this.#parent.set(other, one);
  }

  /** Undefined where nothing is written. */
  of({ name, uscc }: Party): string | undefined {
    if (uscc !== "") return this.#root(uscc);
    const key = nameKey(name);
    return key === "" ? undefined : this.#root(`name:${key}`);
  }

  #root(key: string): string {
    const parent = this.#parent.get(key);
    return parent === undefined ? key : this.#root(parent);
  }
}
