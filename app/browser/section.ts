/** A section of an application while it is being filled in: saves each field, shows what follows from it. */
import type { RenderedBase } from "#app/domain/applications/draft/rendered-base.ts";
import type { AutosaveAnswer, SectionPageData } from "#app/domain/applications/section-page-data.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { DeviceStore } from "./device/device-store.ts";
import { holdWhileOpen } from "./device/page-lock.ts";
import { PageKeeper } from "./device/page-keeper.ts";
import { postAutosave } from "./device/post-autosave.ts";
import { AmountDoubts } from "./section/amount-doubts.ts";
import { Autosaver } from "./draft/autosaver.ts";
import { Composing } from "./draft/composing.ts";
import { showConflict } from "./draft/conflict-panel.ts";
import { type Answered, type Conflict, DraftQueue } from "./draft/draft-queue.ts";
import { randomId } from "./draft/random-id.ts";
import { FarRows } from "./section/far-rows.ts";
import { showIssues } from "./section/issue-display.ts";
import { bringBackKept } from "./section/kept-answers.ts";
import { LiveForm } from "./section/live-form.ts";
import { PageForm } from "./section/page-form.ts";
import { showPresent, startPresence } from "./section/presence.ts";
import { showSaveState } from "./section/saved-mark.ts";
import { StaleTexts } from "./section/stale-texts.ts";
import { listenToTableKeys } from "./section/table-keys.ts";
import { TablePaste } from "./section/table-paste.ts";
import { TableRows } from "./section/table-rows.ts";
import { Uploads } from "./section/uploads.ts";

const form = document.querySelector<HTMLFormElement>("form[data-section-form]");
const dataElement = document.getElementById("section-data");
if (form && dataElement) {
  const data = JSON.parse(dataElement.textContent ?? "{}") as SectionPageData;
  // The key of this device's store stays in memory alone.
  dataElement.remove();
  start(form, data);
}

function start(form: HTMLFormElement, data: SectionPageData): void {
  // The browser must not put typed text back over what the server shows: everything typed is saved there.
  form.autocomplete = "off";
  const page = new PageForm(form, compileForm(data.definition));
  const baseInput = form.querySelector<HTMLInputElement>("[data-base]");
  const base = JSON.parse(baseInput?.value ?? `{"fields":{},"rows":{}}`) as RenderedBase;
  // The server tells by these numbers what this page typed first, whatever arrives first.
  const pageId = randomId();
  let operations = 0;
  const newOpId = () => `${pageId}.${(operations += 1)}`;
  const composing = new Composing(form);
  const queue = new DraftQueue(base, page.values(), newOpId);
  const live = new LiveForm(page, compileForm(data.definition), data);
  const rows = new TableRows(page, data.locale, data.templateRowId);
  const stale = new StaleTexts(page, data);
  const doubts = new AmountDoubts(form, compileForm(data.definition), data.locale);
  const uploads = new Uploads(form, data);
  const removed = new Map<string, () => void>();
  const store = DeviceStore.open(data.deviceKey);
  let opened: DeviceStore | undefined;
  void store.then((ready) => (opened = ready));
  const keeper = new PageKeeper(store, pageId, () => ({
    ...{ application: data.application, section: data.section, person: data.person },
    operations: queue.unanswered(),
    held: [...queue.conflicts.keys()].flatMap((path) => {
      const name = page.nameOf(path);
      return name ? [{ path, value: page.valueOf(name) }] : [];
    }),
  }));
  holdWhileOpen(pageId);

  const autosaver = new Autosaver({
    queue,
    send: (operations, leaving) =>
      postAutosave({
        ...{ application: data.application, section: data.section, person: data.person },
        ...{ operations, leaving, ...(data.showsIssues && !leaving ? { check: true } : {}) },
        keyId: opened?.keyId,
      }),
    show: (state) => showSaveState(data.locale, state),
    onAnswer,
    untilWritable: () => composing.end(),
    isOnline: () => navigator.onLine,
    keep: () => keeper.changed(),
    isKept: () => keeper.isKept,
    setTimer: (work, ms) => setTimeout(work, ms),
    clearTimer: (timer) => clearTimeout(timer as number),
    random: Math.random,
  });

  /** Signed in again in another tab: what this page keeps must be readable to the pages of that sign-in. */
  async function adoptKey({ deviceKey }: AutosaveAnswer): Promise<void> {
    if (deviceKey === undefined || !opened) return;
    await opened.moveTo(deviceKey);
    await keeper.changed();
  }

  async function askForKey(): Promise<void> {
    if (!opened || !queue.isSaved || !navigator.onLine) return;
    const { application, section, person } = data;
    const batch = { application, section, person, operations: [], keyId: opened.keyId };
    const result = await postAutosave(batch).catch(() => undefined);
    if (result?.kind === "answered") await adoptKey(result.answer);
  }

  function onAnswer(answer: AutosaveAnswer, { conflicts, adopted }: Answered): void {
    void adoptKey(answer);
    if (baseInput) baseInput.value = JSON.stringify(queue.base());
    for (const { path, value } of adopted) {
      const name = page.nameOf(path);
      if (name) page.adoptText(name, String(value));
      stale.changed(path, value);
    }
    if (adopted.length > 0) live.ask();
    for (const conflict of conflicts) onConflict(conflict);
    showPresent(data, answer.present);
    if (answer.issues) showIssues(data.locale, answer.issues);
  }

  function onConflict(conflict: Conflict): void {
    const [table = "", rowId = "", column] = conflict.path.split("/");
    if (rowId !== "" && column === undefined) {
      removed.get(conflict.path)?.();
      removed.delete(conflict.path);
      location.hash = `#${table}`;
      return;
    }
    const control = document.getElementById(conflict.path.replaceAll("/", "-"));
    if (!control) return;
    showConflict(data.locale, control, conflict, {
      mine: () => {
        if (conflict.theirs.value === null) restoreRow(table, rowId);
        const name = page.nameOf(conflict.path);
        if (name) queue.keepMine(conflict.path, page.valueOf(name));
        void keeper.changed();
        void autosaver.flush();
      },
      theirs: () => {
        queue.keepTheirs(conflict.path);
        void keeper.changed();
        const name = page.nameOf(conflict.path);
        if (conflict.theirs.value === null) rows.remove(table, rowId);
        else if (name) page.setValue(name, conflict.theirs.value);
        live.ask();
        void autosaver.flush();
      },
    });
  }

  /** A row a colleague removed comes back with everything this person has in it. */
  function restoreRow(table: string, rowId: string): void {
    queue.addRow(table, rowId, null);
    for (const [path, value] of page.values())
      if (path.startsWith(`${table}/${rowId}/`)) queue.change(path, value);
  }

  function onTyped(event: Event): void {
    const control = event.target;
    const path = page.pathOf(control);
    if (path === null || !(control instanceof HTMLElement)) return;
    const { name } = control as HTMLInputElement;
    const value = page.valueOf(name);
    queue.change(path, value);
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)
      live.refreshBox(control, path);
    live.changed(path, value, event.type === "input" && isTextBox(control));
    stale.changed(path, value);
    if (control instanceof HTMLInputElement) doubts.typed(control, path, event.type === "change");
    keeper.typed();
    autosaver.typed();
  }

  function addRows(table: string, count: number): string[] {
    const standing = page.rowInputs(table).map((input) => input.value);
    let last = standing.at(-1) ?? null;
    // The empty row that a page offers is a row before those behind it.
    if (last !== null && !queue.hasRow(table, last)) queue.addRow(table, last, standing.at(-2) ?? null);
    const added = Array.from({ length: count }, newRowId);
    for (const rowId of added) {
      queue.addRow(table, rowId, last);
      last = rowId;
    }
    rows.add(table, added);
    live.ask();
    return added;
  }

  function addRow(table: string): void {
    const [rowId] = addRows(table, 1);
    if (rowId !== undefined) rows.focus(table, rowId);
  }

  function removeRow(table: string, rowId: string): void {
    const taken = rows.remove(table, rowId);
    if (taken) removed.set(`${table}/${rowId}`, taken.restore);
    queue.removeRow(table, rowId);
    live.ask();
  }

  form.addEventListener("input", onTyped);
  form.addEventListener("change", onTyped);
  form.addEventListener("focusout", () => void autosaver.flush());
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const table = button?.dataset["addRow"] ?? button?.closest<HTMLElement>("[data-table]")?.dataset["table"];
    if (!button || !table) return;
    if (button.dataset["addRow"] !== undefined) {
      event.preventDefault();
      addRow(table);
    } else if (button.dataset["removeRow"] !== undefined) {
      event.preventDefault();
      removeRow(table, button.dataset["removeRow"]);
    } else return;
    live.ask();
    void autosaver.flush();
  });
  new FarRows(form).listen();
  listenToTableKeys(page, (table) => {
    if (rows.room(table) > 0) addRow(table);
  });
  const compiled = compileForm(data.definition);
  new TablePaste({
    page,
    compiled,
    locale: data.locale,
    addRows,
    removeRow,
    room: (table) => rows.room(table),
  }).listen();
  keepOnLeaving({ form, queue, autosaver, uploads });
  addEventListener("focus", () => void askForKey());
  const bringBack = async () => {
    const ready = await store;
    const keep = () => keeper.changed();
    if (ready) await bringBackKept(ready, { data, page, queue, base, ask: onConflict, keep });
    live.ask();
  };
  void bringBack();
  addEventListener("online", () => void bringBack());
  startPresence(data);
  live.refresh();
}

const isTextBox = (control: HTMLElement): boolean =>
  control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === "text");

const newRowId = (): string => `r${randomId().slice(0, 10)}`;

interface Leaving {
  form: HTMLFormElement;
  queue: DraftQueue;
  autosaver: Autosaver;
  uploads: Uploads;
}

/** Links and buttons wait for what is being saved; a tab that closes sends the rest along. */
function keepOnLeaving({ form, queue, autosaver, uploads }: Leaving): void {
  form.addEventListener("submit", (event) => {
    if (queue.isSaved) return;
    event.preventDefault();
    const { submitter } = event;
    void autosaver.flush().then(() => {
      if (queue.isSaved) form.requestSubmit(submitter instanceof HTMLElement ? submitter : undefined);
    });
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || queue.isSaved || !leavesPage(event, link)) return;
    event.preventDefault();
    void autosaver.flush().then(() => location.assign(link.href));
  });
  addEventListener("beforeunload", (event) => {
    if (!queue.isSaved || uploads.isRunning) event.preventDefault();
  });
  addEventListener("pagehide", () => autosaver.leave());
  addEventListener("pageshow", (event) => event.persisted && autosaver.resume());
  addEventListener("online", () => autosaver.resume());
  addEventListener("focus", () => autosaver.resume());
  document.addEventListener("visibilitychange", () => document.hidden && void autosaver.flush());
}

const leavesPage = (event: MouseEvent, link: HTMLAnchorElement): boolean =>
  event.button === 0 &&
  !event.metaKey &&
  !event.ctrlKey &&
  !event.shiftKey &&
  link.target === "" &&
  link.href !== "" &&
  new URL(link.href).pathname !== location.pathname;
