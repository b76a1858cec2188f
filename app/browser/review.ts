/** The score sheet while it is being filled: saves each field, adds up points, says when a score needs words. */
import type { SheetAnswer, SheetPageData } from "#app/domain/reviews/sheet-page-data.ts";
import { isLocale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { sheetValueText } from "#app/i18n/sheet-value-text.ts";
import { DeviceStore } from "./device/device-store.ts";
import { PageKeeper } from "./device/page-keeper.ts";
import { holdWhileOpen } from "./device/page-lock.ts";
import { postAutosave } from "./device/post-autosave.ts";
import { Autosaver } from "./draft/autosaver.ts";
import { Composing } from "./draft/composing.ts";
import { showConflict } from "./draft/conflict-panel.ts";
import { type Answered, type Conflict, DraftQueue } from "./draft/draft-queue.ts";
import { randomId } from "./draft/random-id.ts";
import { bindCurrentPlace } from "./review/current-place.ts";
import { bringBackSheet } from "./review/kept-sheet.ts";
import { showSaveState } from "./review/save-state.ts";
import { SheetForm } from "./review/sheet-form.ts";
import { bindSheetKeys } from "./review/sheet-keys.ts";
import { refreshSheet, type SheetRules } from "./review/sheet-refresh.ts";

const form = document.querySelector<HTMLFormElement>("form[data-review]");
const dataElement = document.getElementById("sheet-data");
const language = document.documentElement.lang.slice(0, 2);
const locale = isLocale(language) ? language : "zh";
if (form && dataElement) {
  const data = JSON.parse(dataElement.textContent ?? "{}") as SheetPageData;
  // The key of this device's store stays in memory alone.
  dataElement.remove();
  start(form, data);
}

function start(sheet: HTMLFormElement, data: SheetPageData) {
  const rules = JSON.parse(sheet.dataset["rubric"] ?? "{}") as SheetRules;
  sheet.autocomplete = "off";
  const page = new SheetForm(sheet);
  const versions = page.versions();
  // The server tells by these numbers what this page typed first, whatever arrives first.
  const pageId = randomId();
  let operations = 0;
  const queue = new DraftQueue(
    { fields: versions, rows: {} },
    page.values(),
    () => `${pageId}.${(operations += 1)}`,
  );
  const at = { application: data.assignment, section: "sheet", kind: "sheet", person: data.person } as const;
  const store = DeviceStore.open(data.deviceKey);
  let opened: DeviceStore | undefined;
  void store.then((ready) => (opened = ready));
  const keeper = new PageKeeper(store, pageId, () => ({
    ...at,
    operations: queue.unanswered(),
    held: [...queue.conflicts.keys()].map((path) => ({ path, value: page.valueOf(path) })),
  }));
  holdWhileOpen(pageId);
  const composing = new Composing(sheet);
  const autosaver = new Autosaver({
    queue,
    send: (operations, leaving) => postAutosave({ ...at, operations, leaving, keyId: opened?.keyId }),
    show: (state) => showSaveState(locale, state),
    onAnswer,
    untilWritable: () => composing.end(),
    isOnline: () => navigator.onLine,
    keep: () => keeper.changed(),
    isKept: () => keeper.isKept,
    setTimer: (work, ms) => setTimeout(work, ms),
    clearTimer: (timer) => clearTimeout(timer as number),
    random: Math.random,
  });

  function onAnswer(answer: SheetAnswer, { conflicts, adopted }: Answered): void {
    void adoptKey(answer);
    for (const outcome of answer.outcomes)
      if (outcome.status === "saved")
        page.setBase(
          outcome.path,
          outcome.version,
          String(outcome.merged?.value ?? queue.savedOf(outcome.path) ?? ""),
        );
    for (const { path, value } of adopted) page.adopt(path, String(value));
    for (const conflict of conflicts) ask(conflict);
    if (answer.later !== undefined) sheet.querySelector("[data-later]")?.removeAttribute("hidden");
    refreshSheet(sheet, rules, locale);
  }

  /** Signed in again in another tab: what this page keeps must be readable to the pages of that sign-in. */
  async function adoptKey({ deviceKey }: SheetAnswer): Promise<void> {
    if (deviceKey === undefined || !opened) return;
    await opened.moveTo(deviceKey);
    await keeper.changed();
  }

  /** Both texts stand beside the field until the reviewer says which one stays. */
  function ask(conflict: Conflict): void {
    const t = reviewMessages[locale].sheet;
    const { path, theirs } = conflict;
    const place = page.place(path);
    if (!place) return;
    const settle = (choose: () => void) => () => {
      choose();
      void keeper.changed();
      refreshSheet(sheet, rules, locale);
      void autosaver.flush();
    };
    showConflict(
      locale,
      place,
      { ...conflict, theirs: { ...theirs, text: sheetValueText(path, String(theirs.value ?? ""), locale) } },
      {
        words: { title: t.conflictFound, useMine: t.useMine, useTheirs: t.useOther },
        mine: settle(() => queue.keepMine(path, page.valueOf(path))),
        theirs: settle(() => {
          queue.keepTheirs(path);
          page.setValue(path, String(theirs.value ?? ""));
        }),
      },
    );
  }

  sheet.addEventListener("input", (event) => {
    const { name } = event.target as HTMLInputElement | HTMLTextAreaElement;
    if (name && !/^(base|choose|mine|version):/.test(name)) {
      queue.change(name, page.valueOf(name));
      keeper.typed();
      autosaver.typed();
    }
    refreshSheet(sheet, rules, locale);
  });
  const bringBack = async () => {
    const ready = await store;
    const keep = () => keeper.changed();
    if (ready) await bringBackSheet(ready, { data, locale, page, queue, versions, ask, keep });
  };
  void bringBack();
  addEventListener("online", () => void bringBack());
  keepOnLeaving(sheet, queue, autosaver);
  bindSheetKeys(
    sheet,
    rules.criteria.map(({ key }) => key),
  );
  bindCurrentPlace(sheet);
  // With #sheet in the address a browser ignores autofocus and moves to the sheet itself.
  addEventListener("load", () => setTimeout(() => sheet.querySelector<HTMLElement>(".esum")?.focus()));
}

/** Buttons wait for what is being saved; a tab that closes sends the rest along. */
function keepOnLeaving(sheet: HTMLFormElement, queue: DraftQueue, autosaver: Autosaver): void {
  sheet.addEventListener("focusout", () => void autosaver.flush());
  sheet.addEventListener("submit", (event) => {
    // A form sent without a session, or into a dead network, would take what was typed with it.
    if (queue.isSaved) return;
    event.preventDefault();
    const { submitter } = event;
    void autosaver.flush().then(() => {
      if (queue.isSaved) sheet.requestSubmit(submitter instanceof HTMLElement ? submitter : undefined);
    });
  });
  addEventListener("beforeunload", (event) => {
    if (!queue.isSaved) event.preventDefault();
  });
  addEventListener("pagehide", () => autosaver.leave());
  addEventListener("pageshow", (event) => event.persisted && autosaver.resume());
  for (const again of ["online", "focus"]) addEventListener(again, () => autosaver.resume());
  document.addEventListener("visibilitychange", () => document.hidden && void autosaver.flush());
}
