import type { KeptDraft } from "./kept-draft.ts";
import { onceGone } from "./page-lock.ts";

const databaseName = "drafts";

interface Box {
  id: string;
  /** Which sign-in it belongs to; says nothing of its key. */
  keyId: string;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

interface SignInKey {
  key: CryptoKey;
  keyId: string;
}

/**
 * Unsaved answers on this device, encrypted (AES-GCM) under the key of one sign-in, which stays in memory. What
 * another sign-in left behind cannot be read any more and is removed by the first page of the next, unless the page
 * that wrote it is still open and may bring it over.
 */
export class DeviceStore {
  #database: IDBDatabase;
  #key: CryptoKey;
  #keyId: string;
  #isClosed = false;
  #last: Promise<unknown> = Promise.resolve();

  /** Undefined where the browser offers no storage or, without TLS, no encryption. */
  static async open(secret: string): Promise<DeviceStore | undefined> {
    if (!globalThis.crypto?.subtle || !("indexedDB" in globalThis)) return undefined;
    try {
      const store = new DeviceStore(await openDatabase(), await importedKey(secret));
      await store.#forgetOthers();
      return store;
    } catch {
      return undefined;
    }
  }

  private constructor(database: IDBDatabase, { key, keyId }: SignInKey) {
    this.#database = database;
    this.#key = key;
    this.#keyId = keyId;
    this.#closeWhenAsked();
  }

  /** Which sign-in this page encrypts for. */
  get keyId(): string {
    return this.#keyId;
  }

  /** The same person signed in again elsewhere: whatever can still be read goes under the key of that sign-in. */
  moveTo(secret: string): Promise<void> {
    return this.#inTurn(() => this.#move(secret));
  }

  async #move(secret: string): Promise<void> {
    const kept = this.#isClosed ? [] : await this.all();
    if (this.#isClosed) {
      this.#database = await openDatabase();
      this.#closeWhenAsked();
    }
    ({ key: this.#key, keyId: this.#keyId } = await importedKey(secret));
    for (const { id, draft } of kept) await this.#put(id, draft);
  }

  /**
   * One thing after the other: what is kept while the key changes would be under the old one, and lost if the page
   * ended just then.
   */
  #inTurn<Result>(job: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(job);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Signing out in another tab deletes the database; it must not wait for this one. */
  #closeWhenAsked(): void {
    this.#isClosed = false;
    const database = this.#database;
    database.addEventListener("versionchange", () => {
      database.close();
      this.#isClosed = true;
    });
  }

  keep(id: string, draft: KeptDraft): Promise<void> {
    return this.#inTurn(() => this.#put(id, draft));
  }

  async #put(id: string, draft: KeptDraft): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(draft));
    const sealed = await crypto.subtle.encrypt(this.#cipher(iv, id), this.#key, text);
    const box: Box = { id, keyId: this.#keyId, iv, sealed };
    await this.#change((boxes) => boxes.put(box));
  }

  forget(id: string): Promise<void> {
    return this.#inTurn(() => this.#remove(id));
  }

  async #remove(id: string): Promise<void> {
    await this.#change((boxes) => boxes.delete(id));
  }

  /** Everything of this sign-in, in the order of the ids. */
  async all(): Promise<{ id: string; draft: KeptDraft }[]> {
    const kept: { id: string; draft: KeptDraft }[] = [];
    for (const box of await this.#boxes()) {
      if (box.keyId !== this.#keyId) continue;
      const draft = await this.#open(box);
      if (draft) kept.push({ id: box.id, draft });
      else await this.#remove(box.id);
    }
    return kept;
  }

  /** Only as a page opens: an older page cannot tell what a later sign-in still needs. */
  async #forgetOthers(): Promise<void> {
    for (const { id, keyId } of await this.#boxes())
      if (keyId !== this.#keyId) await onceGone(id, () => this.forget(id));
  }

  #boxes = (): Promise<Box[]> =>
    finished<Box[]>(this.#database.transaction("boxes").objectStore("boxes").getAll() as IDBRequest<Box[]>);

  async #open({ id, iv, sealed }: Box): Promise<KeptDraft | undefined> {
    try {
      const text = await crypto.subtle.decrypt(this.#cipher(iv, id), this.#key, sealed);
      return JSON.parse(new TextDecoder().decode(text)) as KeptDraft;
    } catch {
      return undefined;
    }
  }

  #cipher = (iv: Uint8Array<ArrayBuffer>, id: string) => ({
    ...{ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(id) },
  });

  async #change(change: (boxes: IDBObjectStore) => void): Promise<void> {
    const transaction = this.#database.transaction("boxes", "readwrite", { durability: "strict" });
    change(transaction.objectStore("boxes"));
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener("complete", () => resolve());
      for (const event of ["error", "abort"])
        transaction.addEventListener(event, () => reject(transaction.error ?? new Error(event)));
    });
  }
}

/** After signing out nothing is left, not even what could not be read. */
export function forgetEverything(): void {
  if ("indexedDB" in globalThis) indexedDB.deleteDatabase(databaseName);
}

async function importedKey(secret: string): Promise<SignInKey> {
  const bytes = Uint8Array.from(atob(secret.replaceAll("-", "+").replaceAll("_", "/")), (c) =>
    c.charCodeAt(0),
  );
  const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const keyId = [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { key, keyId };
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore("boxes", { keyPath: "id" });
  });
  return await finished(request);
}

const finished = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("not opened")));
  });
