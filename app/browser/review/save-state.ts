import type { Locale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { glyph } from "./glyph.ts";
import type { SaveState } from "../draft/autosaver.ts";

/** Says at the top and in the dock whether what was typed is kept: "saved" only after the server said so. */
export function showSaveState(locale: Locale, state: SaveState): void {
  const words = sentence(locale, state);
  for (const mark of document.querySelectorAll<HTMLElement>("[data-saved-mark]")) {
    if (mark.textContent === words) continue;
    mark.dataset["state"] = state.kind;
    const text = document.createElement("span");
    text.textContent = words;
    mark.replaceChildren(...glyph(glyphOf(state)), text);
  }
  const note = document.querySelector<HTMLElement>("[data-signed-out]");
  if (note && state.kind !== "saving") note.hidden = state.kind !== "signed_out";
}

const glyphOf = ({ kind }: SaveState) => (kind === "saved" ? "ok" : kind === "saving" ? "busy" : "bad");

function sentence(locale: Locale, state: SaveState): string {
  const t = reviewMessages[locale].sheet;
  switch (state.kind) {
    case "saved":
      return shellMessages[locale].saved({ time: state.time });
    case "saving":
      return t.saving;
    case "offline":
      return state.kept ? t.keptOffline : t.notSaved;
    case "retrying":
      return state.kept ? t.keptRetrying : t.notSaved;
    case "signed_out":
      return t.signedOutShort;
    case "refused":
      return t.closedShort;
    case "held":
      return t.conflictFound;
  }
}
