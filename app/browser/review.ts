/** The score sheet while it is being filled: saves each field, adds up points, says when a score needs words. */
import { fieldFingerprint, plainLineEnds } from "#app/domain/reviews/field-fingerprint.ts";
import { isLocale } from "#app/i18n/locale.ts";
import { bindCurrentPlace } from "./review/current-place.ts";
import { createSaver } from "./review/saver.ts";
import { showSaveState } from "./review/save-state.ts";
import { bindSheetKeys } from "./review/sheet-keys.ts";
import { refreshSheet, type SheetRules, valueOf } from "./review/sheet-refresh.ts";

const form = document.querySelector<HTMLFormElement>("form[data-review]");
const language = document.documentElement.lang.slice(0, 2);
const locale = isLocale(language) ? language : "zh";
if (form) start(form);

function start(sheet: HTMLFormElement) {
  const rules = JSON.parse(sheet.dataset["rubric"] ?? "{}") as SheetRules;
  const saver = createSaver({
    url: `/reviews/${sheet.dataset["review"]}/autosave`,
    baseOf: (path) => Number(baseField(sheet, path)?.value.split(".")[0] ?? 0),
    setBase: (path, version, value) => setBase(sheet, path, version, value),
    show: (state) => {
      showSaveState(locale, state);
      // The page that answers the plain form shows both texts and asks; nothing typed is lost on the way.
      if (state.kind === "conflict") sheet.requestSubmit(button(sheet, "save"));
    },
  });
  sheet.addEventListener("input", (event) => {
    const field = event.target as HTMLInputElement | HTMLTextAreaElement;
    if (field.name && !/^(base|choose|mine|version):/.test(field.name))
      saver.change(field.name, plainLineEnds(valueOf(sheet, field.name)));
    refreshSheet(sheet, rules, locale);
  });
  sheet.addEventListener("focusout", () => void saver.flush());
  for (const again of ["focus", "online"]) addEventListener(again, () => void saver.flush());
  addEventListener("pagehide", () => saver.flushOnLeave());
  document.addEventListener("visibilitychange", () => document.hidden && saver.flushOnLeave());
  addEventListener("beforeunload", (event) => saver.isDirty() && event.preventDefault());
  sheet.addEventListener("submit", (event) => {
    if (!saver.isDirty()) return saver.leaveQuietly();
    // A form sent without a session, or into a dead network, would take what was typed with it.
    event.preventDefault();
    const { submitter } = event as SubmitEvent;
    void saver.finish().then((clean) => clean && sheet.requestSubmit(submitter));
  });
  bindSheetKeys(
    sheet,
    rules.criteria.map(({ key }) => key),
  );
  bindCurrentPlace(sheet);
  // With #sheet in the address a browser ignores autofocus and moves to the sheet itself.
  addEventListener("load", () => setTimeout(() => sheet.querySelector<HTMLElement>(".esum")?.focus()));
}

const button = (sheet: HTMLFormElement, value: string) =>
  sheet.querySelector<HTMLButtonElement>(`button[value="${value}"]`);

const baseField = (sheet: HTMLFormElement, path: string) =>
  sheet.elements.namedItem(`base:${path}`) as HTMLInputElement | null;

/** The plain form, should it be sent, must not take what was saved here for a change. */
function setBase(sheet: HTMLFormElement, path: string, version: number, value: string) {
  const field = baseField(sheet, path);
  if (field) field.value = `${version}.${fieldFingerprint(value)}`;
}
