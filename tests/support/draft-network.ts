import fc from "fast-check";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import { type DraftSection, rowIdsOf } from "#app/domain/applications/draft/draft-section.ts";
import { baseOf } from "#app/domain/applications/draft/rendered-base.ts";
import type { AutosaveOutcome } from "#app/domain/applications/section-page-data.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import { type Conflict, DraftQueue } from "#app/browser/draft/draft-queue.ts";

/** What may happen to people, browsers and packets; numbers are taken modulo what there is. */
export type Happening =
  /** A group of keystrokes at a place of a text. */
  | { kind: "type"; browser: number; field: number; place: number }
  | { kind: "pick"; browser: number; choice: number }
  | { kind: "row"; browser: number; row: number; remove: boolean }
  | { kind: "send" | "leave" | "crash" | "decide"; browser: number }
  /** `again`: the packet stays under way and arrives once more. */
  | {
      kind: "deliver";
      packet: number;
      again: boolean;
      fate: "answered" | "answer lost" | "killed" | "dropped";
    }
  | { kind: "answer"; packet: number };

export const happenings = (browsers: number, maxLength: number) => {
  const browser = fc.nat({ max: browsers - 1 });
  const of = fc.record;
  return fc.array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: of({ kind: fc.constant("type"), browser, field: fc.nat(3), place: fc.nat(40) }),
      },
      { weight: 1, arbitrary: of({ kind: fc.constant("pick"), browser, choice: fc.nat(2) }) },
      {
        weight: 1,
        arbitrary: of({ kind: fc.constant("row"), browser, row: fc.nat(1), remove: fc.boolean() }),
      },
      { weight: 5, arbitrary: of({ kind: fc.constant("send"), browser }) },
      { weight: 1, arbitrary: of({ kind: fc.constantFrom("leave", "crash"), browser }) },
      { weight: 1, arbitrary: of({ kind: fc.constant("decide"), browser }) },
      {
        weight: 6,
        arbitrary: of({
          kind: fc.constant("deliver"),
          packet: fc.nat(9),
          again: fc.boolean(),
          fate: fc.constantFrom("answered", "answered", "answer lost", "killed", "dropped"),
        }),
      },
      { weight: 5, arbitrary: of({ kind: fc.constant("answer"), packet: fc.nat(9) }) },
    ),
    { maxLength, size: "max" },
  ) as fc.Arbitrary<Happening[]>;
};

export interface Portal {
  /** `killed`: the process dies before the commit. */
  receive(operations: readonly DraftOperation[], by: string, killed: boolean): Promise<AutosaveOutcome[]>;
  section(): Promise<DraftSection>;
}

export interface Fields {
  texts: readonly string[];
  choice: string;
  table: string;
  column: string;
}

interface Packet {
  browser: Browser;
  queue: DraftQueue;
  operations: readonly DraftOperation[];
}

/** Two to four browsers of one section, the network between them and the portal, and people who decide. */
export class DraftNetwork {
  readonly browsers: Browser[];
  readonly typed: { group: string; path: string }[] = [];
  /** Everything that ever left a browser. */
  sent = "";
  readonly conflicts: { browser: number; conflict: Conflict }[] = [];
  readonly #portal: Portal;
  readonly #fields: Fields;
  #packets: Packet[] = [];
  #answers: { packet: Packet; outcomes: AutosaveOutcome[] }[] = [];

  static async open(portal: Portal, fields: Fields, browsers: number): Promise<DraftNetwork> {
    const network = new DraftNetwork(portal, fields);
    const section = await portal.section();
    for (let index = 0; index < browsers; index++) network.browsers.push(new Browser(index, section));
    return network;
  }

  private constructor(portal: Portal, fields: Fields) {
    this.#portal = portal;
    this.#fields = fields;
    this.browsers = [];
  }

  async happen(happening: Happening): Promise<void> {
    switch (happening.kind) {
      case "type":
        return this.#type(happening);
      case "pick":
        return this.#of(happening).type(this.#fields.choice, ["", "1", "2"][happening.choice]!);
      case "row":
        return this.#row(happening);
      case "send":
        return this.#send(this.#of(happening), (queue) => queue.batch());
      case "leave":
        return this.#send(this.#of(happening), (queue) => queue.everything());
      case "crash":
        return await this.#crash(this.#of(happening));
      case "decide":
        return this.#decide(this.#of(happening));
      case "deliver":
        return await this.#deliver(happening);
      case "answer":
        return this.#answer(happening.packet);
    }
  }

  /** The network heals and everybody decides, until all is said to be saved; then every late packet arrives. */
  async settle(): Promise<void> {
    const late = this.#packets;
    for (let round = 0; round < 60 && !this.browsers.every((browser) => browser.isSettled); round++)
      for (const browser of this.browsers) {
        this.#decide(browser);
        await this.#exchange(browser);
      }
    const before = JSON.stringify(await this.#portal.section());
    for (const { operations, browser } of late) await this.#portal.receive(operations, browser.name, false);
    const after = JSON.stringify(await this.#portal.section());
    if (before !== after) throw new Error(`A late packet changed\n${before}\nto\n${after}`);
  }

  #of = ({ browser }: { browser: number }): Browser => this.browsers[browser]!;

  #type({ browser, field, place }: Extract<Happening, { kind: "type" }>): void {
    const { texts, table, column } = this.#fields;
    const here = this.browsers[browser]!;
    const cells = here.rows(table).map((row) => `${table}/${row}/${column}`);
    const paths = [...texts, ...cells];
    const path = paths[field % paths.length]!;
    // One unmistakable character a group: none is typed twice.
    const group = String.fromCodePoint(0x4e00 + this.typed.length);
    this.typed.push({ group, path });
    const box = [...here.box(path)];
    box.splice(place % (box.length + 1), 0, group);
    here.type(path, box.join(""));
  }

  #row({ browser, row, remove }: Extract<Happening, { kind: "row" }>): void {
    const here = this.browsers[browser]!;
    const { table } = this.#fields;
    const rows = here.rows(table);
    if (remove && rows.length > 0) here.removeRow(table, rows[row % rows.length]!);
    else if (!remove) here.addRow(table, `r${browser}${row}`);
  }

  #send(browser: Browser, take: (queue: DraftQueue) => readonly DraftOperation[] | undefined): void {
    const { queue } = browser;
    const operations = take(queue);
    this.sent += JSON.stringify(operations ?? []);
    if (operations && operations.length > 0)
      this.#packets.push({ browser, queue, operations: structuredClone([...operations]) });
  }

  /** What the device keeps is sent by the next page until it is answered; then that page is opened. */
  async #crash(browser: Browser): Promise<void> {
    const operations = structuredClone([...browser.queue.everything()]);
    const held = browser.held();
    if (operations.length > 0) await this.#portal.receive(operations, browser.name, false);
    const outcomes = operations.length > 0 ? await this.#portal.receive(operations, browser.name, false) : [];
    const { conflicts } = browser.queue.answered(outcomes);
    for (const conflict of conflicts) held.set(conflict.path, browser.box(conflict.path));
    browser.reopen(await this.#portal.section());
    // A text that was in conflict is put to the person again.
    for (const [path, mine] of held) browser.type(path, unionOf(mine, browser.box(path)));
  }

  async #deliver({ packet, again, fate }: Extract<Happening, { kind: "deliver" }>): Promise<void> {
    if (this.#packets.length === 0) return;
    const at = packet % this.#packets.length;
    const delivered = this.#packets[at]!;
    if (!again) this.#packets.splice(at, 1);
    if (fate === "dropped") return;
    const { operations, browser } = delivered;
    const outcomes = await this.#portal.receive(operations, browser.name, fate === "killed");
    if (fate === "answered") this.#answers.push({ packet: delivered, outcomes });
  }

  #answer(index: number): void {
    if (this.#answers.length === 0) return;
    const [answer] = this.#answers.splice(index % this.#answers.length, 1);
    const { packet, outcomes } = answer!;
    // A page that was left hears no answer.
    if (packet.browser.queue === packet.queue) this.#take(packet.browser, outcomes);
  }

  async #exchange(browser: Browser): Promise<void> {
    const operations = browser.queue.batch();
    if (operations)
      this.#take(browser, await this.#portal.receive(structuredClone([...operations]), browser.name, false));
  }

  #take(browser: Browser, outcomes: AutosaveOutcome[]): void {
    for (const conflict of browser.answered(outcomes))
      this.conflicts.push({ browser: browser.index, conflict });
  }

  /** A person who is shown two texts keeps both; of two choices their own. */
  #decide(browser: Browser): void {
    for (const [path, conflict] of browser.queue.conflicts) {
      const mine = browser.box(path);
      const theirs = conflict.theirs.value;
      const [table = "", row = ""] = path.split("/");
      if (theirs === null) browser.queue.addRow(table, row, null);
      const kept = path === this.#fields.choice ? mine : unionOf(mine, String(theirs ?? ""));
      browser.boxes.set(path, kept);
      browser.queue.keepMine(path, kept);
    }
  }
}

class Browser {
  readonly index: number;
  readonly name: string;
  boxes = new Map<string, string>();
  queue!: DraftQueue;
  #pages = 0;
  #rows = new Map<string, string[]>();

  constructor(index: number, section: DraftSection) {
    this.index = index;
    this.name = `person-${index}`;
    this.reopen(section);
  }

  reopen(section: DraftSection): void {
    const fields = Object.entries(section).filter(([path]) => !path.endsWith("/"));
    const saved = fields.map(([path, field]) => [path, field.v] as [string, RawValue]);
    const page = `page-${this.index}-${(this.#pages += 1)}-${Math.random().toString(36).slice(2)}`;
    let next = 0;
    this.queue = new DraftQueue(baseOf(section), saved, () => `${page}.${(next += 1)}`);
    this.boxes = new Map(saved.map(([path, value]) => [path, String(value)]));
    this.#rows = new Map();
    for (const path of Object.keys(section))
      if (path.endsWith("/")) this.#rows.set(path.slice(0, -1), [...rowIdsOf(section, path.slice(0, -1))]);
  }

  box = (path: string): string => this.boxes.get(path) ?? "";
  rows = (table: string): string[] => this.#rows.get(table) ?? [];

  type(path: string, value: string): void {
    this.boxes.set(path, value);
    this.queue.change(path, value);
  }

  addRow(table: string, row: string): void {
    const rows = this.rows(table);
    if (rows.includes(row)) return;
    this.queue.addRow(table, row, rows.at(-1) ?? null);
    this.#rows.set(table, [...rows, row]);
  }

  removeRow(table: string, row: string): void {
    this.#rows.set(
      table,
      this.rows(table).filter((id) => id !== row),
    );
    for (const path of this.boxes.keys()) if (path.startsWith(`${table}/${row}/`)) this.boxes.delete(path);
    this.queue.removeRow(table, row);
  }

  answered(outcomes: AutosaveOutcome[]): Conflict[] {
    const { conflicts, adopted } = this.queue.answered(outcomes);
    for (const { path, value } of adopted) this.boxes.set(path, String(value));
    for (const { path } of conflicts) {
      const [table = "", row, column] = path.split("/");
      // The row is shown again.
      if (row && column === undefined && !this.rows(table).includes(row))
        this.#rows.set(table, [...this.rows(table), row]);
    }
    return conflicts;
  }

  /** Texts in conflict, as they stand in their boxes. */
  held = (): Map<string, string> =>
    new Map([...this.queue.conflicts.keys()].map((path) => [path, this.box(path)]));

  get isSettled(): boolean {
    return this.queue.isSaved && this.queue.conflicts.size === 0;
  }
}

/** The one text with every character of the other that it lacks. */
const unionOf = (mine: string, theirs: string): string =>
  mine + [...theirs].filter((character) => !mine.includes(character)).join("");
