import type { Locale } from "#app/i18n/locale.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import type { SaveState } from "../draft/autosaver.ts";

/** Says whether what was typed is kept. "Saved" is said only after the server answered. */
export function showSaveState(locale: Locale, state: SaveState): void {
  const place = document.querySelector<HTMLElement>("[data-saved]");
  const mark = place?.querySelector<HTMLElement>("[data-saved-mark]");
  if (!place || !mark) return;
  const tone = toneOf(state);
  place.dataset["state"] = tone;
  const words = document.createElement("span");
  words.textContent = sentence(locale, state);
  const glyph = document.querySelector<HTMLTemplateElement>(`template[data-glyph="${tone}"]`);
  mark.replaceChildren(...(glyph ? [glyph.content.cloneNode(true)] : []), words);
  place.querySelector("[data-sign-in]")?.remove();
  if (state.kind === "signed_out") place.append(signInNote(locale));
}

const toneOf = ({ kind }: SaveState): "ok" | "busy" | "bad" =>
  kind === "saved" ? "ok" : kind === "saving" ? "busy" : "bad";

function sentence(locale: Locale, state: SaveState): string {
  const t = sectionMessages[locale];
  switch (state.kind) {
    case "saved":
      return state.merged
        ? t.savedMerged({ time: state.time, names: state.merged })
        : shellMessages[locale].saved({ time: state.time });
    case "saving":
      return t.saving;
    case "retrying":
      return state.kept ? t.retryingKept : t.retrying;
    case "offline":
      return state.kept ? t.offlineKept : t.offline;
    case "signed_out":
      return t.signedOut;
    case "refused":
      return t.refused;
    case "held":
      return t.held;
  }
}

/** In a new tab: this one keeps what was typed. */
function signInNote(locale: Locale): HTMLElement {
  const t = sectionMessages[locale];
  const note = document.createElement("p");
  note.className = "text-sm";
  note.dataset["signIn"] = "";
  const link = document.createElement("a");
  link.href = "/sign-in?next=/workspace";
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = t.signInAgain;
  note.append(link, ` ${t.signInNote}`);
  return note;
}
